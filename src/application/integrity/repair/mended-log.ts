/**
 * The log as it will be: each event checked as an import checks it, from the file as far as that reaches and from what is
 * stored behind it. Batches that hold exactly these events stay where they are; others are written anew.
 */

import { bytesOfFrontier } from '../../../event-log/merkle-tree'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { areSameBytes } from '../../../exchange/importing/ledger-lines'
import { LogChecker } from '../../../exchange/log-checker'
import type { IndexRow } from '../../../storage/ledger-database'
import { packed } from '../index-plan'
import type { StoredSource, StoredSources } from './stored-sources'

/** Bytes of a new batch, about. */
const BATCH_BYTES = 256 * 1024
const COMMA = 44
const LINE_FEED = 10

export class MendedLog {
  readonly checker = new LogChecker()
  readonly index: IndexRow[] = []
  readonly setAside = new Set<string>()
  /** Events that are there as they were stored, and those that come from the file. */
  kept = 0
  restored = 0
  /** Up to here a seal of the ledger says that these are the events it was recorded with. */
  proved = 0
  bytes = 0
  private source: StoredSource | undefined
  private region:
    | { first: number; frontier: Uint8Array; lines: Uint8Array[]; bytes: number; isSame: boolean }
    | undefined

  /** @param stage undefined: nothing is written, and batches have no names. */
  constructor(
    private readonly sources: StoredSources,
    private readonly stage: ((bytes: Uint8Array) => Promise<string>) | undefined,
    /** Called with a batch in which events differ from those that take their place. */
    private readonly onDifference?: (source: StoredSource, first: number) => void,
  ) {}

  get next(): number {
    return this.checker.size + 1
  }

  /** The stored line of the next event. */
  async storedLine(): Promise<Uint8Array | undefined> {
    const { next } = this
    if (!this.region) this.source = await this.sources.at(next)
    return this.source?.lines[next - this.source.first]
  }

  /** Takes the next event. @throws LogFormatError where it breaks a rule. */
  async take(event: RecordedEvent, line: Uint8Array): Promise<void> {
    const stored = await this.storedLine()
    const { next } = this
    this.region ??= { first: next, frontier: this.sealHere(), lines: [], bytes: 0, isSame: true }
    this.checker.check(event, line)
    const { region } = this
    const isSame = stored !== undefined && areSameBytes(stored, line)
    if (isSame) this.kept++
    else {
      this.restored++
      if (region.isSame && this.source) this.onDifference?.(this.source, next)
      region.isSame = false
    }
    region.lines.push(line.slice())
    region.bytes += line.length + 2
    if (this.endsHere(region.lines.length, region.bytes)) await this.flush()
  }

  /** What is left of the last batch; then the log ends here. */
  async end(): Promise<void> {
    if (this.region) await this.flush()
    this.source = undefined
    this.sealHere()
  }

  /** Whether the ledger's own seal over all events is this log's. */
  takeHeadSeal(size: unknown, frontier: unknown): void {
    if (size === this.checker.size && frontier instanceof Uint8Array && packed(this.checker.frontier, frontier))
      this.proved = this.checker.size
  }

  private sealHere(): Uint8Array {
    const { frontier, size } = this.checker
    const stored = this.source?.frontier ?? this.sources.sealBefore(size + 1)
    if (stored && packed(frontier, stored)) this.proved = size
    return bytesOfFrontier(frontier)
  }

  private endsHere(lines: number, bytes: number): boolean {
    if (this.source) return lines >= this.source.count
    return bytes >= BATCH_BYTES || this.sources.sealBefore(this.next) !== undefined
  }

  private async flush(): Promise<void> {
    const { region, source } = this
    if (!region) return
    this.region = undefined
    const count = region.lines.length
    this.bytes += region.bytes
    const { first, frontier } = region
    const isWhole =
      source !== undefined && region.isSame && source.lines.length === count && source.bytes.length === region.bytes
    if (isWhole) {
      this.index.push({ first, count, batchId: source.batchId, byteLength: region.bytes, frontier })
      return
    }
    if (source) this.setAside.add(source.batchId)
    if (!this.stage) return
    const bytes = joined(region.lines, region.bytes)
    this.index.push({ first, count, batchId: await this.stage(bytes), byteLength: bytes.length, frontier })
  }
}

function joined(lines: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const line of lines) {
    bytes.set(line, at)
    at += line.length
    bytes[at++] = COMMA
    bytes[at++] = LINE_FEED
  }
  return bytes
}
