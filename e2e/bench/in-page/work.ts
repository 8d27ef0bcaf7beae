/**
 * The ledger's background work, through its console API. Each function is sent into a page whole, so none may use
 * anything from outside itself.
 */

declare global {
  interface Window {
    /** Tasks of the page that took over 50 ms, from its first line on. */
    benchTasks?: { readonly seen: PerformanceEntry[]; readonly observer: PerformanceObserver }
  }
}

/** Between when, in milliseconds since navigation; the frame that shows the result included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Work<T> extends Span {
  /** Until the answer. */
  readonly millis: number
  readonly value: T
}

/** Before anything of the page has run: what keeps it busy is noted. */
export function watchTasks(): void {
  const seen: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => {
    seen.push(...list.getEntries())
  })
  observer.observe({ type: 'longtask', buffered: true })
  window.benchTasks = { seen, observer }
}

/** The longest task that ran at any time of the span, milliseconds; 0 where none took more than 50. */
export function longestTask({ from, to }: { from: number; to: number }): number {
  const watch = window.benchTasks
  if (!watch) throw new Error('Nobody watched the tasks of this page.')
  // Those that the observer has not been told of yet.
  watch.seen.push(...watch.observer.takeRecords())
  const within = watch.seen.filter(({ startTime, duration }) => startTime + duration > from && startTime < to)
  return Math.max(0, ...within.map(({ duration }) => duration))
}

/** What is asked of a piece of work afterwards. */
export interface Outcome {
  readonly rootHash?: string | null
  readonly verified?: { readonly ok: boolean; readonly reason: string | undefined }
}

/**
 * One piece of background work, and when it was. Of what it gives back only a few fields are handed on: carrying a
 * report with a line for each of 27,038 accounts out of the page is half a second of our own, in a task of the page.
 */
export async function timeWork({ job }: { job: 'import' | 'verify' | 'export' }): Promise<Work<Outcome>> {
  const { hindsight } = window
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  const from = performance.now()
  let value: Outcome = {}
  if (job === 'import') value = { rootHash: (await hindsight.importLog(file as File)).rootHash }
  else if (job === 'verify') {
    const { ok, reason } = await hindsight.verify()
    value = { verified: { ok, reason } }
  } else await hindsight.exportLog()
  const millis = performance.now() - from
  // The screen shows the new state in the frame after; what that costs counts too.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return { from, to: performance.now(), millis, value }
}

/** Whether an export has every byte of every event line of the chosen file. */
export async function exportsTheSame(): Promise<boolean> {
  const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
  if (!file) throw new Error('There is no file to compare with.')
  // Headers differ: they say when the file was written.
  const body = async (blob: Blob) => {
    const head = await blob.slice(0, 4_096).text()
    return blob.slice(new TextEncoder().encode(head.slice(0, head.indexOf('\n') + 1)).length)
  }
  const [mine, theirs] = await Promise.all([body(await window.hindsight.exportLog()), body(file)])
  let same = mine.size === theirs.size
  for (let at = 0; same && at < mine.size; at += 1 << 24) {
    const [a, b] = await Promise.all(
      [mine, theirs].map(async (blob) => new Uint8Array(await blob.slice(at, at + (1 << 24)).arrayBuffer())),
    )
    same = a?.every((byte, i) => byte === b?.[i]) ?? false
  }
  return same
}

/**
 * Waits until the small batches that commands left are joined, which a start sets going.
 * @param before stored batches there were before
 */
export async function awaitPacking({ before }: { before: number }): Promise<{ span: Span; packed: boolean }> {
  const began = performance.now()
  let batches = before
  while (batches >= before && performance.now() - began < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    batches = (await window.hindsight.stats()).batches
  }
  return { span: { from: 0, to: performance.now() }, packed: batches < before }
}

/** Loses what the timeline stored of itself, as a browser short of room may: it is built again at the next start. */
export async function loseSnapshots(): Promise<void> {
  const databaseName = localStorage.getItem('hindsight.ledger') ?? ''
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('snapshots', 'readwrite')
    transaction.objectStore('snapshots').delete(IDBKeyRange.bound('timeline', 'timeline0'))
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
  database.close()
}
