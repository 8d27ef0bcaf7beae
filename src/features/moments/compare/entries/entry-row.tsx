/** One entry between the two moments, or one correction of its words. A press, or Enter, opens its event. */
import { compareMessages as words } from '../../../../locales/en/moments/compare'
import { dialogs } from '../../../../stores/dialog-store'
import type { EntryWords } from '../../../../stores/entry-words'
import { useLedger } from '../../../../stores/ledger-store'
import { nameAtPosition } from '../../../../stores/moments/account-words'
import { classNames } from '../../../../ui/class-names'
import { Mark } from '../../../../ui/feedback/mark'
import { Skeleton } from '../../../../ui/feedback/skeleton'
import { formatDate, formatInstantDate, isoOfDay } from '../../../../ui/format/format-date'
import { formatMoney } from '../../../../ui/format/format-money'
import { OpeningRow, type RowFocus } from '../../../../ui/rows/opening-rows'
import type { VirtualRow } from '../../../../ui/rows/virtual-rows'
import styles from './entry-list.module.css'
import { correctionOf, whoOf } from './entry-words'

const DAY_MS = 86_400_000
/** A day apart may only be a late evening or a time zone. */
const LATE_DAYS = 2

interface EntryRowProps {
  readonly row: VirtualRow
  readonly slot: number
  readonly entrySlot: number
  /** Of a correction: the words before it. */
  readonly before: EntryWords | undefined
  readonly words: EntryWords | undefined
  readonly until: number
  readonly isAnnotation: boolean
  readonly focus: RowFocus
}

export function EntryRow(props: EntryRowProps) {
  const { row, slot, entrySlot, before, words: entry, until, isAnnotation, focus } = props
  const timeline = useLedger((ledger) => ledger.timeline)
  const { day, effect, account } = timeline.columns
  const track = timeline.accounts[account[entrySlot] ?? -1]
  const amount = effect[entrySlot] ?? 0
  const date = isoOfDay(day[entrySlot] ?? 0)
  return (
    <OpeningRow
      row={row}
      focus={focus}
      position={slot + 1}
      onOpen={() => dialogs.open({ kind: 'event', position: slot + 1 })}
      className={styles.row}
    >
      <td className={styles.date}>
        <time dateTime={date}>{formatDate(date)}</time>
      </td>
      <td className={styles.payee}>
        {entry === undefined ? <Skeleton width="middle" /> : <span>{whoOf(entrySlot, entry, until)}</span>}
      </td>
      <td className={styles.account}>{track === undefined ? '' : nameAtPosition(track.id, until)}</td>
      <td className={styles.memo}>
        <Marks slot={slot} />
        {entry !== undefined && (
          <span className={styles.clip}>
            {isAnnotation && before !== undefined ? correctionOf(before, entry) : entry.memo}
          </span>
        )}
      </td>
      <td className={classNames(styles.amount, amount > 0 && styles.in)} data-minor={amount}>
        {formatMoney(amount, { exponent: track?.exponent ?? 0, sign: 'always' })}
      </td>
    </OpeningRow>
  )
}

/** What it reverses, and amber where it was recorded late. */
function Marks({ slot }: { readonly slot: number }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const { day, recordedAt } = timeline.columns
  const reversed = timeline.reverses(slot)
  const at = recordedAt[slot] ?? 0
  const recordedOn = Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY_MS)
  const late = timeline.isEntry(slot) && recordedOn - (day[slot] ?? 0) >= LATE_DAYS
  return (
    <>
      {reversed !== undefined && <Mark>{words.reversesOf(formatDate(isoOfDay(day[reversed] ?? 0), 'day-month'))}</Mark>}
      {late && <Mark tone="late">{words.recorded(formatInstantDate(at, 'day-month'))}</Mark>}
    </>
  )
}
