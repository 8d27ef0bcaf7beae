/**
 * Log files with every version of every kind of event that was ever released, as they were written: kept for ever, none
 * changed or taken away. Whoever makes a new version of an event's data adds a file for it and an upcaster.
 */
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import { rootOf } from '../../event-log/merkle-tree'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { Timeline } from '../../projections/timeline'
import { accountsAt } from '../../time-travel/accounts-at'
import { resolveMoment } from '../../time-travel/resolve-moment'

const FILES = import.meta.glob<string>('./logs/*.txt', { query: '?raw', import: 'default', eager: true })

/** Version 0 names no account. */
export const VERSION_ZERO_ACCOUNT = { name: 'Textbook', currency: 'EUR' }

/** `deposited.1`: the kind of event it is about, and its version; `version.0`: the oldest form of the file. */
export const RELEASED_LOGS: readonly { readonly name: string; readonly text: string }[] = Object.entries(FILES).map(
  ([path, text]) => ({ name: path.replace('./logs/', '').replace('.txt', ''), text }),
)

export function fixtureName(type: string, version: number): string {
  return `${type.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase()}.${version}`
}

/** What commands decide on and screens show, as plain data. */
export async function stateShown(log: EventLog<StreamState>): Promise<unknown> {
  const { size, frontier, name } = await log.head()
  const streams: Record<string, unknown> = {}
  for await (const { streamId, revision, state } of log.readStreamRows()) streams[streamId] = { revision, state }
  const events: RecordedEvent[] = []
  for await (const event of log.readAll()) events.push(event)
  const timeline = new Timeline()
  timeline.append(events)
  const accounts = accountsAt(timeline, resolveMoment(timeline, 'now'))
  return JSON.parse(JSON.stringify({ name, size, rootHash: rootOf(frontier), streams, accounts }, plain))
}

/** Maps and sets as lists; keys in one order, whatever store they come from. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
