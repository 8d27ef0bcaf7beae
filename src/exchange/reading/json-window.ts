/**
 * A window over JSON text that arrives in chunks of bytes: it finds where a value ends without parsing it, keeps no
 * more than that value, and knows the line for messages.
 */
import type { ScannedLines } from '../../event-log/scanning/scanned-lines'
import { LogFormatError } from '../log-format-error'

/** JSON text of one value is at most this long, in bytes; canonical events are far shorter. */
export const MAX_RAW_BYTES = 4 * 1024 * 1024
/** Nobody writes so much white space between two values, in bytes; a file of nothing else would be read to its end. */
const MAX_BLANK_BYTES = 16 * 1024 * 1024
/** Without a line feed in that many bytes the text is not written one value a line. */
const LONGEST_LINE = 512 * 1024

const LF = 10
const CR = 13
const QUOTE = 34
export const COMMA = 44
export const COLON = 58
export const OPEN_LIST = 91
const BACKSLASH = 92
export const CLOSE_LIST = 93
export const OPEN_OBJECT = 123
export const CLOSE_OBJECT = 125

export class JsonWindow {
  /** Line of the next byte, from 1. */
  line = 1
  private buffer: Uint8Array = new Uint8Array(0)
  /** What is unread of the buffer: from `at` to `end`. */
  private at = 0
  private end = 0
  /** Bytes of the document before the buffer. */
  private offset = 0
  private isLast = false
  /** How far the value at `at` has been scanned, how deep, in a text or not. */
  private scanned = 0
  private depth = 0
  private inText = false
  private escaped = false
  /** White space before `at` and behind the last value. */
  private blank = 0
  /** The buffer as text where all of it is ASCII, so that both count alike; '' where not. */
  private ascii: string | undefined
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  push(chunk: Uint8Array): void {
    const left = this.buffer.subarray(this.at, this.end)
    this.offset += this.at
    this.scanned -= this.at
    // Never written into again: lines that were taken are views of it.
    this.buffer = left.length === 0 ? chunk : new Uint8Array(left.length + chunk.length)
    if (left.length > 0) {
      this.buffer.set(left)
      this.buffer.set(chunk, left.length)
    }
    this.at = 0
    this.end = this.buffer.length
    this.ascii = undefined
  }

  /** Nothing follows what has been pushed. */
  finish(): void {
    this.isLast = true
  }

  /** The next byte that is no white space; undefined where the window holds none. @throws LogFormatError where it is too much. */
  peek(): number | undefined {
    const from = this.at
    for (; this.at < this.end; this.at++) {
      const byte = this.buffer[this.at]
      if (byte === LF) this.line++
      else if (byte !== 32 && byte !== 9 && byte !== CR) {
        this.scanned = Math.max(this.scanned, this.at)
        this.blank = 0
        return byte
      }
    }
    this.blank += this.at - from
    if (this.blank > MAX_BLANK_BYTES)
      throw this.fault('not-json', `White space goes on for more than ${MAX_BLANK_BYTES / 1024 / 1024} MiB.`)
    return undefined
  }

  skip(): void {
    this.at++
    this.scanned = this.at
  }

  /** All that is left, once nothing follows; undefined before. @throws LogFormatError where it is too much. */
  takeRest(): string | undefined {
    if (this.end - this.at > MAX_RAW_BYTES) throw this.fault('not-json', 'The file is no JSON.')
    return this.isLast ? this.take(this.end) : undefined
  }

  /**
   * The text of the value that begins at the next byte; undefined where the window does not reach to its end.
   * Brackets are only counted: whether it is JSON, a parser must judge.
   */
  takeValue(): string | undefined {
    const begin = this.at
    const first = this.buffer[begin]
    const isNested = first === OPEN_OBJECT || first === OPEN_LIST || first === QUOTE
    const to = isNested ? this.scanNested() : this.scanBare()
    if ((to ?? this.scanned) - begin > MAX_RAW_BYTES) {
      throw this.fault('too-large', `What begins here is longer than ${MAX_RAW_BYTES / 1024 / 1024} MiB.`)
    }
    if (to === begin) throw this.unexpected('a value')
    return to === undefined ? undefined : this.take(to)
  }

  /**
   * The rest of the line without its comma, for trying whether it is one value. 'no-line': it cannot be.
   * It is taken only by `acceptLine`.
   */
  peekLine(): string | 'no-line' | undefined {
    const lineFeed = this.buffer.indexOf(LF, this.at)
    if (lineFeed < 0) return !this.isLast && this.end - this.at <= LONGEST_LINE ? undefined : 'no-line'
    let to = lineFeed
    if (this.buffer[to - 1] === CR) to--
    if (this.buffer[to - 1] === COMMA) to--
    this.scanned = to
    const isObject = this.buffer[to - 1] === CLOSE_OBJECT && to - this.at <= MAX_RAW_BYTES
    const text = isObject ? this.textOf(this.at, to) : 'no-line'
    if (!isObject) this.rejectLine()
    return text
  }

  /** Takes lines from here on, each one value and its comma, as long as `lines` knows them; false where it knows none. */
  takeLines(lines: ScannedLines): boolean {
    const { buffer } = this
    lines.begin(buffer, this.line)
    let { at } = this
    for (let to = buffer.indexOf(LF, at); to > 0; to = buffer.indexOf(LF, at)) {
      if (buffer[to - 1] !== COMMA || !lines.scan(at, to - 1)) break
      at = to + 1
    }
    this.at = at
    this.scanned = at
    this.line += lines.count
    return lines.count > 0
  }

  acceptLine(): void {
    this.at = this.scanned
  }

  rejectLine(): void {
    this.scanned = this.at
  }

  /** What stands here is not what must. */
  unexpected(wanted: string): LogFormatError {
    if ((this.buffer[this.at] ?? 0) < 128) return this.fault('not-json', `Expected ${wanted}.`)
    const offset = firstBadByte(this.buffer.subarray(this.at, this.end))
    return offset === undefined ? this.fault('not-json', `Expected ${wanted}.`) : this.notUtf8(this.at + offset)
  }

  fault(code: 'not-json' | 'too-large', problem: string): LogFormatError {
    return new LogFormatError(code, problem, { line: this.line })
  }

  private take(to: number): string {
    const bytes = this.buffer.subarray(this.at, to)
    const text = this.textOf(this.at, to)
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) this.line++
    this.at = to
    this.scanned = to
    return text
  }

  /** Behind the bracket or quote that closes the value. */
  private scanNested(): number | undefined {
    const { buffer, end } = this
    let { depth, inText, escaped } = this
    let at = this.scanned
    for (; at < end; at++) {
      const byte = buffer[at]
      if (inText) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) {
          inText = false
          if (depth === 0) break
        }
      } else if (byte === QUOTE) inText = true
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --depth === 0) break
    }
    const isWhole = at < end
    this.scanned = at
    this.depth = isWhole ? 0 : depth
    this.inText = !isWhole && inText
    this.escaped = !isWhole && escaped
    return isWhole ? at + 1 : undefined
  }

  /** Behind a number or word. */
  private scanBare(): number | undefined {
    for (let at = this.scanned; at < this.end; at++) {
      const byte = this.buffer[at] ?? 0
      if (byte <= 32 || byte === COMMA || byte === COLON || byte === CLOSE_LIST || byte === CLOSE_OBJECT) return at
    }
    this.scanned = this.end
    return this.isLast ? this.end : undefined
  }

  private textOf(from: number, to: number): string {
    this.ascii ??= this.decodeAscii()
    if (this.ascii !== '') return this.ascii.slice(from, to)
    try {
      return this.decoder.decode(this.buffer.subarray(from, to))
    } catch {
      throw this.notUtf8(from + (firstBadByte(this.buffer.subarray(from, to)) ?? 0))
    }
  }

  /** One decoding for the whole buffer, where it may be cut by bytes; '' where it may not. */
  private decodeAscii(): string {
    try {
      const all = this.decoder.decode(this.buffer.subarray(0, this.end))
      // Any other character takes more bytes than UTF-16 units.
      return all.length === this.end ? all : ''
    } catch {
      return ''
    }
  }

  private notUtf8(at: number): LogFormatError {
    return new LogFormatError('not-utf8', 'The file is not written in UTF-8.', { byteOffset: this.offset + at })
  }
}

/** Where the bytes cease to be UTF-8; undefined where they are, up to a character cut at the end. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let begun: number | undefined
  for (let at = 0; at < bytes.length; at++) {
    try {
      const isWhole = decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== ''
      begun = isWhole ? undefined : (begun ?? at)
    } catch {
      return begun ?? at
    }
  }
  return undefined
}
