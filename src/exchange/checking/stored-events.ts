/** A ledger's own events with their stored bytes, one after another. */
import { DamagedBatchError, linesOf } from '../../event-log/batch-codec'
import type { EventLog } from '../../event-log/event-log'
import type { RecordedEvent } from '../../event-log/recorded-event'

export interface StoredLine {
  readonly position: number
  /** Canonical, without its line end; a view of the batch. */
  readonly bytes: Uint8Array
}

/** Lines from one position to another, inclusive. @throws what the log fails with. */
export async function* storedLines(
  log: EventLog,
  from: number,
  to: number,
): AsyncGenerator<StoredLine, void, undefined> {
  if (from > to) return
  for await (const batch of log.readBatches({ from, to })) {
    let position = batch.first
    for (const bytes of linesOf(batch.bytes)) {
      if (position >= from && position <= to) yield { position, bytes }
      position++
    }
  }
}

export async function* storedEvents(
  log: EventLog,
  from: number,
  to: number,
): AsyncGenerator<StoredLine & { readonly event: RecordedEvent }, void, undefined> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const line of storedLines(log, from, to)) {
    yield { ...line, event: parse(decoder.decode(line.bytes), line.position) }
  }
}

function parse(text: string, position: number): RecordedEvent {
  try {
    return JSON.parse(text) as RecordedEvent
  } catch {
    throw new DamagedBatchError(position, `The stored event ${position} is damaged: it is no JSON.`)
  }
}
