/**
 * What is measured of looking at a ledger, through its console API. Each function is sent into a page whole, so none may
 * use anything from outside itself.
 */
import type { Moment } from '../../../src/time-travel/moment'

/**
 * Milliseconds of reading, with nothing but the browser, the rows of the snapshot that stand before balances are shown:
 * the bytes that an opening cannot do without.
 */
export async function timeSnapshotRead(): Promise<number> {
  const databaseName = localStorage.getItem('hindsight.ledger') ?? ''
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const store = () => database.transaction('snapshots').objectStore('snapshots')
  const keys = await settled(store().getAllKeys(IDBKeyRange.bound('timeline/', 'timeline0')))
  const wanted = keys.filter((key) => !String(key).startsWith('timeline/ids/'))
  const began = performance.now()
  const within = store()
  await Promise.all(wanted.map((key) => settled(within.get(key))))
  const took = performance.now() - began
  database.close()
  return took
}

export interface SearchTimes {
  /** Milliseconds until the first entries were told, of searches that found some. */
  readonly first: number[]
  /** Milliseconds until every entry was looked at. */
  readonly complete: number[]
}

/** Searches through all entries, one after another, as a palette asks. */
export async function timeSearches({ texts }: { texts: readonly string[] }): Promise<SearchTimes> {
  const times: SearchTimes = { first: [], complete: [] }
  for (const text of texts) {
    const began = performance.now()
    let first: number | undefined
    const { total } = await window.hindsight.search(text, {
      limit: 6,
      onResults: () => {
        first ??= performance.now() - began
      },
    })
    const complete = performance.now() - began
    times.complete.push(complete)
    if (total > 0) times.first.push(first ?? complete)
  }
  return times
}

export interface SeekTimes {
  readonly recorded: number[]
  readonly effective: number[]
  readonly both: number[]
  /** As `recorded` and `effective`, into an array that is there already: what a drag asks for. */
  readonly intoRecorded: number[]
  readonly intoEffective: number[]
}

/** Milliseconds of `balancesAt` for each position, each date, and both at once. */
export function timeSeeks({ positions, dates }: { positions: number[]; dates: string[] }): SeekTimes {
  const { balancesAt } = window.hindsight
  const time = (work: () => unknown): number => {
    const began = performance.now()
    work()
    return performance.now() - began
  }
  const into = balancesAt('now').minor
  return {
    intoRecorded: positions.map((position) => time(() => balancesAt({ position }, into))),
    intoEffective: dates.map((effectiveOn) => time(() => balancesAt({ effectiveOn }, into))),
    recorded: positions.map((position) => time(() => balancesAt({ position }))),
    effective: dates.map((effectiveOn) => time(() => balancesAt({ effectiveOn }))),
    both: positions.map((position, i) => time(() => balancesAt({ position, effectiveOn: dates[i] ?? '' }))),
  }
}

/**
 * SHA-256 of the balances at each moment, as lines `accountId minor`, in opening order.
 * @param into into one array for all, with what was there before, as a drag asks for them
 */
export async function digestBalances({ moments, into }: { moments: Moment[]; into: boolean }): Promise<string[]> {
  const digests: string[] = []
  const kept = into ? window.hindsight.balancesAt('now').minor.fill(Number.NaN) : undefined
  for (const moment of moments) {
    const { ids, minor } = window.hindsight.balancesAt(moment, kept)
    const text = ids.map((id, i) => `${id} ${minor[i]}\n`).join('')
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
    digests.push([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  return digests
}

export interface Found {
  readonly total: number
  /** Newest first. */
  readonly positions: readonly number[]
}

/** What each search finds: how many entries, and where the newest of them stand. */
export async function findEntries({ texts, limit }: { texts: readonly string[]; limit: number }): Promise<Found[]> {
  const found: Found[] = []
  for (const text of texts) {
    const { total, entries } = await window.hindsight.search(text, { limit })
    found.push({ total, positions: entries.map(({ position }) => position) })
  }
  return found
}
