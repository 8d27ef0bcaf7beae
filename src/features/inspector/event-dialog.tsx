/** One event in full: what it says, what led to it, what followed, and the very JSON that is stored and sealed. */
import { List, Undo2 } from 'lucide-react'
import type { LedgerEvent } from '../../domain/events'
import { inspectorMessages as messages } from '../../locales/en/inspector'
import { useCursor } from '../../stores/cursor-store'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { Skeleton } from '../../ui/feedback/skeleton'
import { formatCount } from '../../ui/format/format-money'
import { Dialog, DialogNote } from '../../ui/overlay/dialog'
import { EventChain } from './event-chain'
import styles from './event-dialog.module.css'
import { EventJson } from './event-json'
import { useEvents } from './use-events'

export function EventDialog() {
  const request = useDialog((dialog) => dialog.request)
  return request?.kind === 'event' ? <OneEvent key={request.position} position={request.position} /> : null
}

function OneEvent({ position }: { readonly position: number }) {
  const { events, missing } = useEvents([position])
  const event = events.get(position)
  return (
    <Dialog
      title={messages.title(formatCount(position))}
      size="wide"
      onClose={dialogs.close}
      footer={event === undefined ? undefined : <EventActions event={event} />}
    >
      {event === undefined ? (
        missing ? (
          <p>{messages.notFound}</p>
        ) : (
          <p aria-busy="true">
            <span className={styles.unseen}>{messages.loading}</span>
            <Skeleton width="long" />
          </p>
        )
      ) : (
        <>
          <EventChain event={event} />
          <EventJson event={event} />
        </>
      )}
    </Dialog>
  )
}

function EventActions({ event }: { readonly event: LedgerEvent }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const isNow = useCursor((cursor) => cursor.isNow)
  const position = event.globalPosition
  const past = isNow ? null : messages.pastReadOnly
  const accountId = event.streamId.slice('account-'.length)
  const ownWords = event.type === 'Deposited' || event.type === 'Withdrawn'
  const reversed = timeline.reversedBy(position - 1) !== undefined
  return (
    <>
      <DialogNote>{event.type}</DialogNote>
      <Button
        icon={<List />}
        onPress={() => {
          dialogs.close()
          show.page('event-log', { event: String(position) })
        }}
      >
        {messages.showInLog}
      </Button>
      {ownWords && (
        <>
          <Button disabledReason={past} onPress={() => dialogs.open({ kind: 'annotate', accountId, position })}>
            {messages.editWords}
          </Button>
          <Button
            icon={<Undo2 />}
            disabledReason={past ?? (reversed ? messages.reversedAlready : null)}
            onPress={() => dialogs.open({ kind: 'reverse', accountId, position })}
          >
            {messages.reverse}
          </Button>
        </>
      )}
      <Button onPress={dialogs.close}>{messages.done}</Button>
    </>
  )
}
