/**
 * Reads the stored snapshot beside the page: tens of megabytes of a long log, while the page is busy starting. The worker
 * of the ledger that was read last was started by the page's first lines.
 */
import type { LedgerEntry } from '../application/backend/backend'
import { type Stage, wholeSnapshot } from '../application/backend/stored-parts'
import type { StoredSnapshot } from '../application/snapshots/timeline-snapshot-store'
import { type AccountsRead, readAccounts } from '../projections/snapshot/timeline-assembly'
import { rememberLedger, type SnapshotWorker, startSnapshotWorker, takeEarlySnapshot } from './early-snapshot'
import { nextTask } from './next-task'
import { IDS_NEEDED } from './snapshot-protocol'

interface Early {
  readonly databaseName: string
  readonly snapshot: Promise<StoredSnapshot | undefined>
}

let early: Early | undefined

/** Takes up what the worker that was started early says, before anybody knows which ledger is opened. */
export function readEarlySnapshot(): void {
  const started = takeEarlySnapshot()
  if (started) early = { databaseName: started.databaseName, snapshot: readBesides(started) }
}

export async function readSnapshot({ databaseName }: LedgerEntry): Promise<StoredSnapshot | undefined> {
  rememberLedger(databaseName)
  const known = early?.databaseName === databaseName ? early.snapshot : readBesides(startSnapshotWorker(databaseName))
  early = undefined
  return known
}

/** Resolves as soon as balances can be shown; the ids come later. undefined where there is none, or a damaged one. */
function readBesides({ worker, repeat }: SnapshotWorker): Promise<StoredSnapshot | undefined> {
  let accounts: Promise<AccountsRead> | undefined
  const stored = stageOf(worker, (stage) => {
    // Read while the columns are on their way.
    if ('accounts' in stage) {
      accounts = readAccounts(stage.accounts, nextTask)
      accounts.catch(() => undefined)
    }
    return 'stored' in stage ? accounts?.then((read) => wholeSnapshot(stage.stored, read)) : undefined
  })
  const ids = stageOf(worker, (stage) => ('ids' in stage ? stage.ids : undefined))
  // Whoever needs them hears of it.
  ids.catch(() => undefined)
  repeat()
  return stored
    .then((snapshot) => ({ ...snapshot, laterIds: { ids, need: () => worker.postMessage(IDS_NEEDED) } }))
    .catch(() => {
      worker.terminate()
      return undefined
    })
}

/** What `wanted` makes of a stage. @throws Error where the worker ends without it, or what came cannot be read. */
function stageOf<Part>(worker: Worker, wanted: (stage: Stage) => Part | Promise<Part> | undefined): Promise<Part> {
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.terminate()
      reject(new Error('The snapshot is missing, or damaged.'))
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Stage | 'end'>) => {
      if (data === 'end') return end()
      try {
        const part = wanted(data)
        if (part !== undefined) resolve(part)
      } catch (error) {
        reject(error)
      }
    })
    // Without a worker the log is read.
    worker.addEventListener('error', end)
  })
}
