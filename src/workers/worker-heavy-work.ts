/** Heavy work off the main thread: a worker a task, made when it is needed and gone when it is done. */
import type { HeavyWork, LedgerEntry } from '../application/backend/backend'
import type { ExportOptions, ImportOptions, WorkOptions } from '../application/hindsight'
import { revivedError } from './carried-error'
import type { Reply, Request, Task, TaskResults } from './task-protocol'

export const workerHeavyWork: HeavyWork = {
  importLog(entry: LedgerEntry | null, file: Blob, { onProgress, signal, ...options }: Omit<ImportOptions, 'into'>) {
    return runInWorker({ kind: 'import', entry, file, options }, work(onProgress, signal))
  },
  exportLog(entry: LedgerEntry, { onProgress, signal, ...options }: ExportOptions) {
    return runInWorker({ kind: 'export', entry, options }, work(onProgress, signal))
  },
  project(entry: LedgerEntry, options: WorkOptions) {
    return runInWorker({ kind: 'project', entry }, options)
  },
  verify(entry: LedgerEntry, options: WorkOptions) {
    return runInWorker({ kind: 'verify', entry }, options)
  },
}

function work(onProgress: WorkOptions['onProgress'], signal: WorkOptions['signal']): WorkOptions {
  return { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) }
}

function runInWorker<Kind extends Task['kind']>(
  task: Task & { readonly kind: Kind },
  { onProgress, signal }: WorkOptions,
): Promise<TaskResults[Kind]> {
  if (signal?.aborted) return Promise.reject(cancelled())
  const worker = new Worker(new URL('./heavy.worker.ts', import.meta.url), {
    type: 'module',
    name: `hindsight ${task.kind}`,
  })
  const send = (request: Request) => worker.postMessage(request)
  const onAbort = () => send({ cancel: true })
  return new Promise<TaskResults[Kind]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if ('progress' in data) onProgress?.(data.progress)
      else if ('ask' in data) send(signal?.aborted ? { cancel: true } : { commit: true })
      else if ('result' in data) resolve(data.result as TaskResults[Kind])
      else reject(revivedError(data.failure))
    })
    worker.addEventListener('error', (event) =>
      reject(new Error(event.message || 'The background worker could not be started. Reload the page.')),
    )
    signal?.addEventListener('abort', onAbort)
    send({ run: task })
  }).finally(() => {
    signal?.removeEventListener('abort', onAbort)
    worker.terminate()
  })
}

function cancelled(): DOMException {
  return new DOMException('Cancelled; nothing was changed.', 'AbortError')
}
