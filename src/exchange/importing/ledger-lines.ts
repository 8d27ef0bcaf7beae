/** A ledger's stored lines, one after another without a wait for each: only the next batch is waited for. */
import { linesOf } from '../../event-log/batch-codec'
import type { EventLog, StoredBatch } from '../../event-log/event-log'

export class LedgerLines {
  private readonly batches: AsyncIterator<StoredBatch>
  private lines: Iterator<Uint8Array> = [].values()

  /** From the first event to `to`, inclusive. */
  constructor(log: EventLog, to: number) {
    this.batches = to === 0 ? noBatches() : log.readBatches({ from: 1, to })[Symbol.asyncIterator]()
  }

  /** The next line of the batch at hand; undefined where `load` must fetch another. */
  next(): Uint8Array | undefined {
    const next = this.lines.next()
    return next.done ? undefined : next.value
  }

  /** false at the end of the ledger. */
  async load(): Promise<boolean> {
    const next = await this.batches.next()
    if (next.done) return false
    this.lines = linesOf(next.value.bytes)
    return true
  }

  async close(): Promise<void> {
    await this.batches.return?.()
  }
}

async function* noBatches(): AsyncGenerator<StoredBatch> {
  // an empty ledger has none
}

export function areSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false
  return true
}
