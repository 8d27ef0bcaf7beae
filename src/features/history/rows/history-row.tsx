/**
 * One entry of the history. Memoised on what it shows, its place apart from its cells: a frame of scrubbing redraws only
 * what changed, and moves the rest.
 */
import { ArrowLeftRight, History as Clock, Ellipsis, Undo2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react'
import { historyMessages as messages } from '../../../locales/en/history/history'
import type { EntryWords } from '../../../stores/entry-words'
import { useWhy } from '../../../stores/explain/why-store'
import type { Place, RowFigures } from '../../../stores/history-reading'
import { Button } from '../../../ui/action/button'
import { Menu } from '../../../ui/action/menu'
import { NumberButton } from '../../../ui/action/number-button'
import { classNames } from '../../../ui/class-names'
import { Mark } from '../../../ui/feedback/mark'
import { Skeleton } from '../../../ui/feedback/skeleton'
import { formatDate, formatInstantDate, isoOfDay } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import styles from '../history.module.css'
import { isRecordedLate } from './late-mark'
import type { RowCommands } from './row-commands'

export interface HistoryRowProps {
  readonly figures: RowFigures
  /** undefined while they are read. */
  readonly words: EntryWords | undefined
  /** Name of the other account of a transfer. */
  readonly counterpart: string
  readonly balance: number
  readonly exponent: number
  /** Row number as shown, from 0. */
  readonly index: number
  /** Pixels from the end of the list: a row keeps its place when newer ones come above it. */
  readonly bottom: number
  /** The row above has the same date. */
  readonly sameDay: boolean
  /** Not of the moment's year: the year is said. */
  readonly otherYear: boolean
  /** Tab reaches this row. */
  readonly active: boolean
  /** Pointed at or focused: its menu is there. */
  readonly live: boolean
  readonly focusWanted: boolean
  /** Not while the past is shown. */
  readonly canAct: boolean
  readonly commands: RowCommands
  /** What is wrong with it. */
  readonly flag?: ReactNode
}

export const HistoryRow = memo(function HistoryRow(props: HistoryRowProps) {
  const { index, bottom, focusWanted, ...shown } = props
  const { figures, active, live, commands } = shown
  const { position, reversedBy } = figures
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (focusWanted) row.current?.focus({ preventScroll: true })
  }, [focusWanted])

  const press = (event: MouseEvent) => {
    // A press that marked text, or was for a button, is no wish to open the row.
    if (event.defaultPrevented || String(getSelection() ?? '') !== '') return
    if (event.target instanceof Element && event.target.closest('button, a')) return
    commands.open(position)
  }
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return
    if (event.key === 'Enter') commands.open(position)
    else return
    event.preventDefault()
  }
  return (
    <tr
      ref={row}
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      data-position={position}
      data-why={`row:${position}`}
      className={classNames(styles.row, live && styles.live, reversedBy && styles.gone)}
      style={{ bottom }}
      onClick={press}
      onKeyDown={key}
      onPointerEnter={(event) => event.pointerType === 'mouse' && commands.point(position)}
      onFocus={() => commands.focus(position)}
    >
      <Cells {...shown} />
    </tr>
  )
})

type CellsProps = Omit<HistoryRowProps, 'index' | 'bottom' | 'focusWanted'>

const Cells = memo(function Cells(props: CellsProps) {
  const { figures, words, counterpart, balance, exponent, active, commands } = props
  const { effect } = figures
  return (
    <>
      <DateCell {...props} />
      <td className={styles.payee}>
        <Payee words={words} counterpart={counterpart} figures={figures} />
      </td>
      <td className={styles.memo}>
        {props.flag}
        <Marks figures={figures} active={active} commands={commands} />
        {words === undefined ? <Skeleton width="long" /> : <bdi className={styles.clip}>{words.memo}</bdi>}
      </td>
      <td className={styles.category}>
        <bdi className={styles.clip}>{words?.category}</bdi>
        <RowActions {...props} />
      </td>
      <td className={classNames(styles.amount, effect > 0 && styles.in)} data-minor={effect}>
        {formatMoney(effect, { exponent, sign: 'always' })}
      </td>
      <td className={styles.balance} data-minor={balance}>
        <Balance {...props} />
      </td>
    </>
  )
})

function Balance({ figures, balance, exponent, active, commands }: CellsProps) {
  const question = `row:${figures.position}`
  const asked = useWhy((state) => state.question === question)
  const figure = formatMoney(balance, { exponent })
  return (
    <NumberButton
      data-why={question}
      label={messages.why(figure)}
      asked={asked}
      tabIndex={active ? 0 : -1}
      onPress={() => commands.explain(figures.position)}
    >
      {figure}
    </NumberButton>
  )
}

function DateCell({ figures, sameDay, otherYear }: CellsProps) {
  const date = isoOfDay(figures.day)
  return (
    <td className={classNames(styles.date, sameDay && styles.same)}>
      <time dateTime={date}>
        {otherYear ? (
          formatDate(date, 'date')
        ) : (
          <>
            <span className={styles.weekday}>{formatDate(date, 'weekday')}</span> {formatDate(date, 'day-month')}
          </>
        )}
      </time>
    </td>
  )
}

function Payee({ words, counterpart, figures }: Pick<HistoryRowProps, 'words' | 'counterpart' | 'figures'>) {
  if (words === undefined) return <Skeleton width="middle" />
  if (figures.isTransfer) {
    return (
      <>
        <ArrowLeftRight aria-hidden="true" />
        <span className={styles.unseen}>{figures.effect < 0 ? messages.transferTo : messages.transferFrom}</span>
        <bdi className={styles.clip}>{counterpart === '' ? messages.transfer : counterpart}</bdi>
      </>
    )
  }
  if (words.payee !== '') return <bdi className={styles.clip}>{words.payee}</bdi>
  const kind = figures.reverses ? messages.reversal : figures.effect > 0 ? messages.deposit : messages.withdrawal
  return <span className={classNames(styles.clip, styles.nameless)}>{kind}</span>
}

function Marks({ figures, active, commands }: Pick<HistoryRowProps, 'figures' | 'active' | 'commands'>) {
  const { reversedBy, reverses, recordedAt, day } = figures
  const late = isRecordedLate(day, recordedAt, new Date(recordedAt).getTimezoneOffset())
  return (
    <>
      {reversedBy && (
        <Jump to={reversedBy} verb={messages.reversed} hint={messages.showReversal} {...{ active, commands }} />
      )}
      {reverses && (
        <Jump to={reverses} verb={messages.reverses} hint={messages.showReversed} {...{ active, commands }} />
      )}
      {late && (
        <Mark tone="late" icon={<Clock aria-hidden="true" />} className={styles.mark ?? ''}>
          <span>
            <span className={styles.verb}>{messages.recorded}</span>
            {formatInstantDate(recordedAt, 'day-month')}
          </span>
        </Mark>
      )}
    </>
  )
}

interface JumpProps extends Pick<HistoryRowProps, 'active' | 'commands'> {
  readonly to: Place
  readonly verb: string
  readonly hint: string
}

/** A mark that leads to the other half of a reversal. */
function Jump({ to, verb, hint, active, commands }: JumpProps) {
  return (
    <button
      type="button"
      className={styles.jump}
      tabIndex={active ? 0 : -1}
      title={hint}
      onClick={() => commands.go(to.position)}
    >
      <Mark icon={<Undo2 aria-hidden="true" />} className={styles.mark ?? ''}>
        <span>
          <span className={styles.verb}>{verb}</span>
          {formatDate(isoOfDay(to.day), 'day-month')}
        </span>
      </Mark>
    </button>
  )
}

/** Made once, they need not be looked at again. */
const UNDO = <Undo2 />
const MORE = <Ellipsis aria-hidden="true" />

function RowActions({ figures, words, active, live, canAct, commands }: CellsProps) {
  const { position, reversible } = figures
  const past = canAct ? null : messages.pastReadOnly
  return (
    <div className={styles.actions}>
      {reversible && (
        <Button
          variant="bare"
          size="small"
          label={messages.reverse}
          icon={UNDO}
          tabIndex={active ? 0 : -1}
          disabledReason={past}
          onPress={() => commands.reverse(position)}
        />
      )}
      {live && (
        <Menu
          label={messages.rowMenu}
          variant="bare"
          size="small"
          iconOnly
          groups={[
            {
              id: 'row',
              items: [
                { id: 'event', label: messages.showEvent, shortcut: '↵', onAction: () => commands.open(position) },
                { id: 'why', label: messages.whyMenu, shortcut: 'w', onAction: () => commands.explain(position) },
                ...(words !== undefined && !figures.isTransfer && !figures.reverses
                  ? [
                      {
                        id: 'words',
                        label: messages.editWords,
                        disabledReason: past,
                        onAction: () => commands.annotate(position),
                      },
                    ]
                  : []),
                { id: 'leave-out', label: messages.leaveOut, onAction: () => commands.leaveOut(position) },
              ],
            },
          ]}
        >
          {MORE}
        </Menu>
      )}
    </div>
  )
}
