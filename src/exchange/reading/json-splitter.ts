/**
 * Cuts a JSON document of any size into the elements of its one long list, holding no more than one element.
 * The list is the value of `events` in a top-level object, or the document itself (version 0), with any white space
 * and key order. Where an element fills a line, as this program writes it, the line is scanned for an event, or parsed
 * at once; where that fails, ends of elements are found byte by byte from there on.
 */
import { ScannedLines } from '../../event-log/scanning/scanned-lines'
import { LogFormatError } from '../log-format-error'
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  JsonWindow,
  MAX_RAW_BYTES,
  OPEN_LIST,
  OPEN_OBJECT,
} from './json-window'

export interface RawElement {
  readonly value: unknown
  /** What it was parsed from. */
  readonly text: string
  /** Where the element begins, from 1. */
  readonly line: number
}

/** Elements in their order: one that was parsed, or lines that were scanned, which hold until the next chunk is pushed. */
export type Piece = RawElement | ScannedLines

export function isElement(piece: Piece): piece is RawElement {
  return !(piece instanceof ScannedLines)
}

export interface SplitterOptions {
  /** A key of the top-level object other than `events`, and its value. */
  onKey(key: string, value: unknown): void
  /** The long list begins. */
  onList(form: 'object' | 'bare-list'): void
  /** Elements are passed over unread, to get at the keys that follow them. */
  readonly skipElements?: boolean
  /** Events that fill a line in their canonical form are scanned, not parsed. */
  readonly scanLines?: boolean
}

type State =
  | 'begin'
  | 'scalar'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'value'
  | 'after-value'
  | 'first-element'
  | 'element'
  | 'after-element'
  | 'end'

export class JsonSplitter {
  private state: State = 'begin'
  private readonly window = new JsonWindow()
  private pieces: Piece[] = []
  /** Used again with every chunk; so many of them are taken. */
  private readonly runs: ScannedLines[] = []
  private runsTaken = 0
  private key = ''
  /** Text of all keys and their values beside the list, in UTF-16 units: however many, they are kept. */
  private headerLength = 0
  private isBareList = false
  /** Whether the long list has begun. */
  hasList = false
  private byLine: boolean

  constructor(private readonly options: SplitterOptions) {
    this.byLine = !options.skipElements
  }

  /** The elements that the chunk completes. @throws LogFormatError */
  push(chunk: Uint8Array): readonly Piece[] {
    this.window.push(chunk)
    return this.run()
  }

  /** Nothing follows. @throws LogFormatError `not-json` where something is missing. */
  finish(): readonly Piece[] {
    this.window.finish()
    const pieces = this.run()
    if (this.state === 'begin')
      throw new LogFormatError('not-json', 'The file is empty.', {}, 'Choose another file, or export the log again.')
    if (this.state !== 'end')
      throw this.window.fault('not-json', 'The file ends in the middle: closing brackets are missing.')
    return pieces
  }

  private run(): readonly Piece[] {
    this.pieces = []
    this.runsTaken = 0
    while (this.step()) {
      // each step reads one token
    }
    return this.pieces
  }

  /** Reads one token; false where the window holds no whole one. */
  private step(): boolean {
    const byte = this.window.peek()
    if (byte === undefined) return false
    switch (this.state) {
      case 'begin':
        return this.begin(byte)
      case 'scalar':
        return this.readScalar()
      case 'first-key':
        return byte === CLOSE_OBJECT ? this.pass('end') : this.readKey(byte)
      case 'key':
        return this.readKey(byte)
      case 'colon':
        if (byte !== COLON) throw this.window.unexpected('a colon after a key')
        return this.pass('value')
      case 'value':
        return this.key === 'events' ? this.beginEvents(byte) : this.readValue()
      case 'after-value':
        if (byte === COMMA) return this.pass('key')
        if (byte === CLOSE_OBJECT) return this.pass('end')
        throw this.window.unexpected('a comma or the closing brace of the file')
      case 'first-element':
        return byte === CLOSE_LIST ? this.endList() : this.readElement(byte)
      case 'element':
        return this.readElement(byte)
      case 'after-element':
        if (byte === COMMA) return this.pass('element')
        if (byte === CLOSE_LIST) return this.endList()
        throw this.window.unexpected('a comma or the closing bracket of the events')
      case 'end':
        throw this.window.fault('not-json', 'Something follows the end of the log.')
    }
  }

  private pass(to: State): boolean {
    this.window.skip()
    this.state = to
    return true
  }

  private begin(byte: number): boolean {
    if (byte === OPEN_OBJECT) return this.pass('first-key')
    if (byte !== OPEN_LIST) {
      this.state = 'scalar'
      return true
    }
    this.isBareList = true
    this.hasList = true
    this.options.onList('bare-list')
    return this.pass('first-element')
  }

  /** A document that is no object and no list: JSON of another kind, or none. */
  private readScalar(): boolean {
    const text = this.window.takeRest()
    if (text === undefined) return false
    this.parse(text, 1)
    throw new LogFormatError('not-this-format', 'The file is JSON but no Hindsight log.')
  }

  private readKey(byte: number): boolean {
    if (byte !== 34) throw this.window.unexpected('a key in quotes')
    const { line } = this.window
    const text = this.window.takeValue()
    if (text === undefined) return false
    this.countHeader(text)
    this.key = String(this.parse(text, line))
    this.state = 'colon'
    return true
  }

  private readValue(): boolean {
    const { line } = this.window
    const text = this.window.takeValue()
    if (text === undefined) return false
    this.countHeader(text)
    this.options.onKey(this.key, this.parse(text, line))
    this.state = 'after-value'
    return true
  }

  private countHeader(text: string): void {
    this.headerLength += text.length
    if (this.headerLength > MAX_RAW_BYTES)
      throw this.window.fault(
        'too-large',
        `What stands beside the events is longer than ${MAX_RAW_BYTES / 1024 / 1024} MiB.`,
      )
  }

  private beginEvents(byte: number): boolean {
    const place = { line: this.window.line, path: 'events' }
    if (byte !== OPEN_LIST)
      throw new LogFormatError('not-this-format', 'The file is no Hindsight log: its “events” are no list.', place)
    if (this.hasList) throw new LogFormatError('bad-field', 'The file has two lists of events.', place)
    this.hasList = true
    this.options.onList('object')
    return this.pass('first-element')
  }

  private endList(): boolean {
    return this.pass(this.isBareList ? 'end' : 'after-value')
  }

  private readElement(byte: number): boolean {
    const { line } = this.window
    if (this.byLine && byte === OPEN_OBJECT) {
      if (this.options.scanLines && this.takeLines()) return true
      const isRead = this.readLine(line)
      if (isRead !== undefined) return isRead
    }
    const text = this.window.takeValue()
    if (text === undefined) return false
    if (!this.options.skipElements) this.pieces.push({ value: this.parse(text, line), text, line })
    this.state = 'after-element'
    return true
  }

  /** Takes lines that are events in canonical form, up to the last comma that the window holds. */
  private takeLines(): boolean {
    const lines = this.runs[this.runsTaken] ?? new ScannedLines()
    if (!this.window.takeLines(lines)) return false
    this.runs[this.runsTaken++] = lines
    this.pieces.push(lines)
    this.state = 'element'
    return true
  }

  /** Tries the line for one element; undefined where it is none. */
  private readLine(line: number): boolean | undefined {
    const text = this.window.peekLine()
    if (text === undefined) return false
    if (text !== 'no-line') {
      try {
        this.pieces.push({ value: JSON.parse(text), text, line })
        this.window.acceptLine()
        this.state = 'after-element'
        return true
      } catch {
        // The byte by byte search finds where the element ends, or what is wrong with it.
        this.window.rejectLine()
      }
    }
    this.byLine = false
    return undefined
  }

  private parse(text: string, line: number): unknown {
    try {
      return JSON.parse(text)
    } catch (error) {
      // Engines that parse by recursion give up on deep nesting with another error.
      if (!(error instanceof SyntaxError))
        throw new LogFormatError('too-large', 'Values are nested too deeply.', { line })
      throw new LogFormatError('not-json', 'This is no JSON.', { line })
    }
  }
}
