/** Batches of an import added by a worker, so that they are written while the next ones are checked. */

import type { BatchRow } from '../../storage/ledger-database'
import type { BatchWriter, OpenBatchWriter } from '../../storage/staging/batch-writer'
import batchWorker from '../batch.worker.ts?worker&url'
import { revivedError } from '../carried-error'
import { startWorker } from '../start-worker'
import type { BatchReply, BatchRequest } from './batch-protocol'

/** Not there where a worker may start none: then the importing thread writes itself. */
export const batchWriter: OpenBatchWriter | undefined =
  typeof Worker === 'undefined'
    ? undefined
    : (databaseName) => new WorkerBatchWriter(startWorker(batchWorker, 'hindsight batches'), databaseName)

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export class WorkerBatchWriter implements BatchWriter {
  readonly #waiting = new Map<number, Waiter>()
  #serial = 0
  #failure: Error | undefined

  constructor(
    private readonly worker: Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>,
    private readonly databaseName: string,
  ) {
    worker.addEventListener('message', ({ data }: MessageEvent<BatchReply>) => this.#hear(data))
    worker.addEventListener('error', ({ message }) =>
      this.#fail(new Error(message || 'The background worker that writes could not be started. Reload the page.')),
    )
  }

  add(rows: readonly BatchRow[]): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure)
    const serial = ++this.#serial
    const request: BatchRequest = { databaseName: this.databaseName, serial, rows }
    return new Promise((resolve, reject) => {
      this.#waiting.set(serial, { resolve, reject })
      this.worker.postMessage(
        request,
        rows.map(({ bytes }) => bytes.buffer as ArrayBuffer),
      )
    })
  }

  close(): void {
    this.worker.terminate()
    this.#fail(new DOMException('The import has ended.', 'AbortError'))
  }

  #hear({ serial, failure }: BatchReply): void {
    const waiter = this.#waiting.get(serial)
    this.#waiting.delete(serial)
    if (failure) waiter?.reject(revivedError(failure))
    else waiter?.resolve()
  }

  /** Nobody is left waiting. */
  #fail(error: Error): void {
    this.#failure ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#failure)
    this.#waiting.clear()
  }
}
