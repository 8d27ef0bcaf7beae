/** The chosen event in full: the JSON that is stored and sealed, and its place under the seal. */
import { ArrowLeft, History as Clock, Waypoints } from 'lucide-react'
import { travel, useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { Skeleton } from '../../../ui/feedback/skeleton'
import { formatCount } from '../../../ui/format/format-money'
import { EventJson } from '../event-json'
import { useEvents } from '../use-events'
import styles from './event-panel.module.css'
import { logMessages as messages } from './messages'
import { EventSeal } from './seal/event-seal'

export function EventPanel({ position, onBack }: { readonly position: number; readonly onBack: () => void }) {
  const { events, missing } = useEvents([position])
  const event = events.get(position)
  const size = useLedger((ledger) => ledger.size)
  const until = useCursor((cursor) => cursor.bound.position)
  return (
    <section className={styles.panel} aria-label={messages.panel(formatCount(position))}>
      <header className={styles.head}>
        <Button
          variant="bare"
          size="small"
          className={styles.back ?? ''}
          icon={<ArrowLeft />}
          label={messages.back}
          onPress={onBack}
        />
        <h3>{messages.panel(formatCount(position))}</h3>
        <Button
          variant="bare"
          size="small"
          icon={<Waypoints />}
          label={messages.openEvent}
          onPress={() => dialogs.open({ kind: 'event', position })}
        />
        <Button variant="bare" size="small" icon={<Clock />} onPress={() => travel.to({ position })}>
          {messages.rewind}
        </Button>
      </header>
      {event ? (
        <>
          <div className={styles.json}>
            <EventJson event={event} />
          </div>
          {/* What lies beyond the moment is looked at under the root of now. */}
          <EventSeal event={event} size={position <= until ? until : size} isNow={position > until || until === size} />
        </>
      ) : missing ? (
        <p className={styles.words}>{messages.unreadable}</p>
      ) : (
        <p aria-busy="true" className={styles.words}>
          <span className={styles.unseen}>{messages.reading}</span>
          <Skeleton width="long" />
        </p>
      )}
    </section>
  )
}
