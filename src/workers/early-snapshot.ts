/**
 * Starts the worker that reads the stored snapshot, with the page's first lines: a worker takes as long to start as the
 * program to be read. Small, since nothing else is there yet; what the worker says meanwhile is kept for the program.
 */
import snapshotWorker from './snapshot.worker.ts?worker&url'
import { startWorker } from './start-worker'

const LAST = 'hindsight.ledger'

export interface SnapshotWorker {
  readonly databaseName: string
  readonly worker: Worker
  /** To be called once, when somebody listens to the worker: what it has said already is said again. */
  repeat(): void
}

let early: SnapshotWorker | undefined

/** Of the ledger that was read last, which is likely the one that is opened next. To be called as early as can be, once. */
export function startLastSnapshotEarly(): void {
  const databaseName = lastLedger()
  if (databaseName) early = startSnapshotWorker(databaseName)
}

/** The one that was started early, once. */
export function takeEarlySnapshot(): SnapshotWorker | undefined {
  const taken = early
  early = undefined
  return taken
}

export function startSnapshotWorker(databaseName: string): SnapshotWorker {
  const worker = startWorker(snapshotWorker, 'hindsight open')
  const said: Event[] = []
  const keep = (event: Event) => said.push(event)
  worker.addEventListener('message', keep)
  worker.addEventListener('error', keep)
  worker.postMessage(databaseName)
  return {
    databaseName,
    worker,
    repeat: () => {
      worker.removeEventListener('message', keep)
      worker.removeEventListener('error', keep)
      for (const event of said) worker.dispatchEvent(event)
    },
  }
}

export function rememberLedger(databaseName: string): void {
  try {
    localStorage.setItem(LAST, databaseName)
  } catch {
    // A browser that keeps nothing opens a little later.
  }
}

function lastLedger(): string | null {
  try {
    return localStorage.getItem(LAST)
  } catch {
    return null
  }
}
