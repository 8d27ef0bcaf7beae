/**
 * The stored form of a run of events: canonical lines, each ended `,\n`, so that an export is batches behind one
 * another less the last comma. A canonical line holds no raw line feed, therefore lines are found without parsing.
 */
import type { StoredBatch } from './event-log'
import { appendLeaf, leafHash } from './merkle-tree'
import type { RecordedEvent } from './recorded-event'

const LINE_FEED = 10
const COMMA = 44
const LINE_END = ',\n'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Stored bytes that are not what was written. `position`: the first event that cannot be read. */
export class DamagedBatchError extends Error {
  override readonly name = 'DamagedBatchError'
  constructor(
    readonly position: number,
    message: string,
  ) {
    super(message)
  }
}

/** Canonical events, one a line, as bytes in a buffer of their own. */
export function encodeBatch(lines: readonly string[]): Uint8Array {
  return lines.length === 0 ? new Uint8Array() : encoder.encode(lines.join(LINE_END) + LINE_END)
}

/** How many lines end in these bytes. */
export function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, end + 1)) count++
  return count
}

/** Offset where line `index` (from 0) begins; of the line after the last: the length. -1 where there are fewer lines. */
export function lineStart(bytes: Uint8Array, index: number): number {
  let start = 0
  for (let line = 0; line < index; line++) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end < 0) return -1
    start = end + 1
  }
  return start
}

/** Canonical bytes of line `index` (from 0), without its end: what is hashed. A view, not a copy. */
export function lineAt(bytes: Uint8Array, index: number): Uint8Array | undefined {
  const start = lineStart(bytes, index)
  const end = start < 0 ? -1 : bytes.indexOf(LINE_FEED, start)
  return end < 0 ? undefined : bytes.subarray(start, end - 1)
}

/** Every line's canonical bytes, in order, as views. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    yield bytes.subarray(start, end - 1)
    start = end + 1
  }
}

/**
 * The events of a batch at positions `from` to `to` (inclusive; what lies outside the batch is left out), in order.
 * @throws DamagedBatchError where a line is no event, or not the one of its position.
 */
export function decodeBatch(batch: Omit<StoredBatch, 'frontier'>, from = batch.first, to = Infinity): RecordedEvent[] {
  const low = Math.max(from, batch.first)
  const high = Math.min(to, batch.first + batch.count - 1)
  if (low > high) return []
  const text = decodeText(slice(batch, low, high), low)
  try {
    const events: unknown = JSON.parse(`[${text.slice(0, -LINE_END.length)}]`)
    if (isRun(events, low, high)) return events
  } catch {
    // Which line it is that does not parse is found below.
  }
  throw damagedLine(text, low, high)
}

/**
 * The events of a batch at some positions, in their order; those outside it are left out. Its lines are walked once,
 * however many are asked for.
 * @throws DamagedBatchError as `decodeBatch`, as far as it looks.
 */
export function decodeAt(batch: Omit<StoredBatch, 'frontier'>, positions: Iterable<number>): RecordedEvent[] {
  const { bytes, first, count } = batch
  const wanted = [...new Set(positions)].filter((each) => each >= first && each < first + count).sort((a, b) => a - b)
  const events: RecordedEvent[] = []
  let rest = batch
  for (let index = 0; index < wanted.length; index++) {
    const low = wanted[index] as number
    let high = low
    while (wanted[index + 1] === high + 1) high = wanted[++index] as number
    events.push(...decodeBatch(rest, low, high))
    const end = lineStart(rest.bytes, high + 1 - rest.first)
    rest = {
      first: high + 1,
      count: first + count - 1 - high,
      bytes: end < 0 ? bytes.subarray(0, 0) : rest.bytes.subarray(end),
    }
  }
  return events
}

/**
 * The events of one stream in a batch, in order. Lines are searched for as text and only those found are parsed.
 * @throws DamagedBatchError as `decodeBatch`, as far as it looks.
 */
export function decodeStream(batch: Omit<StoredBatch, 'frontier'>, streamId: string): RecordedEvent[] {
  const text = decodeText(batch.bytes, batch.first)
  const needle = `"streamId":${JSON.stringify(streamId)}`
  if (!text.includes(needle)) return []
  const events: RecordedEvent[] = []
  text.split(LINE_END).forEach((line, index) => {
    if (!line.includes(needle)) return
    const event = parseLine(line, batch.first + index)
    // The same words may stand in a nested object.
    if (event.streamId === streamId) events.push(event)
  })
  return events
}

/**
 * The part of a batch at positions `from` to `to` (inclusive), with the frontier before it: lines that are cut off
 * at the front are hashed for that.
 */
export function sliceBatch(batch: StoredBatch, from: number, to: number): StoredBatch {
  const first = Math.max(from, batch.first)
  const last = Math.min(to, batch.first + batch.count - 1)
  if (first === batch.first && last === batch.first + batch.count - 1) return batch
  let { frontier } = batch
  let position = batch.first
  for (const line of linesOf(batch.bytes)) {
    if (position === first) break
    frontier = appendLeaf(frontier, position - 1, leafHash(line))
    position++
  }
  return { first, count: last - first + 1, bytes: slice(batch, first, last), frontier }
}

function slice(batch: Omit<StoredBatch, 'frontier'>, low: number, high: number): Uint8Array {
  const { bytes, first, count } = batch
  const start = lineStart(bytes, low - first)
  const end = high === first + count - 1 ? bytes.length : lineStart(bytes, high - first + 1)
  if (start < 0 || end < start) throw new DamagedBatchError(low, `Event ${low} is missing from its stored batch.`)
  if (bytes[end - 1] !== LINE_FEED || bytes[end - 2] !== COMMA) {
    throw new DamagedBatchError(low, `The stored batch at event ${first} does not end as it was written.`)
  }
  return start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end)
}

function decodeText(bytes: Uint8Array, position: number): string {
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw Object.assign(new DamagedBatchError(position, `The stored bytes from event ${position} on are no text.`), {
      cause,
    })
  }
}

function isRun(events: unknown, low: number, high: number): events is RecordedEvent[] {
  return (
    Array.isArray(events) &&
    events.length === high - low + 1 &&
    events.every((event: Partial<RecordedEvent> | null, index) => event?.globalPosition === low + index)
  )
}

function parseLine(line: string, position: number): RecordedEvent {
  let event: unknown
  try {
    event = JSON.parse(line)
  } catch {
    throw new DamagedBatchError(position, `The stored event ${position} is damaged: it is no JSON.`)
  }
  if (!isRun([event], position, position)) {
    throw new DamagedBatchError(position, `The stored event ${position} is damaged: another stands in its place.`)
  }
  return event as RecordedEvent
}

function damagedLine(text: string, low: number, high: number): DamagedBatchError {
  const lines = text.slice(0, -LINE_END.length).split(LINE_END)
  for (const [index, line] of lines.entries()) {
    try {
      parseLine(line, low + index)
    } catch (error) {
      if (error instanceof DamagedBatchError) return error
      throw error
    }
  }
  const found = Math.min(low + lines.length, high)
  return new DamagedBatchError(
    found,
    `A stored batch holds ${lines.length} events where ${high - low + 1} were written.`,
  )
}
