/**
 * The one place that decides in which form an event read from stored bytes is understood. Bytes stay as they were
 * recorded; whoever reads them without the log over them asks here.
 *
 * [UP1] An event of an older version is checked, shown, searched and summed in today's form, and exported as it was recorded.
 * [UP2] A reader of bytes alone takes only lines of today's version; all others are parsed and come here.
 */
import { newestVersion, UPCASTERS } from '../../domain/upcasters'
import { decodeBatch } from '../../event-log/batch-codec'
import type { StoredBatch } from '../../event-log/event-log'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { upcast } from '../../event-log/upcaster'

/** The same object where it is in today's form already. @throws whatever an upcaster throws of data that is none. */
export function todaysForm(event: RecordedEvent): RecordedEvent {
  return upcast(event, UPCASTERS)
}

/** The events of a batch from a position on. @throws DamagedBatchError */
export function eventsOf(batch: Omit<StoredBatch, 'frontier'>, from: number): RecordedEvent[] {
  return decodeBatch(batch, from).map(todaysForm)
}

/** Whether there are lines that must not be read from their bytes alone. */
export function hasOlderVersions(): boolean {
  return UPCASTERS.size > 0
}

export function isTodaysVersion(type: string, schemaVersion: number): boolean {
  return schemaVersion === newestVersion(type)
}
