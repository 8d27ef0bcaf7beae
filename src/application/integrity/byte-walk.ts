/**
 * Goes through a log's stored bytes from the first event on, and believes nothing but them: what index rows say of the
 * bytes is compared, and no more.
 */

import { ledgerStream } from '../../domain/stream-id'
import { canonicalJson } from '../../event-log/canonical-json'
import type { Head } from '../../event-log/event-log'
import { bytesOfFrontier } from '../../event-log/merkle-tree'
import type { JsonValue, RecordedEvent } from '../../event-log/recorded-event'
import { ScannedLines } from '../../event-log/scanning/scanned-lines'
import { type Checked, LogChecker } from '../../exchange/log-checker'
import { type LogFormatCode, LogFormatError } from '../../exchange/log-format-error'
import type { StandingPiece } from '../../storage/integrity/damage-note'
import type { StoredTables } from '../../storage/integrity/stored-tables'
import type { EventFault, TableFault } from './damage'
import { type PlannedRow, packed } from './index-plan'

const LINE_FEED = 10
const COMMA = 44
const ROWS_AT_ONCE = 16
/** Of a bad event, bytes that are looked through for its time. */
const LEGIBLE = 4096

/** Rules that more than one event takes part in. */
const BETWEEN_EVENTS: ReadonlySet<LogFormatCode> = new Set([
  'revision-gap',
  'repeated-event-id',
  'time-falls',
  'account-not-opened',
  'invariant',
])

/** How far the log is proved: what the head would be there. */
export type ProvedPoint = Pick<Head, 'size' | 'frontier' | 'lastRecordedAt'> & { readonly name: string | undefined }

export class ByteWalk {
  readonly checker = new LogChecker()
  /** Bytes of all batches so far. */
  bytes = 0
  fault: EventFault | undefined
  /** Where what was read stands. */
  readonly pieces: StandingPiece[] = []
  readonly indexFaults: TableFault[] = []
  /** Behind the last batch before which the stored seal was the one that the bytes give. */
  proved: ProvedPoint
  /** Where the stored seal was another one, first since then. */
  doubted: number | undefined
  private strays: ReadonlyMap<number, string> | undefined

  /** `ledgerId` decides under which stream the ledger's name stands. */
  constructor(
    readonly ledgerId: string,
    private readonly onEvent: ((checked: Checked, size: number) => void) | undefined,
  ) {
    this.proved = this.point()
  }

  get next(): number {
    return this.checker.size + 1
  }

  point(): ProvedPoint {
    const { size, frontier, lastRecordedAt } = this.checker
    const state = this.checker.state(ledgerStream(this.ledgerId))
    return { size, frontier, lastRecordedAt, name: state?.kind === 'ledger' ? state.name : undefined }
  }

  /** On through these rows. @returns the rows that could not be read, which may have been packed meanwhile. */
  async on(
    tables: StoredTables,
    rows: readonly PlannedRow[],
    onBatch: () => void,
  ): Promise<readonly PlannedRow[] | undefined> {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const some = rows.slice(start, start + ROWS_AT_ONCE)
      const bytes = await tables.bytesOf(some.map(({ batchId }) => batchId))
      for (const [index, row] of some.entries()) {
        const stored = bytes[index]
        if (stored === undefined) return rows.slice(start + index)
        const isPacked = start + index === 0 && row.first < this.next
        if (!isPacked && row.first !== this.next && !(await this.place(tables, row, stored, rows))) continue
        if (this.fault) return undefined
        this.takeBatch(row, stored, isPacked ? this.next - row.first : 0)
        if (this.fault) return undefined
        onBatch()
      }
    }
    return undefined
  }

  /** Whether a row that does not stand where it must is the next one all the same; what is missing before it is looked for. */
  private async place(
    tables: StoredTables,
    row: PlannedRow,
    bytes: Uint8Array,
    rows: readonly PlannedRow[],
  ): Promise<boolean> {
    const position = positionOf(bytes)
    if (position !== this.next && row.first > this.next) await this.takeStrays(tables, rows)
    if (position === this.next) {
      if (row.first !== this.next)
        this.indexFault(`The index says ${row.first} of the batch that begins at ${position}.`)
      return true
    }
    if (position === undefined || position < this.next) {
      this.indexFault(`The index names events from ${row.first} on that stand elsewhere too.`)
      return false
    }
    this.missing(row.first - 1)
    return true
  }

  /** Batches that no row names, or in the wrong place, as long as one of them goes on where the log stands. */
  async takeStrays(tables: StoredTables, rows: readonly PlannedRow[]): Promise<void> {
    this.strays ??= await straysOf(tables, rows)
    for (let batchId = this.strays.get(this.next); batchId && !this.fault; batchId = this.strays.get(this.next)) {
      const [bytes] = await tables.bytesOf([batchId])
      if (!bytes) return
      this.indexFault(`The index does not name the batch that begins at event ${this.next}.`)
      const before = this.next
      this.takeLines(batchId, bytes, 0)
      if (this.next === before) return
    }
  }

  missing(last: number): void {
    if (this.fault) return
    const { next } = this
    this.fault = { code: 'missing', first: next, last: Math.max(next, last), reason: `Event ${next} is not stored.` }
  }

  private takeBatch(row: PlannedRow, bytes: Uint8Array, known: number): void {
    if (known === 0) this.compareSeal(row)
    const lines = this.takeLines(row.batchId, bytes, known)
    if (this.fault) return
    if (lines !== row.count) this.indexFault(`The index counts ${row.count} events from ${row.first} on, not ${lines}.`)
    if (bytes.length !== row.byteLength) {
      this.indexFault(`The index says ${row.byteLength} bytes from event ${row.first} on, not ${bytes.length}.`)
    }
  }

  private compareSeal(row: PlannedRow): void {
    const point = this.point()
    if (row.frontier && packed(point.frontier, row.frontier)) {
      this.proved = point
      this.doubted = undefined
      return
    }
    this.doubted ??= row.first
    this.indexFault(`The seal stored before event ${row.first} is not the one that the events give.`)
  }

  private indexFault(reason: string): void {
    this.indexFaults.push({ table: 'index', reason })
  }

  /** Checks every line but the first `known`; gives how many there are. */
  private takeLines(batchId: string, bytes: Uint8Array, known: number): number {
    const lines = new ScannedLines()
    const first = this.next
    const frontier = bytesOfFrontier(this.checker.frontier)
    let count = 0
    let from = 0
    let to = 0
    for (let start = 0; start < bytes.length; count++) {
      const end = bytes.indexOf(LINE_FEED, start)
      if (end < 1 || bytes[end - 1] !== COMMA) {
        this.stop('unreadable', `Event ${this.next} has no end where one must be.`, bytes.subarray(start))
        break
      }
      if (count >= known && !this.takeLine(bytes, start, end - 1, lines)) break
      start = end + 1
      if (count < known) from = start
      to = start
    }
    // Of a batch that was packed meanwhile, only what had not been read before.
    this.bytes += to - from
    const taken = this.next - first
    if (taken > 0) this.pieces.push({ first, count: taken, batchId, start: from, end: to, frontier })
    return count
  }

  private takeLine(bytes: Uint8Array, start: number, end: number, lines: ScannedLines): boolean {
    const line = bytes.subarray(start, end)
    lines.begin(bytes)
    let checked: Checked
    if (lines.scan(start, end)) {
      try {
        checked = this.checker.checkLine(lines, 0)
      } catch (error) {
        return this.stopByRule(error, line)
      }
    } else {
      const event = readCanonical(line)
      if (event === 'unreadable') return this.stop('unreadable', `Event ${this.next} is no JSON text.`, line)
      if (event === 'other-form')
        return this.stop('rule', `Event ${this.next} is not stored in its canonical form.`, line)
      try {
        checked = this.checker.check(event, line)
      } catch (error) {
        return this.stopByRule(error, line)
      }
    }
    this.onEvent?.(checked, this.checker.size)
    return true
  }

  /** What an event says of itself is its own fault; that it does not follow from those before it may be one of theirs. */
  private stopByRule(error: unknown, line: Uint8Array): false {
    this.stop('rule', inWords(error), line)
    const isOwn = error instanceof LogFormatError && !BETWEEN_EVENTS.has(error.code)
    const first = this.proved.size + 1
    if (this.fault && !isOwn && first < this.next) this.fault = { ...this.fault, first, breaks: this.next }
    return false
  }

  private stop(code: EventFault['code'], reason: string, line: Uint8Array): false {
    const text = new TextDecoder().decode(line.subarray(0, LEGIBLE))
    const recordedAt = /"recordedAt":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/.exec(text)?.[1]
    const { next } = this
    this.fault = { code, first: next, last: next, reason, ...(recordedAt !== undefined && { recordedAt }) }
    return false
  }
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What the scan leaves to a parser: damage, or a rare form. */
export function readCanonical(line: Uint8Array): RecordedEvent | 'unreadable' | 'other-form' {
  let text: string
  let event: RecordedEvent
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
    event = JSON.parse(text) as RecordedEvent
  } catch {
    return 'unreadable'
  }
  if (typeof event !== 'object' || event === null) return 'unreadable'
  try {
    return canonicalJson(event as unknown as JsonValue) === text ? event : 'other-form'
  } catch {
    return 'other-form'
  }
}

/** Which event a batch begins with, by its own word. */
export function positionOf(bytes: Uint8Array): number | undefined {
  const end = bytes.indexOf(LINE_FEED)
  const text = new TextDecoder().decode(bytes.subarray(0, end < 0 ? bytes.length : end))
  const found = /"globalPosition":(\d+)/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** By the event they begin with: batches that no row of the plan names, or names in another place. */
export async function straysOf(
  tables: StoredTables,
  rows: readonly PlannedRow[],
): Promise<ReadonlyMap<number, string>> {
  const firstOf = new Map(rows.map(({ batchId, first }) => [batchId, first]))
  const strays = new Map<number, string>()
  for (const batchId of (await tables.batchIds?.()) ?? []) {
    const [bytes] = await tables.bytesOf([batchId])
    const position = bytes && positionOf(bytes)
    if (position !== undefined && firstOf.get(batchId) !== position) strays.set(position, batchId)
  }
  return strays
}
