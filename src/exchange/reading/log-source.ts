/** The bytes of a log file, unpacked: gzip is told by its first bytes, not by the file's name; a BOM is skipped. */
import { LogFormatError, throwIfCancelled } from '../log-format-error'

/** What can be read again from the beginning: an import may need a second pass. */
export type LogSource = Blob | (() => ReadableStream<Uint8Array>)

const GZIP = [0x1f, 0x8b]
const BOM = [0xef, 0xbb, 0xbf]

/** First bytes of what is no text in UTF-8, so that its error says what it is: UTF-16 with its mark or without. */
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x7b, 0x00],
  [0x00, 0x7b],
  [0x5b, 0x00],
  [0x00, 0x5b],
]
/** zip, Zstandard, bzip2, xz, 7z. */
const PACKED_OTHERWISE = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x37, 0x7a, 0xbc, 0xaf],
]
const LONGEST_MARK = 4

/**
 * After so many bytes whoever reads lets others have their turn. A file that the browser hands over faster than it is read
 * is read without a pause otherwise, and a worker does not hear that it was cancelled.
 */
const PAUSES_AFTER = 8 * 1024 * 1024

/**
 * An archive is unpacked by so many of its bytes at a time. A byte gives 1,032 at most (RFC 1951), and the browser
 * unpacks whatever it was handed before anybody may say that it is too much: some 8 MiB then.
 */
const PACKED_SLICE = 8 * 1024

/**
 * Chunks of the unpacked file.
 * @throws LogFormatError `bad-gzip`; AbortError; whatever reading the source fails with.
 */
export async function* readBytes(source: LogSource, signal?: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
  throwIfCancelled(signal)
  const first = await firstBytes(source, LONGEST_MARK)
  const isGzip = startsWith(first, GZIP)
  if (UTF_16.some((mark) => startsWith(first, mark)))
    throw new LogFormatError('not-utf8', 'The file is written in UTF-16.', { byteOffset: 0 })
  if (PACKED_OTHERWISE.some((mark) => startsWith(first, mark)))
    throw new LogFormatError(
      'not-this-format',
      'The file is an archive of another kind than gzip.',
      {},
      'Unpack it, and choose the file that was in it.',
    )
  const chunks = isGzip ? unpack(openSource(source)) : readStream(openSource(source))
  let isFirst = true
  let unpaused = 0
  for await (const chunk of gatherFirst(chunks)) {
    unpaused += chunk.length
    if (unpaused > PAUSES_AFTER) {
      unpaused = 0
      await new Promise((resolve) => setTimeout(resolve))
    }
    throwIfCancelled(signal)
    const bytes = isFirst && startsWith(chunk, BOM) ? chunk.subarray(BOM.length) : chunk
    isFirst = false
    if (bytes.length > 0) yield bytes
  }
  throwIfCancelled(signal)
}

function openSource(source: LogSource): ReadableStream<Uint8Array> {
  return typeof source === 'function' ? source() : source.stream()
}

async function firstBytes(source: LogSource, count: number): Promise<Uint8Array> {
  if (typeof source !== 'function') return new Uint8Array(await source.slice(0, count).arrayBuffer())
  for await (const chunk of gatherFirst(readStream(source()), count)) return chunk
  return new Uint8Array(0)
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte)
}

/** The same bytes, the first chunk long enough to tell a BOM, or `count` of them. */
async function* gatherFirst(
  chunks: AsyncIterable<Uint8Array>,
  count = BOM.length,
): AsyncGenerator<Uint8Array, void, undefined> {
  let first: Uint8Array = new Uint8Array(0)
  let isGathered = false
  for await (const chunk of chunks) {
    if (isGathered) {
      yield chunk
      continue
    }
    first = joined(first, chunk)
    isGathered = first.length >= count
    if (isGathered) yield first
  }
  if (!isGathered && first.length > 0) yield first
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}

async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  // The next chunk is fetched while this one is used.
  let next = reader.read()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = reader.read()
      // Whoever stops reading leaves the last one unheard.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    // Ends the work behind the stream where the reading stopped early.
    await reader.cancel().catch(() => undefined)
  }
}

async function* unpack(packed: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let sourceFailed = false
  let isCancelled = false
  let packedBytes: Uint8Array = new Uint8Array(0)
  const watched = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      while (packedBytes.length === 0) {
        const chunk = await reader.read().catch((error: unknown) => {
          sourceFailed = true
          controller.error(error)
        })
        // Where the unpacking has failed meanwhile it has cancelled this stream, which then takes nothing more.
        if (!chunk || isCancelled) return
        if (chunk.done) return controller.close()
        packedBytes = chunk.value
      }
      controller.enqueue(packedBytes.slice(0, PACKED_SLICE))
      packedBytes = packedBytes.subarray(PACKED_SLICE)
    },
    cancel: (reason) => {
      isCancelled = true
      return reader.cancel(reason)
    },
  })
  const reader = packed.getReader()
  const unpacked = watched.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>)
  try {
    yield* readStream(unpacked)
  } catch (error) {
    if (sourceFailed) throw error
    throw new LogFormatError(
      'bad-gzip',
      'The packed file (gzip) cannot be unpacked: it is cut short, damaged, or something follows its end.',
    )
  }
}
