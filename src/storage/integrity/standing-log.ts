/**
 * A damaged ledger, as far as its events can be read one after another: a log that ends before the damage, and takes
 * nothing. It goes by where verifying found the events, not by the index, and changes nothing.
 *
 * [DM1] A damaged ledger opens as far as it can be read, gives out what is sound as a log, and takes no command.
 */
import { decodeAt, decodeBatch, sliceBatch } from '../../event-log/batch-codec'
import { Subscriptions } from '../../event-log/catch-up-subscription'
import type {
  EventLog,
  Head,
  Leap,
  ReadOptions,
  StagedAppend,
  StoredBatch,
  StreamRow,
  Subscription,
  TransactResult,
} from '../../event-log/event-log'
import { type BatchSource, readAllEvents, readStreamEvents } from '../../event-log/read-events'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { type Upcasters, upcast } from '../../event-log/upcaster'
import { type LedgerDatabase, openLedgerDatabase, unpackFrontier } from '../ledger-database'
import { storageError, withStorageErrors } from '../storage-error'
import type { DamageNote, StandingPiece } from './damage-note'
import { readDamageNote } from './notes'

export class StandingLog<State> implements EventLog<State> {
  readonly #subscriptions = new Subscriptions()

  private constructor(
    private readonly db: LedgerDatabase<State>,
    private readonly note: DamageNote,
    private readonly upcasters: Upcasters,
  ) {}

  /** undefined where nothing is known of damage. @throws StorageError */
  static async open<State>(
    databaseName: string,
    upcasters: Upcasters,
    onClosed?: (reason: Error) => void,
  ): Promise<StandingLog<State> | undefined> {
    const db = await openLedgerDatabase<State>(databaseName, 'strict', onClosed)
    const note = await readDamageNote(db)
    if (note) return new StandingLog(db, note, upcasters)
    db.close()
    return undefined
  }

  /** Where the events end that are as they were recorded. */
  get sound(): Head {
    return this.note.sound
  }

  async head(): Promise<Head> {
    return this.note.readable
  }

  async transact<Rejection>(): Promise<TransactResult<Rejection>> {
    throw storageError('corrupt', this.note)
  }

  async stage(): Promise<StagedAppend<State>> {
    throw storageError('corrupt', this.note)
  }

  async findCommand(): Promise<undefined> {
    return undefined
  }

  readAll(options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    return readAllEvents(this.#source, this.note.readable.size, options, this.upcasters)
  }

  async *readStream(streamId: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    // The stored revision may be wrong, or of events behind the damage.
    let revision = 0
    for await (const event of this.readAll()) if (event.streamId === streamId) revision = event.streamRevision
    yield* readStreamEvents(this.#source, this.note.readable.size, { streamId, revision }, options, this.upcasters)
  }

  async readAt(positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    const found = new Map<number, RecordedEvent>()
    const isWanted = ({ first, count }: StandingPiece) =>
      positions.some((each) => each >= first && each < first + count)
    for await (const batch of this.#batches(this.note.pieces.filter(isWanted)))
      for (const event of decodeAt(batch, positions)) found.set(event.globalPosition, upcast(event, this.upcasters))
    return positions.flatMap((position) => found.get(position) ?? [])
  }

  async *readBatches(options: { readonly from?: number; readonly to?: number } = {}): AsyncGenerator<StoredBatch> {
    const to = Math.min(options.to ?? Number.POSITIVE_INFINITY, this.note.readable.size)
    for await (const batch of this.#source({ from: options.from ?? 1, to, direction: 'forward' }))
      yield sliceBatch(batch, batch.first, to)
  }

  readStreamRow(streamId: string): Promise<StreamRow<State> | undefined> {
    return withStorageErrors(() => this.db.streams.get(streamId))
  }

  async *readStreamRows(): AsyncGenerator<StreamRow<State>> {
    yield* await withStorageErrors(() => this.db.streams.toArray())
  }

  subscribeToAll(
    from: number,
    onEvents: (events: readonly RecordedEvent[]) => void,
    onError?: (error: unknown) => void,
    leap?: Leap,
  ): Subscription {
    const read = (next: number) => this.#chunks(next)
    const source = { size: async () => this.note.readable.size, read, leap }
    return this.#subscriptions.open(source, from, onEvents, onError)
  }

  /** Nothing comes any more. */
  async catchUp(): Promise<void> {
    await this.#subscriptions.caughtUp()
  }

  async measure(): Promise<{ batches: number; bytesOnDisk: number }> {
    const { pieces } = this.note
    return { batches: pieces.length, bytesOnDisk: pieces.reduce((sum, { start, end }) => sum + end - start, 0) }
  }

  close(): void {
    this.#subscriptions.end()
    this.db.close()
  }

  async *#chunks(from: number): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const batch of this.readBatches({ from }))
      yield decodeBatch(batch, from).map((event) => upcast(event, this.upcasters))
  }

  readonly #source: BatchSource = ({ from, to, direction }) => {
    const wanted = this.note.pieces.filter(({ first, count }) => first <= to && first + count > from)
    return this.#batches(direction === 'forward' ? wanted : wanted.reverse())
  }

  async *#batches(pieces: readonly StandingPiece[]): AsyncGenerator<StoredBatch> {
    for (const { batchId, first, count, start, end, frontier } of pieces) {
      const row = await withStorageErrors(() => this.db.batches.get(batchId))
      if (!row) throw storageError('corrupt', { position: first })
      yield { first, count, bytes: row.bytes.subarray(start, end), frontier: unpackFrontier(frontier) }
    }
  }
}
