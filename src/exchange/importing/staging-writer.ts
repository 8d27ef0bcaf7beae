/**
 * Canonical lines gathered into large batches and staged one after another; nothing of them shows until `commit`.
 * A dry run gathers nothing and never asks the log for a stage.
 */
import { MAX_EVENT_BYTES } from '../../event-log/canonical-json'
import type { EventLog, StagedAppend, StagedCommit, StoredBatch } from '../../event-log/event-log'
import { EMPTY_FRONTIER, type Frontier } from '../../event-log/merkle-tree'

const COMMA = 44
const LINE_FEED = 10

export class StagingWriter<State> {
  private readonly encoder = new TextEncoder()
  private buffer: Uint8Array
  private length = 0
  private encoded = 0
  private first = 0
  private count = 0
  private frontier: Frontier = EMPTY_FRONTIER
  private staged: StagedAppend<State> | undefined

  constructor(
    private readonly log: EventLog<State>,
    private readonly isDryRun: boolean,
    private readonly batchBytes: number,
  ) {
    this.buffer = new Uint8Array(batchBytes + MAX_EVENT_BYTES + 2)
  }

  /** UTF-8 of a canonical event: a view that holds until the next call. */
  encode(canonical: string): Uint8Array {
    const room = this.length + canonical.length * 3 + 2
    if (room > this.buffer.length) {
      const larger = new Uint8Array(room)
      larger.set(this.buffer.subarray(0, this.length))
      this.buffer = larger
    }
    this.encoded = this.encoder.encodeInto(canonical, this.buffer.subarray(this.length)).written
    return this.buffer.subarray(this.length, this.length + this.encoded)
  }

  /** Takes a canonical event that stands in bytes from `start` to `end` (exclusive). */
  put(bytes: Uint8Array, start: number, end: number): void {
    this.encoded = end - start
    // A canonical event is never longer than the room that is kept.
    if (!this.isDryRun) this.buffer.set(bytes.subarray(start, end), this.length)
  }

  /** Whether the next event to be kept begins a batch, so that the frontier before it is needed. */
  get beginsBatch(): boolean {
    return this.count === 0 && !this.isDryRun
  }

  /**
   * Adds the event encoded or put last. `frontier`: before it, where it begins a batch.
   * @returns whether a batch is full and `flush` is due.
   */
  keep(position: number, frontier: Frontier | undefined): boolean {
    if (this.isDryRun) return false
    if (this.count === 0) {
      if (!frontier) throw new Error(`The batch that begins at ${position} came without the frontier before it`)
      this.first = position
      this.frontier = frontier
    }
    const end = this.length + this.encoded
    this.buffer[end] = COMMA
    this.buffer[end + 1] = LINE_FEED
    this.length = end + 2
    this.count++
    return this.length >= this.batchBytes
  }

  async flush(): Promise<void> {
    if (this.count === 0) return
    const { first, count, frontier } = this
    // An array of its own size: a view would be stored with the whole buffer behind it.
    const batch: StoredBatch = { first, count, frontier, bytes: this.buffer.slice(0, this.length) }
    this.length = 0
    this.count = 0
    this.staged ??= await this.log.stage()
    await this.staged.write(batch)
  }

  async commit(last: StagedCommit<State>): Promise<'committed' | 'head-moved'> {
    await this.flush()
    this.staged ??= await this.log.stage()
    return this.staged.commit(last)
  }

  async discard(): Promise<void> {
    this.length = 0
    this.count = 0
    await this.staged?.discard()
  }
}
