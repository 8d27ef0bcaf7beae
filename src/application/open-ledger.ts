/** One open ledger: its log, the projection over it, and what may be asked of both. */
import type { Rejection } from '../domain/rejections'
import type { StreamState } from '../domain/stream-state'
import type { EventLog } from '../event-log/event-log'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { Timeline } from '../projections/timeline'
import type { LedgerEntry, Snapshots } from './backend/backend'
import type { DispatchOptions } from './commands/command-dispatcher'
import { openTransfers } from './commands/open-transfers'
import type { Recording } from './commands/recording'
import type { TransferEnding } from './commands/transfer-runner'
import type { Environment } from './environment'
import { CommandRejected } from './errors'
import type { Progress, Receipt } from './ledger-api'
import { Projector } from './projector'
import type { WordSearch } from './search/word-search'

export class OpenLedger {
  #recording: Recording | undefined
  #loading: Promise<Recording> | undefined
  #isUnloadable = false
  readonly #pending = new Set<Promise<Receipt>>()

  private constructor(
    readonly entry: LedgerEntry,
    readonly log: EventLog<StreamState>,
    readonly projector: Projector,
    private readonly snapshots: Snapshots,
    readonly words: WordSearch,
    private readonly environment: Environment,
  ) {}

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
    // A log that takes nothing finishes nothing.
    if (!('sound' in log) && openTransfers(projector.timeline).length > 0)
      await (await ledger.#record()).resumeTransfers()
    return ledger
  }

  get timeline(): Timeline {
    return this.projector.timeline
  }

  dispatch(command: unknown, options?: DispatchOptions): Promise<Receipt> {
    // Of one promise: commands keep the order in which they were given.
    const receipt = this.#record().then((recording) => recording.dispatch(command, options))
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
    await (await this.#record()).finishTransfer(transferId, ending)
  }

  /**
   * Does a part of what the first command and the first look at the past would wait for, a few milliseconds long.
   * @returns whether all is done
   */
  prepare(): boolean {
    if (!this.#recording && !this.#isUnloadable) {
      // Where it cannot be loaded, the first command says so.
      this.#record().catch(() => undefined)
      return false
    }
    return (this.#recording?.prepare() ?? true) && this.timeline.prepareSums()
  }

  /** The write side; where it could not be loaded, the next command tries again. */
  #record(): Promise<Recording> {
    this.#loading ??= import('./commands/recording').then(
      ({ Recording }) => {
        this.#recording = new Recording(this.log, this.projector, this.environment)
        return this.#recording
      },
      (error: unknown) => {
        this.#loading = undefined
        this.#isUnloadable = true
        throw error
      },
    )
    return this.#loading
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
