/**
 * Stored batches of one range after another. Each range begins with looks into the index, for which whoever reads would
 * wait: the range that comes next is asked for while this one is used.
 */
import type { EventLog, StoredBatch } from '../../event-log/event-log'

interface Asked {
  readonly from: number
  readonly to: number
  readonly batches: AsyncIterator<StoredBatch>
  readonly first: Promise<IteratorResult<StoredBatch>>
}

export class BatchesAhead {
  #asked: Asked | undefined

  constructor(private readonly log: Pick<EventLog, 'readBatches'>) {}

  /** Asks for positions that will be read next; at most one range is under way. */
  ask(from: number, to: number): void {
    if (this.#asked?.from === from && this.#asked.to === to) return
    this.#drop()
    const batches = this.log.readBatches({ from, to })[Symbol.asyncIterator]()
    const first = batches.next()
    // Whoever reads it hears of the failure.
    first.catch(() => undefined)
    this.#asked = { from, to, batches, first }
  }

  /** As `EventLog.readBatches`. @throws what the log fails with */
  async *read(from: number, to: number): AsyncGenerator<StoredBatch, void, undefined> {
    const asked = this.#asked
    if (asked?.from !== from || asked.to !== to) {
      yield* this.log.readBatches({ from, to })
      return
    }
    this.#asked = undefined
    try {
      for (let next = await asked.first; !next.done; next = await asked.batches.next()) yield next.value
    } finally {
      await asked.batches.return?.()
    }
  }

  #drop(): void {
    // It ends when what it waits for is there; nobody waits for that.
    this.#asked?.batches.return?.().catch(() => undefined)
    this.#asked = undefined
  }
}
