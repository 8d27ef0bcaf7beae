/**
 * The port of the event log over IndexedDB. A command is one `readwrite` transaction, in which everything but Dexie is
 * synchronous; the browser runs such transactions one after another across tabs and workers, and that queue is the
 * mailbox. The row in `head` is the commit point.
 */
import { decodeBatch, sliceBatch } from '../event-log/batch-codec'
import { Subscriptions } from '../event-log/catch-up-subscription'
import type {
  DecisionState,
  EventLog,
  Head,
  Leap,
  ReadOptions,
  StagedAppend,
  StoredBatch,
  StreamRow,
  Subscription,
  TransactContext,
  TransactRequest,
  TransactResult,
  Verdict,
} from '../event-log/event-log'
import { type BatchSource, readAllEvents, readStreamEvents } from '../event-log/read-events'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { CommandRecord } from '../event-log/settle-transaction'
import { NO_UPCASTERS, type Upcasters, upcast } from '../event-log/upcaster'
import { uuidV7 } from '../event-log/uuid'
import { eventsHeld, type RecordingRules, transactOnce } from './command-transaction'
import { ensureHead, headOf, readHead } from './head-row'
import { type LedgerDatabase, openLedgerDatabase } from './ledger-database'
import { isWorthPacking, packBatches } from './maintenance/pack-batches'
import { rebuildStreams } from './maintenance/rebuild-streams'
import { sweepOrphans } from './maintenance/sweep-orphans'
import type { OpenBatchWriter } from './staging/batch-writer'
import { stageAppend } from './staging/staged-append'
import type { StorageError } from './storage-error'
import { toStorageError } from './storage-error'
import { readStoredBatches } from './stored-batches'

/** Commands kept for recognising a repetition (HOUSE). */
const KEPT_COMMANDS = 100_000
const ROWS_A_PAGE = 1000

export interface DexieEventLogOptions<State> {
  readonly databaseName: string
  /** Of a ledger that is opened for the first time; later the log's own count. Default: a fresh UUID. */
  readonly ledgerId?: string
  readonly name: string
  readonly decision: DecisionState<State>
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  readonly upcasters?: Upcasters
  /** This connection had to give way to another tab: nothing works from then on, and why. */
  readonly onClosed?: (reason: StorageError) => void
  /** Commands kept for recognising a repetition; for tests. */
  readonly keptCommands?: number
  /** Default: large imports are written by this thread too. */
  readonly openWriter?: OpenBatchWriter | undefined
}

export class DexieEventLog<State> implements EventLog<State> {
  readonly #subscriptions = new Subscriptions()
  readonly #channel: BroadcastChannel
  readonly #rules: RecordingRules<State>
  readonly #upcasters: Upcasters
  /** Why this connection had to give way. */
  #closed: StorageError | undefined
  #ended = false

  private constructor(
    private readonly db: LedgerDatabase<State>,
    private readonly options: DexieEventLogOptions<State>,
  ) {
    this.#upcasters = options.upcasters ?? NO_UPCASTERS
    this.#rules = {
      decision: options.decision,
      clock: options.clock ?? Date.now,
      upcasters: this.#upcasters,
      keptCommands: options.keptCommands ?? KEPT_COMMANDS,
    }
    this.#channel = new BroadcastChannel(`hindsight:${options.databaseName}`)
    this.#channel.onmessage = () => this.#wake()
  }

  /** @throws StorageError */
  static async open<State>(options: DexieEventLogOptions<State>): Promise<DexieEventLog<State>> {
    let log: DexieEventLog<State> | undefined
    let gone: StorageError | undefined
    const db = await openLedgerDatabase<State>(options.databaseName, 'strict', (reason) => {
      gone = reason
      log?.close()
      if (log) log.#closed = reason
      options.onClosed?.(reason)
    })
    try {
      const head = await ensureHead(db, { ...options, ledgerId: options.ledgerId ?? uuidV7() })
      log = new DexieEventLog(db, options)
      log.#closed = gone
      if (head.stateVersion !== options.decision.version) await log.rebuildStreams()
      return log
    } catch (error) {
      db.close()
      throw toStorageError(error)
    }
  }

  head(): Promise<Head> {
    return this.#guard(async () => headOf(await readHead(this.db)))
  }

  async transact<Rejection>(
    request: TransactRequest,
    decide: (context: TransactContext<State>) => Verdict<Rejection>,
  ): Promise<TransactResult<Rejection>> {
    for (;;) {
      const result = await this.#guard(() => transactOnce(this.db, request, decide, this.#rules))
      if (result === 'stale-states') {
        // A tab with another version of the program has rebuilt them meanwhile.
        await this.rebuildStreams()
        continue
      }
      if (result.kind === 'appended' && result.events.length > 0) this.#announce(result.events)
      return result
    }
  }

  findCommand(commandId: string): Promise<CommandRecord | undefined> {
    return this.#guard(async () => {
      const row = await this.db.commands.get(commandId)
      return row && { hash: row.hash, positions: row.positions }
    })
  }

  async *readAll(options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    const { size } = await this.head()
    yield* this.#guardAll(readAllEvents(this.#source, size, options, this.#upcasters))
  }

  async *readStream(streamId: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    const [size, row] = await this.#guard(() =>
      this.db.transaction('r', this.db.head, this.db.streams, () =>
        Promise.all([readHead(this.db).then((head) => head.size), this.db.streams.get(streamId)]),
      ),
    )
    const stream = { streamId, revision: row?.revision ?? 0 }
    yield* this.#guardAll(readStreamEvents(this.#source, size, stream, options, this.#upcasters))
  }

  readAt(positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    return this.#guard(() =>
      this.db.transaction('r', this.db.index, this.db.batches, () => eventsHeld(this.db, positions, this.#upcasters)),
    )
  }

  async *readBatches(options: { readonly from?: number; readonly to?: number } = {}): AsyncGenerator<StoredBatch> {
    const { size } = await this.head()
    const to = Math.min(options.to ?? size, size)
    let next = 0
    const range = { from: Math.max(1, options.from ?? 1), to, direction: 'forward' } as const
    for await (const batch of this.#guardAll(this.#source(range))) {
      // Packing between two transactions may have put what was read already in front of what comes next.
      yield sliceBatch(batch, Math.max(next, batch.first), to)
      next = batch.first + batch.count
    }
  }

  readStreamRow(streamId: string): Promise<StreamRow<State> | undefined> {
    return this.#guard(() => this.db.streams.get(streamId))
  }

  async *readStreamRows(): AsyncGenerator<StreamRow<State>> {
    for (let after = ''; ; ) {
      const page = await this.#guard(() => this.db.streams.where('streamId').above(after).limit(ROWS_A_PAGE).toArray())
      yield* page
      if (page.length < ROWS_A_PAGE) return
      after = page.at(-1)?.streamId ?? after
    }
  }

  subscribeToAll(
    from: number,
    onEvents: (events: readonly RecordedEvent[]) => void,
    onError?: (error: unknown) => void,
    leap?: Leap,
  ): Subscription {
    const source = {
      size: async () => (await this.head()).size,
      read: (next: number) => this.#guardAll(this.#readChunks(next)),
      leap,
    }
    return this.#subscriptions.open(source, from, onEvents, onError)
  }

  async catchUp(): Promise<void> {
    this.#wake()
    await this.#subscriptions.caughtUp()
  }

  stage(): Promise<StagedAppend<State>> {
    return this.#guard(() =>
      stageAppend(this.db, {
        stateVersion: this.options.decision.version,
        openWriter: this.options.openWriter,
        onCommitted: () => {
          this.#wake()
          this.#tellOthers()
        },
      }),
    )
  }

  /** `bytesOnDisk`: canonical bytes of all batches in the log. */
  measure(): Promise<{ batches: number; bytesOnDisk: number }> {
    return this.#guard(() =>
      this.db.transaction('r', this.db.head, this.db.index, async () => {
        const [head, batches] = await Promise.all([readHead(this.db), this.db.index.count()])
        return { batches, bytesOnDisk: head.bytes }
      }),
    )
  }

  /** Whether so many small batches are stored that they should be packed. */
  isWorthPacking(): Promise<boolean> {
    return this.#guard(async () => isWorthPacking(this.db, (await readHead(this.db)).bytes))
  }

  /** Joins small neighbouring batches; 'busy' while an import or other maintenance runs. */
  pack(): Promise<{ readonly joined: number } | 'busy'> {
    return this.#guard(() => packBatches(this.db))
  }

  /** Removes batches that a crashed import left behind; 'busy' while an import or other maintenance runs. */
  sweepOrphans(): Promise<{ readonly removed: number } | 'busy'> {
    return this.#guard(() => sweepOrphans(this.db))
  }

  /** Folds the stream rows anew from the log. Commands may go on meanwhile. */
  rebuildStreams(): Promise<void> {
    return this.#guard(() => rebuildStreams(this.db, this.options.decision, this.#upcasters))
  }

  close(): void {
    this.#subscriptions.end()
    this.#ended = true
    this.#channel.onmessage = null
    this.#channel.close()
    this.db.close()
  }

  #announce(events: readonly RecordedEvent[]): void {
    this.#subscriptions.offer(events)
    this.#tellOthers()
  }

  /** What was recorded stays recorded though the log was closed meanwhile: nothing is told then. */
  #tellOthers(): void {
    if (!this.#ended) this.#channel.postMessage('recorded')
  }

  #wake(): void {
    this.#subscriptions.wake()
  }

  readonly #source: BatchSource = (range) => readStoredBatches(this.db, range)

  async *#readChunks(from: number): AsyncGenerator<readonly RecordedEvent[]> {
    let next = from
    for await (const batch of this.readBatches({ from })) {
      yield decodeBatch(batch, next).map((event) => upcast(event, this.#upcasters))
      next = batch.first + batch.count
    }
  }

  async #guard<Result>(work: () => PromiseLike<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw this.#fault(error)
    }
  }

  async *#guardAll<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    try {
      yield* items
    } catch (error) {
      throw this.#fault(error)
    }
  }

  #fault(error: unknown): unknown {
    const fault = toStorageError(error)
    return fault === error ? error : (this.#closed ?? fault)
  }
}
