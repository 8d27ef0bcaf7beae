/** The port over plain memory: for tests, and for judging an import into a ledger that does not exist yet. */
import { decodeBatch, sliceBatch } from './batch-codec'
import { Subscriptions } from './catch-up-subscription'
import type {
  DecisionState,
  EventLog,
  Head,
  Leap,
  ReadOptions,
  StagedAppend,
  StagedCommit,
  StoredBatch,
  StreamRow,
  Subscription,
  TransactContext,
  TransactRequest,
  TransactResult,
  Verdict,
} from './event-log'
import { EMPTY_FRONTIER } from './merkle-tree'
import { type BatchSource, readAllEvents, readStreamEvents } from './read-events'
import type { RecordedEvent } from './recorded-event'
import { type CommandRecord, knownCommand, settleTransaction, type TransactionChanges } from './settle-transaction'
import { NO_UPCASTERS, type Upcasters, upcast } from './upcaster'

export interface MemoryEventLogOptions<State> {
  readonly ledgerId: string
  readonly name: string
  readonly decision: DecisionState<State>
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  readonly upcasters?: Upcasters
}

export class MemoryEventLog<State> implements EventLog<State> {
  #head: Head
  #batches: StoredBatch[] = []
  readonly #rows = new Map<string, StreamRow<State>>()
  readonly #commands = new Map<string, CommandRecord>()
  readonly #subscriptions = new Subscriptions()
  readonly #decision: DecisionState<State>
  readonly #clock: () => number
  readonly #upcasters: Upcasters

  constructor(options: MemoryEventLogOptions<State>) {
    this.#head = {
      size: 0,
      frontier: EMPTY_FRONTIER,
      lastRecordedAt: '',
      ledgerId: options.ledgerId,
      name: options.name,
    }
    this.#decision = options.decision
    this.#clock = options.clock ?? Date.now
    this.#upcasters = options.upcasters ?? NO_UPCASTERS
  }

  async head(): Promise<Head> {
    return this.#head
  }

  // Everything after the call is one turn of the event loop: nothing can come between reading and writing.
  async transact<Rejection>(
    request: TransactRequest,
    decide: (context: TransactContext<State>) => Verdict<Rejection>,
  ): Promise<TransactResult<Rejection>> {
    const command = request.command && this.#commands.get(request.command.commandId)
    const known = knownCommand(request, command)
    if (known === 'reused') return { kind: 'command-id-reused' }
    if (known === 'duplicate') return { kind: 'duplicate', events: this.#eventsAt(command?.positions ?? []) }
    const rows = new Map(
      request.streamIds.flatMap((id) => (this.#rows.has(id) ? [[id, structuredClone(this.#row(id))]] : [])),
    )
    const events = new Map(this.#eventsAt(request.positions ?? []).map((event) => [event.globalPosition, event]))
    const loaded = { head: this.#head, rows, events, command }
    const { result, changes } = settleTransaction(loaded, request, decide, this.#decision, this.#clock())
    if (changes) this.#apply(changes)
    if (result.kind === 'appended' && result.events.length > 0) {
      this.#subscriptions.offer(result.events)
    }
    return result
  }

  async findCommand(commandId: string): Promise<CommandRecord | undefined> {
    return this.#commands.get(commandId)
  }

  readAll(options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    return readAllEvents(this.#source, this.#head.size, options, this.#upcasters)
  }

  readStream(streamId: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const revision = this.#rows.get(streamId)?.revision ?? 0
    return readStreamEvents(this.#source, this.#head.size, { streamId, revision }, options, this.#upcasters)
  }

  async readAt(positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    return this.#eventsAt(positions)
  }

  async *readBatches(options: { readonly from?: number; readonly to?: number } = {}): AsyncGenerator<StoredBatch> {
    const to = Math.min(options.to ?? Infinity, this.#head.size)
    const range = { from: Math.max(1, options.from ?? 1), to, direction: 'forward' } as const
    for await (const batch of this.#source(range)) yield sliceBatch(batch, batch.first, to)
  }

  async readStreamRow(streamId: string): Promise<StreamRow<State> | undefined> {
    return structuredClone(this.#rows.get(streamId))
  }

  async *readStreamRows(): AsyncGenerator<StreamRow<State>> {
    for (const row of [...this.#rows.values()]) yield structuredClone(row)
  }

  subscribeToAll(
    from: number,
    onEvents: (events: readonly RecordedEvent[]) => void,
    onError?: (error: unknown) => void,
    leap?: Leap,
  ): Subscription {
    const source = { size: async () => this.#head.size, read: (next: number) => this.#readChunks(next), leap }
    return this.#subscriptions.open(source, from, onEvents, onError)
  }

  async catchUp(): Promise<void> {
    this.#subscriptions.wake()
    await this.#subscriptions.caughtUp()
  }

  async stage(): Promise<StagedAppend<State>> {
    let staged: StoredBatch[] = []
    return {
      write: async (batch) => {
        staged.push({ ...batch, bytes: batch.bytes.slice() })
      },
      commit: async (last) => {
        const { size, ledgerId } = last.requires
        if (this.#head.size !== size || this.#head.ledgerId !== ledgerId) return 'head-moved'
        this.#take(staged, last)
        staged = []
        this.#subscriptions.wake()
        return 'committed'
      },
      discard: async () => {
        staged = []
      },
    }
  }

  async measure(): Promise<{ batches: number; bytesOnDisk: number }> {
    const bytesOnDisk = this.#batches.reduce((sum, batch) => sum + batch.bytes.length, 0)
    return { batches: this.#batches.length, bytesOnDisk }
  }

  close(): void {
    this.#subscriptions.end()
  }

  #apply({ head, batch, rows, command }: TransactionChanges<State>): void {
    if (batch) this.#batches.push(batch)
    for (const row of rows) this.#rows.set(row.streamId, structuredClone(row))
    if (command) this.#commands.set(command.commandId, { hash: command.hash, positions: command.positions })
    this.#head = head
  }

  #take(staged: readonly StoredBatch[], last: StagedCommit<State>): void {
    const end = staged.reduce((next, batch) => {
      if (batch.first !== next) throw new Error(`The staged batch begins at ${batch.first}, not at ${next}.`)
      return next + batch.count
    }, last.requires.size + 1)
    if (end !== last.head.size + 1) throw new Error(`Staged up to ${end - 1}, but the head says ${last.head.size}.`)
    const rows = [...last.streams]
    this.#batches.push(...staged)
    for (const row of rows) this.#rows.set(row.streamId, structuredClone(row))
    this.#head = last.head
  }

  #row(streamId: string): StreamRow<State> {
    const row = this.#rows.get(streamId)
    if (!row) throw new Error(`No stream ${streamId}`)
    return row
  }

  #eventsAt(positions: readonly number[]): RecordedEvent[] {
    return positions.flatMap((position) => {
      const batch = this.#batches[this.#indexOfBatch(position)]
      return batch ? decodeBatch(batch, position, position).map((event) => upcast(event, this.#upcasters)) : []
    })
  }

  /** Index of the last batch that begins at or before the position; -1 where there is none. */
  #indexOfBatch(position: number): number {
    let low = 0
    let high = this.#batches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#batches[middle]?.first ?? Infinity) <= position) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  readonly #source: BatchSource = async function* (this: MemoryEventLog<State>, range: Parameters<BatchSource>[0]) {
    if (range.from > range.to) return
    const batches = this.#batches.slice(Math.max(0, this.#indexOfBatch(range.from)), this.#indexOfBatch(range.to) + 1)
    if (range.direction === 'backward') batches.reverse()
    for (const batch of batches) yield { ...batch, bytes: batch.bytes.slice() }
  }.bind(this)

  async *#readChunks(from: number): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const batch of this.readBatches({ from })) {
      yield decodeBatch(batch, from).map((event) => upcast(event, this.#upcasters))
    }
  }
}
