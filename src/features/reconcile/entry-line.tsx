/** An entry as its row in the history shows it: date, payee, memo, amount. */
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import type { Timeline } from '../../projections/timeline'
import { accountNameAt } from '../../stores/account-reading'
import type { EntryWords } from '../../stores/entry-words'
import { Skeleton } from '../../ui/feedback/skeleton'
import { Money } from '../../ui/format/money'
import styles from './suspect-item.module.css'
import { type AccountUnit, writeDay } from './use-writing'

interface EntryLineProps {
  readonly account: AccountUnit
  readonly timeline: Timeline
  readonly slot: number
  /** undefined while they are read. */
  readonly words: EntryWords | undefined
  /** Events known. */
  readonly position: number
}

export function EntryLine({ account, timeline, slot, words, position }: EntryLineProps) {
  const { day, effect } = timeline.columns
  const minor = effect[slot] ?? 0
  return (
    <div className={styles.entry} data-position={slot + 1}>
      <span className={styles.date}>{writeDay(day[slot] ?? 0)}</span>
      <span className={styles.payee}>
        {words === undefined ? <Skeleton width="middle" /> : nameOf(timeline, slot, words, position)}
      </span>
      <span className={styles.memo}>{words?.memo}</span>
      <Money
        className={styles.amount ?? ''}
        minor={minor}
        sign="always"
        currency={account.currency}
        exponent={account.exponent}
      />
    </div>
  )
}

function nameOf(timeline: Timeline, slot: number, words: EntryWords, position: number): string {
  const isIn = (timeline.columns.effect[slot] ?? 0) > 0
  if (words.counterpartId !== undefined) {
    const other = accountNameAt(timeline, words.counterpartId, position) ?? ''
    return isIn ? messages.transferFrom(other) : messages.transferTo(other)
  }
  if (words.payee !== '') return words.payee
  if (timeline.reverses(slot) !== undefined) return messages.reversal
  return isIn ? messages.deposit : messages.withdrawal
}
