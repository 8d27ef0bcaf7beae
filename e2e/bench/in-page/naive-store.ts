/**
 * The opponent: a Dexie row an event, opened by reading all of them and adding up, the past by replay from zero.
 * Each function is sent into a page whole, so none may use anything from outside itself; Dexie is there as a global.
 */

interface NaiveEvent {
  readonly globalPosition: number
  readonly streamId: string
  readonly type: string
  readonly eventId: string
  readonly data: { readonly amount?: number; readonly entryId?: string; readonly effectiveOn?: string }
}

interface NaiveTable {
  bulkAdd(rows: readonly object[]): Promise<unknown>
  toArray(): Promise<NaiveEvent[]>
}

declare global {
  interface Window {
    Dexie: new (
      name: string,
    ) => { version(version: number): { stores(schema: object): void }; table(name: string): NaiveTable }
    naiveEvents?: readonly NaiveEvent[]
  }
}

/** Adds the events of the file to an empty store; milliseconds in `bulkAdd` alone, with no check and no hash. */
export async function importNaively({ limit }: { limit: number }): Promise<{ events: number; millis: number }> {
  const database = new window.Dexie('naive')
  database.version(1).stores({ events: 'globalPosition, &[streamId+streamRevision], &eventId' })
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  if (!file) throw new Error('There is no file to import.')
  const table = database.table('events')
  let millis = 0
  let events = 0
  let rows: object[] = []
  const add = async () => {
    const began = performance.now()
    await table.bulkAdd(rows)
    millis += performance.now() - began
    events += rows.length
    rows = []
  }
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let isHeader = true
  while (events + rows.length < limit) {
    const { value, done } = await reader.read()
    if (done) break
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (isHeader || line.startsWith(']')) isHeader = false
      else if (events + rows.length < limit) rows.push(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line))
      if (rows.length === 5_000) await add()
    }
  }
  if (rows.length > 0) await add()
  return { events, millis }
}

/** Opens the store and shows every balance; milliseconds since navigation. */
export async function openNaively(): Promise<number> {
  const database = new window.Dexie('naive')
  database.version(1).stores({ events: 'globalPosition, &[streamId+streamRevision], &eventId' })
  const events = await database.table('events').toArray()
  const balances = new Map<string, number>()
  for (const { streamId, type, data } of events) {
    const sign =
      type === 'Deposited' || type === 'TransferReceived' ? 1 : type === 'Withdrawn' || type === 'TransferSent' ? -1 : 0
    balances.set(streamId, (balances.get(streamId) ?? 0) + sign * (data.amount ?? 0))
  }
  const first = balances.entries().next().value
  document.body.textContent = `${balances.size} streams, the first ${first?.join(' ')}`
  await new Promise((resolve) => requestAnimationFrame(resolve))
  window.naiveEvents = events
  return performance.now()
}

/** Milliseconds of replaying from zero up to each position. */
export function replayNaively({ positions }: { positions: readonly number[] }): number[] {
  const events = window.naiveEvents ?? []
  return positions.map((position) => {
    const began = performance.now()
    const balances = new Map<string, number>()
    for (const { globalPosition, streamId, type, data } of events) {
      if (globalPosition > position) break
      const sign =
        type === 'Deposited' || type === 'TransferReceived'
          ? 1
          : type === 'Withdrawn' || type === 'TransferSent'
            ? -1
            : 0
      if (sign !== 0) balances.set(streamId, (balances.get(streamId) ?? 0) + sign * (data.amount ?? 0))
    }
    return performance.now() - began
  })
}

/** Milliseconds of one linear scan of all events for the balances on each date: what both clocks at once are held to. */
export function scanNaively({ dates }: { dates: readonly string[] }): number[] {
  const events = window.naiveEvents ?? []
  return dates.map((date) => {
    const began = performance.now()
    const balances = new Map<string, number>()
    for (const { streamId, data } of events) {
      if (data.effectiveOn === undefined || data.effectiveOn > date) continue
      balances.set(streamId, (balances.get(streamId) ?? 0) + (data.amount ?? 0))
    }
    return performance.now() - began
  })
}
