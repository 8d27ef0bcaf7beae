/** The two clocks of an event, and how far they are apart. */
import type { LedgerEvent } from '../../domain/events'
import { inspectorMessages as messages } from '../../locales/en/inspector'
import { formatDate, formatInstant } from '../../ui/format/format-date'
import { formatCount } from '../../ui/format/format-money'
import { dayDistance } from './day-distance'
import styles from './event-dialog.module.css'

/** When it is true in the world, and when the ledger learned it. */
export function ClockFacts({ event }: { readonly event: LedgerEvent }) {
  const { recordedAt } = event
  const recorded = `${messages.recorded} ${formatInstant(recordedAt)}`
  const effectiveOn = 'effectiveOn' in event.data ? event.data.effectiveOn : undefined
  if (effectiveOn === undefined) return <p className={styles.quiet}>{recorded}</p>
  const days = dayDistance(effectiveOn, recordedAt, new Date(recordedAt).getTimezoneOffset())
  const distance =
    days === 0
      ? messages.sameDay
      : days > 0
        ? messages.recordedLater(messages.days(days, formatCount(days)))
        : messages.recordedAhead(messages.days(-days, formatCount(-days)))
  return (
    <p className={styles.quiet}>
      {messages.effective} {formatDate(effectiveOn, 'date-with-weekday')},{' '}
      <span className={days > 1 ? styles.late : undefined}>{distance}</span>
      <span className={styles.clock}>{recorded}</span>
    </p>
  )
}
