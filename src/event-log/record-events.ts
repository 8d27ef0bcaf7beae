/** Turns decided events into recorded ones: place, time, canonical bytes and seal. Pure, so both adapters record alike. */
import { encodeBatch } from './batch-codec'
import { CanonicalJsonError, canonicalJson, MAX_EVENT_BYTES } from './canonical-json'
import type { Head, StoredBatch } from './event-log'
import { appendLeaf, leafHash } from './merkle-tree'
import type { JsonValue, NewEvent, RecordedEvent } from './recorded-event'

const INSTANT_LENGTH = '2026-01-01T00:00:00.000Z'.length
const encoder = new TextEncoder()

export interface Recording {
  /** As they will be read again: what JSON.parse makes of the stored lines. */
  readonly events: readonly RecordedEvent[]
  readonly batch: StoredBatch
  /** The head afterwards; its name is the old one. */
  readonly head: Head
}

/**
 * Places events behind the head.
 * @param revisionOf revision of a stream before the events, 0 where it does not exist.
 * @param now milliseconds since 1970. Where it lies before the last event's `recordedAt`, that is used again and the
 *   true time kept in `metadata.clock`.
 * @throws CanonicalJsonError for an event over 256 KiB or 32 levels, or one that is no JSON.
 */
export function recordEvents(
  head: Head,
  revisionOf: (streamId: string) => number,
  events: readonly NewEvent[],
  now: number,
): Recording {
  const clock = new Date(now).toISOString()
  if (clock.length !== INSTANT_LENGTH)
    throw new RangeError(`The clock shows ${clock}, a year that the log cannot write.`)
  const wentBack = clock < head.lastRecordedAt
  const recordedAt = wentBack ? head.lastRecordedAt : clock
  const revisions = new Map<string, number>()
  let { frontier, size } = head
  const lines: string[] = []
  const recorded = events.map((event): RecordedEvent => {
    const streamRevision = (revisions.get(event.streamId) ?? revisionOf(event.streamId)) + 1
    revisions.set(event.streamId, streamRevision)
    const line = canonicalJson({
      globalPosition: size + 1,
      streamId: event.streamId,
      streamRevision,
      eventId: event.eventId,
      type: event.type,
      schemaVersion: event.schemaVersion,
      recordedAt,
      data: event.data,
      metadata: wentBack ? { ...event.metadata, clock } : event.metadata,
    } satisfies Record<keyof RecordedEvent, JsonValue>)
    const bytes = encoder.encode(line)
    if (bytes.length > MAX_EVENT_BYTES) {
      const message = `The event takes ${bytes.length} bytes; ${MAX_EVENT_BYTES} (256 KiB) is the most. Use shorter texts.`
      throw new CanonicalJsonError('too-large', message)
    }
    lines.push(line)
    frontier = appendLeaf(frontier, size, leafHash(bytes))
    size++
    return JSON.parse(line) as RecordedEvent
  })
  return {
    events: recorded,
    batch: { first: head.size + 1, count: events.length, bytes: encodeBatch(lines), frontier: head.frontier },
    head: { ...head, size, frontier, lastRecordedAt: events.length > 0 ? recordedAt : head.lastRecordedAt },
  }
}
