/** Writes a log file (LOG-FORMAT, "The file") as a stream: stored bytes behind one another, less the last comma. */
import { linesOf } from '../event-log/batch-codec'
import type { StoredBatch } from '../event-log/event-log'
import { headerLine, LAST_LINE, type WrittenHeader } from './file-form'
import type { WorkProgress } from './importing/import-context'
import { throwIfCancelled } from './log-format-error'

export interface WriteOptions {
  readonly gzip?: boolean | undefined
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * The file's bytes; a cancel and whatever the batches fail with break the stream.
 * @param batches stored bytes from the first event on.
 */
export function writeLog(
  header: WrittenHeader,
  batches: AsyncIterable<StoredBatch>,
  options: WriteOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = writeChunks(header, batches, options)
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await chunks.return()
    },
  })
  return options.gzip ? plain.pipeThrough(new CompressionStream('gzip')) : plain
}

async function* writeChunks(
  header: WrittenHeader,
  batches: AsyncIterable<StoredBatch>,
  { onProgress, signal }: WriteOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const encoder = new TextEncoder()
  throwIfCancelled(signal)
  yield encoder.encode(headerLine(header))
  let written = 0
  if (header.size > 0) {
    for await (const batch of batches) {
      throwIfCancelled(signal)
      if (batch.first !== written + 1)
        throw new Error(`The batch to write begins at ${batch.first}, not at ${written + 1}`)
      const bytes = upTo(batch, header.size)
      written = Math.min(batch.first + batch.count - 1, header.size)
      // As they are stored, not a copy: whoever reads the stream only reads them.
      yield written === header.size ? withoutComma(bytes) : (bytes as Uint8Array<ArrayBuffer>)
      onProgress?.({ phase: 'writing', done: written, total: header.size, unit: 'events' })
      if (written === header.size) break
    }
  }
  if (written !== header.size) throw new Error(`The log ends at event ${written}, not at ${header.size}`)
  throwIfCancelled(signal)
  yield encoder.encode(LAST_LINE)
}

/** The bytes of a batch's events up to a position, inclusive. */
function upTo({ first, count, bytes }: StoredBatch, position: number): Uint8Array {
  if (first + count - 1 <= position) return bytes
  let length = 0
  let left = position - first + 1
  for (const line of linesOf(bytes)) {
    if (left-- === 0) break
    length += line.length + 2
  }
  return bytes.subarray(0, length)
}

/** The last line ends with a line feed only. */
function withoutComma(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const last = new Uint8Array(bytes.subarray(0, bytes.length - 1))
  last[last.length - 1] = 10
  return last
}
