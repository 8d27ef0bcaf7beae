/**
 * What is measured of Hindsight itself, through its console API. Each function is sent into a page whole, so none may
 * use anything from outside itself.
 */
import type { ImportReport } from '../../../src/application/hindsight'

export interface Work<T> {
  readonly millis: number
  /** The longest task of the page meanwhile, milliseconds; 0 where none took more than 50. */
  readonly longestTask: number
  readonly value: T
}

type Job = 'import' | 'verify' | 'export'

/** One piece of background work, and how long the page was ever busy meanwhile. */
export async function timeWork({ job }: { job: Job }): Promise<Work<unknown>> {
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  let longestTask = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  })
  observer.observe({ type: 'longtask' })
  const { hindsight } = window
  const began = performance.now()
  let value: ImportReport | Blob | object
  if (job === 'import') value = await hindsight.importLog(file as File)
  else if (job === 'verify') value = await hindsight.verify()
  else value = await hindsight.exportLog()
  const millis = performance.now() - began
  // The screen shows the new state in the frame after; what that costs counts too.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  observer.disconnect()
  if (value instanceof Blob) {
    // Every byte of every event line, beside the file that was imported.
    const body = async (blob: Blob) => {
      const head = await blob.slice(0, 4_096).text()
      const start = new TextEncoder().encode(head.slice(0, head.indexOf('\n') + 1)).length
      return blob.slice(start)
    }
    const mine = await body(value)
    const theirs = await body(file as File)
    let same = mine.size === theirs.size
    for (let at = 0; same && at < mine.size; at += 1 << 24) {
      const [a, b] = await Promise.all(
        [mine, theirs].map(async (blob) => new Uint8Array(await blob.slice(at, at + (1 << 24)).arrayBuffer())),
      )
      same = a?.every((byte, i) => byte === b?.[i]) ?? false
    }
    value = { size: value.size, same }
  }
  return { millis, longestTask, value }
}

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

/** SHA-256 of the balances at each moment, as lines `accountId minor`, in opening order. */
export async function digestBalances({
  moments,
}: {
  moments: { position: number; effectiveOn?: string }[]
}): Promise<string[]> {
  const digests: string[] = []
  for (const moment of moments) {
    const { ids, minor } = window.hindsight.balancesAt(moment)
    const text = ids.map((id, i) => `${id} ${minor[i]}\n`).join('')
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
    digests.push([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  return digests
}

export interface CommandTimes {
  /** Milliseconds from dispatch to durable and shown. */
  readonly command: number[]
  /** Milliseconds of a bare strict transaction that writes one row, each right before a command. */
  readonly bare: number[]
}

/**
 * Deposits one after another, each beside a bare transaction, so that both meet the same disk; each begins when the page
 * has drawn the last, as when a person gives them.
 */
export async function timeCommands({ accountId, count }: { accountId: string; count: number }): Promise<CommandTimes> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench-bare', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const times: CommandTimes = { command: [], bare: [] }
  const quiet = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 1_000 })))
  for (let i = 0; i < count; i++) {
    await quiet()
    const began = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(new Uint8Array(400))
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
    const durable = performance.now()
    await window.hindsight.dispatch({ type: 'Deposit', accountId, amount: 1 + i, payee: 'Bench', memo: 'A deposit' })
    times.bare.push(durable - began)
    times.command.push(performance.now() - durable)
  }
  database.close()
  await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase('bench-bare'), { onsuccess: resolve }))
  return times
}
