/**
 * Heavy work off the main thread. A worker is made when it is needed; one that did its task rests for a while, since the
 * next task often comes soon, and starting anew takes longer than many tasks. One that failed or was cancelled is ended.
 */
import type { HeavyWork, LedgerEntry } from '../application/backend/backend'
import type { BackupTarget } from '../application/backup/write-backup'
import type { RepairOptions } from '../application/integrity/integrity-api'
import type { ExportOptions, ImportOptions, WorkOptions } from '../application/ledger-api'
import type { BranchRequest } from '../application/sandbox/branch-log'
import { revivedError } from './carried-error'
import heavyWorker from './heavy.worker.ts?worker&url'
import { startWorker } from './start-worker'
import type { Reply, Request, Task, TaskResults } from './tasks/task-protocol'
import { readSnapshot } from './worker-snapshot'

export const workerHeavyWork: HeavyWork = {
  importLog(entry: LedgerEntry | null, file: Blob, { onProgress, signal, ...options }: Omit<ImportOptions, 'into'>) {
    return runInWorker({ kind: 'import', entry, file, options }, work(onProgress, signal))
  },
  exportLog(entry: LedgerEntry, { onProgress, signal, ...options }: ExportOptions) {
    return runInWorker({ kind: 'export', entry, options }, work(onProgress, signal))
  },
  readSnapshot,
  project(entry: LedgerEntry, options: WorkOptions) {
    return runInWorker({ kind: 'project', entry }, options)
  },
  pack(entry: LedgerEntry) {
    return runInWorker({ kind: 'pack', entry }, {})
  },
  verify(entry: LedgerEntry, options: WorkOptions) {
    return runInWorker({ kind: 'verify', entry }, options)
  },
  fileFacts(files: readonly Blob[]) {
    return runInWorker({ kind: 'facts', entry: null, files }, {})
  },
  backUp(entry: LedgerEntry, target: BackupTarget, options: WorkOptions) {
    return runInWorker({ kind: 'backup', entry, target }, options)
  },
  repair(entry: LedgerEntry, file: Blob | null, { onProgress, signal, ...options }: RepairOptions) {
    return runInWorker({ kind: 'repair', entry, file, options }, work(onProgress, signal))
  },
  prove(entry: LedgerEntry, files: readonly [Blob, Blob?], options: WorkOptions) {
    return runInWorker({ kind: 'prove', entry, files }, options)
  },
  standingSnapshot(entry: LedgerEntry) {
    return runInWorker({ kind: 'standing-snapshot', entry }, {})
  },
  branch(entry: LedgerEntry, original: LedgerEntry, request: BranchRequest, options: WorkOptions) {
    return runInWorker({ kind: 'branch', entry, original, request }, options)
  },
  verdicts(entry: LedgerEntry, original: LedgerEntry) {
    return runInWorker({ kind: 'verdicts', entry, original }, {})
  },
  balances(entry: LedgerEntry) {
    return runInWorker({ kind: 'balances', entry }, {})
  },
}

function work(onProgress: WorkOptions['onProgress'], signal: WorkOptions['signal']): WorkOptions {
  return { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) }
}

/** Tasks that a page waits for, and those that run beside it. */
let running = 0

export function isHeavyWorkRunning(): boolean {
  return running > 0
}

function runInWorker<Kind extends Task['kind']>(
  task: Task & { readonly kind: Kind },
  { onProgress, signal }: WorkOptions,
): Promise<TaskResults[Kind]> {
  if (signal?.aborted) return Promise.reject(cancelled())
  const worker = wake()
  const send = (request: Request) => worker.postMessage(request)
  const heard = new AbortController()
  running++
  const listening = { signal: heard.signal }
  return new Promise<TaskResults[Kind]>((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<Reply>) => {
      if ('progress' in data) onProgress?.(data.progress)
      else if ('ask' in data) send(signal?.aborted ? { cancel: true } : { commit: true })
      else if ('result' in data) resolve(data.result as TaskResults[Kind])
      else reject(revivedError(data.failure))
    }
    const onError = (event: ErrorEvent) =>
      reject(new Error(event.message || 'The background worker could not be started. Reload the page.'))
    worker.addEventListener('message', onMessage, listening)
    worker.addEventListener('error', onError, listening)
    signal?.addEventListener('abort', () => send({ cancel: true }), listening)
    send({ run: task })
  })
    .then(
      (result) => {
        rest(worker)
        return result
      },
      (error: unknown) => {
        worker.terminate()
        throw error
      },
    )
    .finally(() => {
      running--
      heard.abort()
    })
}

/** Milliseconds. Long enough for what one does next, short enough that nobody pays for the memory of an import. */
const RESTS_FOR = 10_000

let resting: { readonly worker: Worker; readonly end: ReturnType<typeof setTimeout> } | undefined

function wake(): Worker {
  if (!resting) return startWorker(heavyWorker, 'hindsight')
  const { worker, end } = resting
  clearTimeout(end)
  resting = undefined
  return worker
}

/** One at a time: tasks that run beside each other are rare. */
function rest(worker: Worker): void {
  if (resting) {
    worker.terminate()
    return
  }
  const end = setTimeout(() => {
    worker.terminate()
    resting = undefined
  }, RESTS_FOR)
  resting = { worker, end }
}

function cancelled(): DOMException {
  return new DOMException('Cancelled; nothing was changed.', 'AbortError')
}
