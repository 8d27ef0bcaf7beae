/** What the bank said, as lines between the rows of a history, each above the newest row of its day or before. */
import { CircleCheck, Scale, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { markMessages as messages } from '../../../locales/en/history/marks'
import type { Timeline } from '../../../projections/timeline'
import { dialogs } from '../../../stores/dialog-store'
import type { HistoryAt } from '../../../stores/history-reading'
import { bankMarks, belowMark, brokenBy, type MarkAt } from '../../../stores/reconcile/bank-marks'
import { show } from '../../../stores/view-store'
import type { Bound } from '../../../time-travel/resolve-moment'
import { Button } from '../../../ui/action/button'
import { classNames } from '../../../ui/class-names'
import { Mark } from '../../../ui/feedback/mark'
import { formatDate, isoOfDay } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import { type LinesBetween, NO_LINES } from './lines-between'
import styles from './mark-lines.module.css'

export function markLines(timeline: Timeline, accountId: string, history: HistoryAt, bound: Bound): LinesBetween {
  const account = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
  if (account === undefined || history.length === 0) return NO_LINES
  const marks = bankMarks(timeline, account.number, bound)
  if (marks.length === 0) return NO_LINES
  const changed = marks.filter(({ status }) => status === 'changed')
  /** The nth mark, in the order of the rows, has n lines above it. */
  const linesUpTo = (passes: (mark: MarkAt, line: number) => boolean) => countWhile(marks, passes)
  const flags = new Map<number, ReactNode>()
  return {
    count: marks.length,
    rowAt(index) {
      const before = linesUpTo((mark, line) => mark.row + line < index)
      const next = marks[before]
      return next !== undefined && next.row + before === index ? -1 : index - before
    },
    indexOf: (row) => row + linesUpTo((mark) => mark.row <= row),
    draw(index, top) {
      const line = linesUpTo((mark, at) => mark.row + at < index)
      const mark = marks[line]
      if (mark === undefined) return null
      return <MarkLine key={`mark ${mark.position}`} {...{ timeline, mark, bound, accountId, index, top }} />
    },
    flag(position) {
      if (changed.length === 0) return undefined
      if (!flags.has(position)) flags.set(position, flagOf(brokenBy(timeline, changed, position - 1)))
      return flags.get(position)
    },
  }
}

function countWhile(marks: readonly MarkAt[], passes: (mark: MarkAt, line: number) => boolean): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(marks[middle] as MarkAt, middle)) low = middle + 1
    else high = middle
  }
  return low
}

function flagOf(mark: MarkAt | undefined): ReactNode {
  if (mark === undefined) return undefined
  const date = formatDate(isoOfDay(mark.day), 'day-month')
  return (
    <Mark tone="problem" icon={<TriangleAlert aria-hidden="true" />} className={styles.flag ?? ''}>
      <span title={messages.rowChangedHint(date)}>{messages.rowChanged(date)}</span>
    </Mark>
  )
}

interface MarkLineProps {
  readonly timeline: Timeline
  readonly mark: MarkAt
  readonly bound: Bound
  readonly accountId: string
  /** As shown, from 0. */
  readonly index: number
  /** Pixels from the top. */
  readonly top: number
}

function MarkLine({ timeline, mark, bound, accountId, index, top }: MarkLineProps) {
  const track = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
  const { currency, exponent } = track ?? { currency: 'XXX', exponent: 2 }
  const { status, asserted, balance, position } = mark
  const iso = isoOfDay(mark.day)
  const date = formatDate(iso)
  const money = formatMoney(asserted, { currency, exponent })
  const signed = (minor: number) => formatMoney(minor, { exponent, sign: 'always' })
  const isFine = status === 'agrees'
  const below = isFine && track !== undefined ? belowMark(timeline, track.number, mark, bound) : undefined
  const words = isFine
    ? messages.agrees(date, money)
    : status === 'changed'
      ? messages.changed(date, signed(balance - asserted))
      : messages.differs(date, money, signed(asserted - balance))
  const find = () => show.page('reconcile', { account: accountId, date: iso, balance: String(asserted) })
  return (
    <tr
      aria-rowindex={index + 2}
      className={classNames(styles.line, isFine ? styles.fine : styles.off)}
      style={{ top }}
      data-mark={status}
    >
      <td colSpan={6} className={styles.cell}>
        {isFine ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        <button
          type="button"
          className={styles.words}
          title={messages.showEvent}
          onClick={() => dialogs.open({ kind: 'event', position })}
        >
          {words}
          {below !== undefined && below.count > 0 && (
            <span className={styles.quiet}> {messages.cancelOut(below.count, signed(below.sum))}</span>
          )}
        </button>
        {!isFine && (
          <Button variant="bare" size="small" icon={<Scale />} className={styles.find ?? ''} onPress={find}>
            <span className={styles.long}>{messages.find}</span>
            <span className={styles.short}>{messages.findShort}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}
