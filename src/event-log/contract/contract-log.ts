/** What the contract suite is run on: a small domain of its own, so that it knows nothing of banking. */
import type { DecisionState, EventLog, StoredBatch, TransactResult } from '../event-log'
import type { NewEvent, RecordedEvent } from '../recorded-event'
import type { Upcasters } from '../upcaster'
import { makeUuidV7 } from '../uuid'

/** A counter: how many events touched it and the sum of their numbers. */
export interface Tally {
  readonly touched: number
  readonly sum: number
}

export const tallies: DecisionState<Tally> = {
  version: 1,
  touches: (event) => [event.streamId, ...(typeof event.data.also === 'string' ? [event.data.also] : [])],
  evolve: (state, event) => ({
    touched: (state?.touched ?? 0) + 1,
    sum: (state?.sum ?? 0) + (typeof event.data.add === 'number' ? event.data.add : 0),
  }),
  ledgerName: (event) => (event.type === 'Named' && typeof event.data.name === 'string' ? event.data.name : undefined),
}

export interface ContractOptions {
  readonly ledgerId: string
  readonly name: string
  readonly decision: DecisionState<Tally>
  readonly clock: () => number
  readonly upcasters: Upcasters
}

export interface ContractLog {
  readonly log: EventLog<Tally>
  /** Another connection to the same log, where the adapter has such. */
  readonly second?: EventLog<Tally>
}

export type MakeLog = (options: ContractOptions) => Promise<ContractLog>

export const LEDGER_ID = '01900000-0000-7000-8000-000000000001'
export const A = 'counter-01900000-0000-7000-8000-00000000000a'
export const B = 'counter-01900000-0000-7000-8000-00000000000b'

const newId = makeUuidV7()

export function added(streamId: string, add: number, more: Record<string, string | number> = {}): NewEvent {
  return { streamId, eventId: newId(), type: 'Added', schemaVersion: 1, data: { add, ...more }, metadata: {} }
}

/** Appends one event a transaction. */
export async function append(log: EventLog<Tally>, ...events: NewEvent[]): Promise<RecordedEvent[]> {
  const recorded: RecordedEvent[] = []
  for (const event of events)
    recorded.push(...appended(await log.transact({ streamIds: [event.streamId] }, () => ({ append: [event] }))))
  return recorded
}

/** Appends all in one transaction. */
export async function appendTogether(log: EventLog<Tally>, events: readonly NewEvent[]): Promise<RecordedEvent[]> {
  const streamIds = [...new Set(events.map((event) => event.streamId))]
  return appended(await log.transact({ streamIds }, () => ({ append: events })))
}

export function appended(result: TransactResult<unknown>): RecordedEvent[] {
  if (result.kind !== 'appended') throw new Error(`Not appended: ${result.kind}`)
  return [...result.events]
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

export async function positionsOf(items: AsyncIterable<RecordedEvent>): Promise<number[]> {
  return (await all(items)).map((event) => event.globalPosition)
}

/** All stored bytes behind one another. */
export async function storedText(log: EventLog<Tally>, range: { from?: number; to?: number } = {}): Promise<string> {
  const batches: StoredBatch[] = await all(log.readBatches(range))
  return batches.map((batch) => new TextDecoder().decode(batch.bytes)).join('')
}
