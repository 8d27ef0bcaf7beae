/** The worker's own file: one task at a time, its progress, its result. Nothing of a task outlives it. */
import type { LedgerEntry } from '../application/backend/backend'
import { openStanding } from '../application/backend/damaged-ledgers'
import { openDexieLog } from '../application/backend/dexie-backend'
import { openSnapshotKeeper } from '../application/backend/snapshot-keeper'
import type { Progress } from '../application/ledger-api'
import type { EventLog } from '../event-log/event-log'
import { DexieEventLog } from '../storage/dexie-event-log'
import { RepairWriter } from '../storage/integrity/repair-writer'
import { ownPublicKey, signingKey } from '../storage/integrity/signing-key'
import { DexieTables } from '../storage/integrity/stored-tables'
import { withImportLock } from '../storage/maintenance/maintenance-lock'
import { batchWriter } from './batches/batch-writing'
import { carryError } from './carried-error'
import { announceFile } from './file-notice'
import { runTask } from './tasks/run-task'
import type { Reply, Request, Task, TaskResults } from './tasks/task-protocol'

let cancel = new AbortController()
let answered: () => void = () => undefined
const reply = (message: Reply) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (!('run' in data)) {
    if ('cancel' in data) cancel.abort()
    answered()
    return
  }
  cancel = new AbortController()
  answered = () => undefined
  const context = {
    openLog: (entry: LedgerEntry) => openDexieLog(entry, undefined, batchWriter),
    openSnapshots: openSnapshotKeeper,
    openTables: async ({ databaseName }: LedgerEntry) => {
      const tables = await DexieTables.open(databaseName)
      return Object.assign(tables, { repair: () => RepairWriter.begin(tables.db) })
    },
    openStanding,
    pack: async (log: EventLog) => {
      if (log instanceof DexieEventLog) await log.pack()
    },
    exclusively: <Result>(entry: LedgerEntry, work: () => Promise<Result>) => withImportLock(entry.databaseName, work),
    signer: () => signingKey(),
    ownKey: () => ownPublicKey(),
    beforeCommit: () =>
      new Promise<void>((resolve) => {
        answered = resolve
        reply({ ask: 'commit' })
      }),
    onProgress: (progress: Progress) => reply({ progress }),
    signal: cancel.signal,
    now: Date.now,
  }
  runTask(data.run, context).then(
    (result) => {
      reply({ result })
      tellOfFile(data.run, result)
    },
    (error: unknown) => reply({ failure: carryError(error) }),
  )
})

/** Restored from a file, or brought up to one: then that file has it all. */
function tellOfFile(task: Task, result: TaskResults[Task['kind']]): void {
  if (task.kind !== 'import' || !task.entry || task.options.dryRun) return
  const { result: kind, size } = result as TaskResults['import']
  if (kind === 'restored' || kind === 'fast-forwarded') announceFile({ localId: task.entry.localId, events: size })
}
