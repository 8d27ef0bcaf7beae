/** One open ledger: its log, the projection over it, and what may be asked of both. */
import type { Rejection } from '../domain/rejections'
import { transferStream } from '../domain/stream-id'
import type { StreamState } from '../domain/stream-state'
import type { EventLog } from '../event-log/event-log'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { Timeline } from '../projections/timeline'
import type { LedgerEntry, Snapshots } from './backend/backend'
import { CommandDispatcher, type DispatchOptions } from './commands/command-dispatcher'
import { type TransferEnding, TransferRunner } from './commands/transfer-runner'
import { Turnover } from './commands/turnover'
import type { Environment } from './environment'
import { CommandRejected } from './errors'
import type { Progress, Receipt } from './hindsight'
import { Projector } from './projector'
import type { WordSearch } from './search/word-search'

export class OpenLedger {
  readonly #dispatcher: CommandDispatcher
  readonly #transfers: TransferRunner
  readonly #turnover: Turnover
  readonly #pending = new Set<Promise<Receipt>>()

  private constructor(
    readonly entry: LedgerEntry,
    readonly log: EventLog<StreamState>,
    readonly projector: Projector,
    private readonly snapshots: Snapshots,
    readonly words: WordSearch,
    environment: Environment,
  ) {
    this.#transfers = new TransferRunner(log, environment)
    this.#turnover = new Turnover(log, () => projector.timeline)
    this.#dispatcher = new CommandDispatcher(log, projector, this.#transfers, this.#turnover, environment)
  }

  /** Opens the log, catches the projection up and finishes transfers that a crash cut short. */
  static async open(
    entry: LedgerEntry,
    log: EventLog<StreamState>,
    snapshots: Snapshots,
    words: WordSearch,
    environment: Environment,
    onProgress?: (progress: Progress) => void,
  ): Promise<OpenLedger> {
    const projector = await Projector.open(log, snapshots, (done, total) =>
      onProgress?.({ phase: 'replaying', done, total, unit: 'events' }),
    )
    const ledger = new OpenLedger(entry, log, projector, snapshots, words, environment)
    if ((await ledger.#transfers.resume(projector.timeline)) > 0) await projector.catchUp()
    return ledger
  }

  get timeline(): Timeline {
    return this.projector.timeline
  }

  dispatch(command: unknown, options?: DispatchOptions): Promise<Receipt> {
    const receipt = this.#dispatcher.dispatch(command, options)
    this.#pending.add(receipt)
    const done = () => this.#pending.delete(receipt)
    receipt.then(done, done)
    return receipt
  }

  /** Resolves when every command given so far has its answer. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled([...this.#pending])
  }

  /** Completes or returns a transfer that an imported log left in transit. */
  async finishTransfer(transferId: string, ending: TransferEnding): Promise<void> {
    if (this.timeline.transfers.number(transferId) === undefined) throw new CommandRejected(noTransfer(transferId))
    await this.#transfers.run(transferStream(transferId), ending)
    await this.projector.catchUp()
  }

  /**
   * Does a part of what the first command and the first look at the past would wait for, a few milliseconds long.
   * @returns whether all is done
   */
  prepare(): boolean {
    return this.#turnover.ahead() && this.timeline.prepareSums()
  }

  /** After an import the words of many events are missing: made now, the first search need not wait for them. */
  prepareWords(): void {
    if (this.timeline.size >= this.words.chunkEvents) void this.words.prepare().catch(() => undefined)
  }

  async events(from: number, to: number, streamId?: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = []
    const source = streamId === undefined ? this.log.readAll({ from, to }) : this.log.readStream(streamId)
    for await (const event of source) {
      if (event.globalPosition >= from && event.globalPosition <= to) events.push(event)
    }
    return events
  }

  close(): void {
    this.projector.close()
    this.snapshots.close()
    this.words.close()
    this.log.close()
  }
}

function noTransfer(transferId: string): Rejection {
  return {
    code: 'entry-not-found',
    message: `There is no transfer ${transferId} in this ledger.`,
    facts: { transferId },
  }
}
