/**
 * Upcasting on read: an event of an older schemaVersion is turned into today's form by pure functions, one a version.
 * Stored bytes are never rewritten (Greg Young, "Versioning in an Event Sourced System", 2017).
 */
import type { RecordedEvent } from './recorded-event'

/** Turns an event of `schemaVersion` n into one of n + 1. */
export type Upcaster = (event: RecordedEvent) => RecordedEvent

/** Upcasters by event type, then by the version they start from (index 0: from version 1). */
export type Upcasters = ReadonlyMap<string, readonly Upcaster[]>

export const NO_UPCASTERS: Upcasters = new Map()

/** The event in its newest known form; the same object where it is that already. */
export function upcast(event: RecordedEvent, upcasters: Upcasters): RecordedEvent {
  const chain = upcasters.get(event.type)
  if (!chain) return event
  let newest = event
  for (let next = chain[newest.schemaVersion - 1]; next; next = chain[newest.schemaVersion - 1]) {
    const before = newest.schemaVersion
    newest = next(newest)
    if (newest.schemaVersion !== before + 1)
      throw new Error(`The upcaster of ${event.type} v${before} gave v${newest.schemaVersion}`)
  }
  return newest
}
