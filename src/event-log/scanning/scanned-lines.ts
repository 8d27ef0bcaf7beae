/**
 * Events in their stored form, one a line, as columns of where things stand in the bytes: a million of them are checked
 * and counted without a text or an object for each. A line is taken only if it is the canonical form of an event with
 * exactly the keys of LOG-FORMAT; any other is left to a parser.
 */
import { MAX_EVENT_BYTES } from '../canonical-json'
import { bytesOf, QUOTE, REFUSED, readCount, skipKey, skipLiteral, skipText, skipValue } from './canonical-scan'

const UUID_LENGTH = 36
const WORDS = 4
const INITIAL_LINES = 64

const DATA = bytesOf('{"data":{')
const EVENT_ID = bytesOf(',"eventId":"')
const POSITION = bytesOf(',"globalPosition":')
const METADATA = bytesOf(',"metadata":{')
const RECORDED_AT = bytesOf(',"recordedAt":"')
const SCHEMA_VERSION = bytesOf(',"schemaVersion":')
const STREAM_ID = bytesOf(',"streamId":"')
const STREAM_REVISION = bytesOf(',"streamRevision":')
const TYPE = bytesOf(',"type":"')

const NO_DIGIT = 255
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57) return byte - 48
  return byte >= 97 && byte <= 102 ? byte - 87 : NO_DIGIT
})

export class ScannedLines {
  count = 0
  bytes: Uint8Array = new Uint8Array(0)
  /** Line number of the first in its file, from 1; the others follow without a gap. 0 where it is none of a file. */
  firstLine = 0
  /** By line: where it begins, and ends (exclusive). */
  start = new Int32Array(INITIAL_LINES)
  end = new Int32Array(INITIAL_LINES)
  /** Where the opening brace of `data` stands. */
  data = new Int32Array(INITIAL_LINES)
  /** Where the opening brace of `metadata` stands. */
  metadata = new Int32Array(INITIAL_LINES)
  /** Where the text of `recordedAt` begins, behind its quote; it may be any text. */
  recordedAt = new Int32Array(INITIAL_LINES)
  /** Where the category of `streamId` begins, and its UUID. */
  stream = new Int32Array(INITIAL_LINES)
  streamUuid = new Int32Array(INITIAL_LINES)
  /** Where the text of `type` begins; it reaches to two bytes before the line's end. */
  type = new Int32Array(INITIAL_LINES)
  schemaVersion = new Float64Array(INITIAL_LINES)
  globalPosition = new Float64Array(INITIAL_LINES)
  streamRevision = new Float64Array(INITIAL_LINES)
  /** Four words a line. */
  eventId = new Uint32Array(INITIAL_LINES * WORDS)
  streamWords = new Uint32Array(INITIAL_LINES * WORDS)
  readonly #decoder = new TextDecoder()

  /** Begins anew with the lines of other bytes. */
  begin(bytes: Uint8Array, firstLine = 0): void {
    this.bytes = bytes
    this.firstLine = firstLine
    this.count = 0
  }

  /** Takes the line from `start` to `end` (exclusive, without its comma and line feed); false where it is left to a parser. */
  scan(start: number, end: number): boolean {
    if (end - start > MAX_EVENT_BYTES) return false
    if (this.count === this.start.length) this.#grow()
    const { bytes, count: index } = this
    let at = skipLiteral(bytes, start, DATA)
    if (at === REFUSED) return false
    this.start[index] = start
    this.end[index] = end
    this.data[index] = at - 1
    at = this.#skipUuid(skipPart(bytes, skipValue(bytes, at - 1, 1), EVENT_ID), this.eventId)
    at = this.#skipCount(skipPart(bytes, at, QUOTE_THEN_POSITION), this.globalPosition)
    at = skipPart(bytes, at, METADATA)
    this.metadata[index] = at - 1
    at = skipPart(bytes, at === REFUSED ? at : skipValue(bytes, at - 1, 1), RECORDED_AT)
    if (at === REFUSED) return false
    this.recordedAt[index] = at
    at = this.#skipCount(skipPart(bytes, skipText(bytes, at), SCHEMA_VERSION), this.schemaVersion)
    at = this.#skipStream(skipPart(bytes, at, STREAM_ID))
    at = this.#skipCount(skipPart(bytes, at, QUOTE_THEN_REVISION), this.streamRevision)
    at = skipPart(bytes, at, TYPE)
    if (at === REFUSED) return false
    this.type[index] = at
    at = skipText(bytes, at)
    if (at !== end - 1 || bytes[at] !== 125) return false
    this.count++
    return true
  }

  /** Whether the type of a line is this. */
  isType(index: number, type: Uint8Array): boolean {
    const begin = this.type[index] as number
    return (this.end[index] as number) - 2 - begin === type.length && skipLiteral(this.bytes, begin, type) !== REFUSED
  }

  /** Whether the category of a line's stream is this; `category` ends with the dash. */
  isCategory(index: number, category: Uint8Array): boolean {
    const begin = this.stream[index] as number
    return skipLiteral(this.bytes, begin, category) === this.streamUuid[index]
  }

  /** The line's bytes, as a view. */
  line(index: number): Uint8Array {
    return this.bytes.subarray(this.start[index], this.end[index])
  }

  text(index: number): string {
    return this.#decoder.decode(this.line(index))
  }

  /** Behind the text of a UUID in lower case; its words go into the column. */
  #skipUuid(at: number, column: Uint32Array): number {
    return at === REFUSED ? REFUSED : readUuid(this.bytes, at, column, this.count * WORDS)
  }

  #skipCount(at: number, column: Float64Array): number {
    if (at === REFUSED) return REFUSED
    column[this.count] = readCount(this.bytes, at)
    return column[this.count] === REFUSED ? REFUSED : skipValue(this.bytes, at)
  }

  #skipStream(at: number): number {
    if (at === REFUSED) return REFUSED
    const { bytes, count: index } = this
    let dash = at
    while ((bytes[dash] as number) >= 97 && (bytes[dash] as number) <= 122) dash++
    if (bytes[dash] !== 45) return REFUSED
    this.stream[index] = at
    this.streamUuid[index] = dash + 1
    return readUuid(bytes, dash + 1, this.streamWords, index * WORDS)
  }

  #grow(): void {
    const length = this.start.length * 2
    const grown = <Column extends Int32Array | Uint32Array | Float64Array>(column: Column, each = 1): Column => {
      const larger = new (column.constructor as new (size: number) => Column)(length * each)
      larger.set(column)
      return larger
    }
    this.start = grown(this.start)
    this.end = grown(this.end)
    this.data = grown(this.data)
    this.metadata = grown(this.metadata)
    this.recordedAt = grown(this.recordedAt)
    this.stream = grown(this.stream)
    this.streamUuid = grown(this.streamUuid)
    this.type = grown(this.type)
    this.schemaVersion = grown(this.schemaVersion)
    this.globalPosition = grown(this.globalPosition)
    this.streamRevision = grown(this.streamRevision)
    this.eventId = grown(this.eventId, WORDS)
    this.streamWords = grown(this.streamWords, WORDS)
  }
}

const QUOTE_THEN_POSITION = Uint8Array.of(QUOTE, ...POSITION)
const QUOTE_THEN_REVISION = Uint8Array.of(QUOTE, ...STREAM_REVISION)

function skipPart(bytes: Uint8Array, at: number, literal: Uint8Array): number {
  return at === REFUSED ? REFUSED : skipLiteral(bytes, at, literal)
}

/** Behind the lower-case UUID at `at`, whose four words are written; REFUSED where it is none. */
export function readUuid(bytes: Uint8Array, at: number, into: Uint32Array, to: number): number {
  if (bytes[at + 8] !== 45 || bytes[at + 13] !== 45 || bytes[at + 18] !== 45 || bytes[at + 23] !== 45) return REFUSED
  const first = hex16(bytes, at) * 65_536 + hex16(bytes, at + 4)
  const second = hex16(bytes, at + 9) * 65_536 + hex16(bytes, at + 14)
  const third = hex16(bytes, at + 19) * 65_536 + hex16(bytes, at + 24)
  const fourth = hex16(bytes, at + 28) * 65_536 + hex16(bytes, at + 32)
  // A digit that is none makes its word NaN, and the sum too.
  if (Number.isNaN(first + second + third + fourth)) return REFUSED
  into[to] = first
  into[to + 1] = second
  into[to + 2] = third
  into[to + 3] = fourth
  return at + UUID_LENGTH
}

/** Four hexadecimal digits; NaN where one is none. */
function hex16(bytes: Uint8Array, at: number): number {
  const a = HEX[bytes[at] as number] as number
  const b = HEX[bytes[at + 1] as number] as number
  const c = HEX[bytes[at + 2] as number] as number
  const d = HEX[bytes[at + 3] as number] as number
  return (a | b | c | d) > 15 ? Number.NaN : (a << 12) | (b << 8) | (c << 4) | d
}

/** The members of the object whose brace stands at `at` and that was scanned: key and value of each, in order. */
export function eachMember(
  bytes: Uint8Array,
  at: number,
  take: (bytes: Uint8Array, key: number, keyEnd: number, value: number) => boolean,
): boolean {
  if (bytes[at + 1] === 125) return true
  let next = at
  do {
    const key = next + 1
    const colon = skipKey(bytes, key)
    if (!take(bytes, key + 1, colon - 1, colon + 1)) return false
    next = skipValue(bytes, colon + 1)
  } while (bytes[next] === 44)
  return true
}
