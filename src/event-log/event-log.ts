/**
 * The port of the event log, implemented by the memory adapter here and by storage/ over IndexedDB;
 * `event-log-contract.ts` is the test suite that every implementation passes.
 *
 * What always holds:
 * [EL1] positions run 1, 2, 3 … without a gap; so do the revisions of each stream.
 * [EL2] `transact` is atomic: all its events are there afterwards, or none.
 * [EL3] `recordedAt` never falls from one position to the next; the true clock is kept in `metadata.clock`.
 * [EL4] a commandId is recorded once: the same again gives the first events, with another payload it is refused.
 * [EL5] what has been acknowledged is never altered; `append` is the only way in, `clear` does not exist.
 * [EL6] a staged import shows nothing until its commit, which requires the head it was judged against.
 * [EL7] transactions take effect one after another, whichever tab or worker they come from.
 */
import type { Frontier } from './merkle-tree'
import type { NewEvent, RecordedEvent } from './recorded-event'

/** The end of the log: the commit point. */
export interface Head {
  /** Number of events. */
  readonly size: number
  /** RFC 6962 roots of the full subtrees, from which the log's root follows. */
  readonly frontier: Frontier
  /** `recordedAt` of the last event; '' while the log is empty. */
  readonly lastRecordedAt: string
  readonly ledgerId: string
  readonly name: string
}

/**
 * What a decision needs to know of a stream, folded at append so that a command reads one row, whatever the
 * log's length. States are plain structured-cloneable data; when `version` changes they are rebuilt from the log.
 */
export interface DecisionState<State> {
  readonly version: number
  /** The streams whose state the event changes: its own, and those it is a step of. */
  touches(event: RecordedEvent): readonly string[]
  evolve(state: State | undefined, event: RecordedEvent, streamId: string): State
  /** The ledger's name after the event, where the event changes it. */
  ledgerName(event: RecordedEvent): string | undefined
}

export interface TransactRequest {
  /** Every stream that the decision reads or appends to. */
  readonly streamIds: readonly string[]
  /** Events the decision reads, by position. */
  readonly positions?: readonly number[]
  /**
   * Idempotency: `hash` is a digest of the command as given. `continues` marks a later step of a process:
   * then the events are added to those already recorded under the commandId, and it is not looked up.
   */
  readonly command?: { readonly commandId: string; readonly hash: string; readonly continues?: boolean }
}

export interface TransactContext<State> {
  readonly head: Head
  state(streamId: string): State | undefined
  /** 0 where the stream does not exist. */
  revision(streamId: string): number
  /** The event at a requested position; undefined beyond the head. */
  event(position: number): RecordedEvent | undefined
  /** Optimistic concurrency: gives up the transaction with `wrong-expected-revision` unless the revision is this. */
  expectRevision(streamId: string, expectedRevision: number): void
}

export type Verdict<Rejection> = { readonly append: readonly NewEvent[] } | { readonly reject: Rejection }

export type TransactResult<Rejection> =
  | { readonly kind: 'appended'; readonly events: readonly RecordedEvent[]; readonly head: Head }
  | { readonly kind: 'duplicate'; readonly events: readonly RecordedEvent[] }
  | { readonly kind: 'command-id-reused' }
  | {
      readonly kind: 'wrong-expected-revision'
      readonly streamId: string
      readonly expectedRevision: number
      readonly actualRevision: number
    }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }

export interface ReadOptions {
  /** First position (or, in `readStream`, revision) to read, inclusive. Default: the first, or backward the last. */
  readonly from?: number
  /** Last position (revision) to read, inclusive. Default: the head as it is when the read begins. */
  readonly to?: number
  readonly direction?: 'forward' | 'backward'
  /** At most that many events. */
  readonly limit?: number
}

/** A run of stored bytes: canonical lines, each ended `,\n` (LOG-FORMAT, HOUSE "On disk"). */
export interface StoredBatch {
  /** Position of the first event in it. */
  readonly first: number
  readonly count: number
  readonly bytes: Uint8Array
  /** The frontier before its first event. */
  readonly frontier: Frontier
}

export interface StreamRow<State> {
  readonly streamId: string
  readonly revision: number
  readonly state: State
}

/** The last step of an import: one transaction. */
export interface StagedCommit<State> {
  /** The head against which the import was judged; another one gives `head-moved`. */
  readonly requires: { readonly size: number; readonly ledgerId: string }
  readonly streams: Iterable<StreamRow<State>>
  /** The head afterwards. */
  readonly head: Head
}

/** Batches written ahead of an import's commit. Until then nothing of them shows; a crash leaves them to be swept. */
export interface StagedAppend<State> {
  write(batch: StoredBatch): Promise<void>
  commit(last: StagedCommit<State>): Promise<'committed' | 'head-moved'>
  /** Removes what was staged. Safe to call after `commit`, where it does nothing. */
  discard(): Promise<void>
}

export interface Subscription {
  /** Resolves when `onEvents` has seen every event up to the head as it was at the call. */
  caughtUp(): Promise<void>
  unsubscribe(): void
}

/**
 * Asked before history is read: a subscriber far behind may know a shorter way, such as a snapshot. It takes that way and
 * answers the position to read on from, or `next` where there is none. `size`: events in the log now.
 */
export type Leap = (next: number, size: number) => Promise<number>

export interface EventLog<State = unknown> {
  head(): Promise<Head>
  /** Reads the streams, decides, appends: one atomic step. An exception in `decide` fails this call and nothing else. */
  transact<Rejection>(
    request: TransactRequest,
    decide: (context: TransactContext<State>) => Verdict<Rejection>,
  ): Promise<TransactResult<Rejection>>
  /** The events recorded under a commandId, and the digest of the command; undefined where none is known. */
  findCommand(commandId: string): Promise<{ readonly hash: string; readonly positions: readonly number[] } | undefined>
  readAll(options?: ReadOptions): AsyncIterable<RecordedEvent>
  readStream(streamId: string, options?: ReadOptions): AsyncIterable<RecordedEvent>
  /** The events at these positions, in the order asked for; those beyond the head are left out. */
  readAt(positions: readonly number[]): Promise<readonly RecordedEvent[]>
  /**
   * Stored bytes for export, verify and rebuild: from the batch that holds `from` (whole, so it may begin earlier),
   * without gap or repetition, to exactly `to` (default: the head as it is when the read begins).
   */
  readBatches(options?: { readonly from?: number; readonly to?: number }): AsyncIterable<StoredBatch>
  readStreamRow(streamId: string): Promise<StreamRow<State> | undefined>
  /** Every stream row, in no particular order. */
  readStreamRows(): AsyncIterable<StreamRow<State>>
  /** Calls `onEvents` with every event from `from` on, in order, through history into the live tail, from any tab. */
  subscribeToAll(
    from: number,
    onEvents: (events: readonly RecordedEvent[]) => void,
    onError?: (error: unknown) => void,
    leap?: Leap,
  ): Subscription
  /**
   * Looks for events recorded elsewhere (a frozen page misses messages) and feeds the subscriptions; resolves when
   * they have them. Faults go to their `onError`.
   */
  catchUp(): Promise<void>
  stage(): Promise<StagedAppend<State>>
  /** Figures for `stats()`. */
  measure(): Promise<{ readonly batches: number; readonly bytesOnDisk: number }>
  close(): void
}
