/** Command, event, and what hangs together with it: the chain that a number can be followed along. */
import { ArrowDown, History as Clock, Diamond, SquareTerminal, Waypoints } from 'lucide-react'
import type { LedgerEvent } from '../../domain/events'
import { inspectorMessages as messages } from '../../locales/en/inspector'
import { travel, useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { Button } from '../../ui/action/button'
import { formatInstant } from '../../ui/format/format-date'
import { formatCount } from '../../ui/format/format-money'
import { ClockFacts } from './clock-facts'
import { commandOfEvent } from './command-of-event'
import styles from './event-dialog.module.css'
import { type RelatedEvent, relatedEvents } from './related-events'
import { useEventWords } from './use-event-words'
import { useEvents } from './use-events'

export function EventChain({ event }: { readonly event: LedgerEvent }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const words = useEventWords()
  const related = relatedEvents(timeline, event.globalPosition, event.metadata.causationId)
  const position = event.globalPosition
  return (
    <div className={styles.chain}>
      <div className={styles.node}>
        <p className={styles.kind}>
          <SquareTerminal aria-hidden="true" />
          {messages.command}
        </p>
        <b translate="no">{commandOfEvent(event.type)}</b>
        <p className={styles.quiet}>{commandFacts(event)}</p>
      </div>
      <ArrowDown aria-hidden="true" className={styles.arrow ?? ''} />
      <div className={`${styles.node} ${styles.chosen}`}>
        <p className={styles.kind}>
          <Diamond aria-hidden="true" />
          {messages.title(formatCount(position))}
          <span className={styles.rewind}>
            <Button
              variant="bare"
              size="small"
              icon={<Clock />}
              onPress={() => {
                dialogs.close()
                travel.to({ position })
              }}
            >
              {messages.rewind}
            </Button>
          </span>
        </p>
        <b>{words(event)}</b>
        <ClockFacts event={event} />
        <EntryFacts event={event} />
      </div>
      {related.length > 0 && (
        <>
          <ArrowDown aria-hidden="true" className={styles.arrow ?? ''} />
          <div className={styles.node}>
            <p className={styles.kind}>
              <Waypoints aria-hidden="true" />
              {messages.chain}
            </p>
            <RelatedList related={related} />
          </div>
        </>
      )}
    </div>
  )
}

function RelatedList({ related }: { readonly related: readonly RelatedEvent[] }) {
  const words = useEventWords()
  const until = useCursor((cursor) => cursor.bound.position)
  const { events } = useEvents(related.map(({ position }) => position))
  return (
    <ul className={styles.related}>
      {related.map(({ relation, position }) => {
        const event = events.get(position)
        return (
          <li key={position}>
            <span className={styles.quiet}>{messages.relations[relation]}</span>
            <button type="button" className={styles.link} onClick={() => dialogs.open({ kind: 'event', position })}>
              {event === undefined
                ? messages.title(formatCount(position))
                : messages.eventLink(formatCount(position), words(event))}
            </button>
            {position > until && <span className={styles.quiet}>{messages.laterThanCursor}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function EntryFacts({ event }: { readonly event: LedgerEvent }) {
  const { data } = event
  const facts = (['payee', 'memo', 'category', 'reason'] as const).flatMap((field) => {
    const text = field in data ? (data as Readonly<Record<string, unknown>>)[field] : undefined
    return typeof text === 'string' && text !== '' ? [[messages[field], text] as const] : []
  })
  if (facts.length === 0) return null
  return (
    <dl className={styles.facts}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function commandFacts({ metadata }: LedgerEvent): string {
  const { commandId, importedFrom } = metadata
  if (typeof importedFrom === 'object' && importedFrom !== null && 'globalPosition' in importedFrom) {
    const { globalPosition, recordedAt } = importedFrom as Readonly<Record<string, unknown>>
    return messages.importedFrom(
      String(globalPosition),
      typeof recordedAt === 'string' ? formatInstant(recordedAt) : '',
    )
  }
  return typeof commandId === 'string' ? commandId : messages.commandUnknown
}
