/** The chosen event in full: the JSON that is stored and sealed, and its place under the seal. */
import { ArrowLeft, History as Clock, Waypoints } from 'lucide-react'
import { useRef } from 'react'
import type { LedgerEvent } from '../../../domain/events'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { logMessages as messages } from '../../../locales/en/event-log'
import { travel, useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { useEventProof } from '../../../stores/event-log/event-proof'
import { useFault } from '../../../stores/event-log/fault'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { Skeleton } from '../../../ui/feedback/skeleton'
import { formatCount } from '../../../ui/format/format-money'
import { EventJson } from '../event-json'
import { useEvents } from '../use-events'
import styles from './event-panel.module.css'
import { EventSeal, SealLine } from './seal/event-seal'

export function EventPanel({ position, onBack }: { readonly position: number; readonly onBack: () => void }) {
  const { events, missing } = useEvents([position])
  const event = events.get(position)
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
        <EventInFull event={event} />
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

function EventInFull({ event }: { readonly event: LedgerEvent }) {
  const size = useLedger((ledger) => ledger.size)
  const until = useCursor((cursor) => cursor.bound.position)
  const seal = useRef<HTMLElement>(null)
  const isSound = useFault() === undefined
  // What lies beyond the moment is looked at under the root of now.
  const isNow = event.globalPosition > until || until === size
  const proof = useEventProof(event as unknown as RecordedEvent, isNow ? size : until)
  return (
    <>
      <SealLine
        state={proof}
        onHow={() => {
          seal.current?.scrollIntoView({ block: 'start' })
          seal.current?.focus({ preventScroll: true })
        }}
      />
      <div className={styles.json}>
        <EventJson event={event} />
      </div>
      <EventSeal state={proof} isNow={isNow && isSound} box={seal} />
    </>
  )
}
