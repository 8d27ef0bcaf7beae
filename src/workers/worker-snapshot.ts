/**
 * Reads the stored snapshot beside the page: tens of megabytes of a long log, while the page is busy starting. The ledger
 * that was read last is likely the one that is opened next, so its snapshot is asked for by the page's first lines.
 */
import type { LedgerEntry } from '../application/backend/backend'
import { type StoredParts, wholeSnapshot } from '../application/backend/stored-parts'
import type { StoredSnapshot } from '../application/timeline-snapshot-store'

const LAST = 'hindsight.ledger'

interface Early {
  readonly databaseName: string
  readonly parts: Promise<StoredParts | undefined>
}

let early: Early | undefined

/** To be called as early as can be, once. */
export function readLastSnapshotEarly(): void {
  const databaseName = lastLedger()
  if (databaseName) early = { databaseName, parts: readParts(databaseName) }
}

export async function readSnapshot({ databaseName }: LedgerEntry): Promise<StoredSnapshot | undefined> {
  remember(databaseName)
  const known = early?.databaseName === databaseName ? early.parts : readParts(databaseName)
  early = undefined
  const parts = await known
  return parts && wholeSnapshot(parts)
}

function readParts(databaseName: string): Promise<StoredParts | undefined> {
  const worker = new Worker(new URL('./snapshot.worker.ts', import.meta.url), {
    type: 'module',
    name: 'hindsight open',
  })
  return new Promise<StoredParts | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<StoredParts | undefined>) => resolve(data))
    // Without a worker the log is read.
    worker.addEventListener('error', () => resolve(undefined))
    worker.postMessage(databaseName)
  }).finally(() => worker.terminate())
}

function lastLedger(): string | null {
  try {
    return localStorage.getItem(LAST)
  } catch {
    return null
  }
}

function remember(databaseName: string): void {
  try {
    localStorage.setItem(LAST, databaseName)
  } catch {
    // A browser that keeps nothing opens a little later.
  }
}
