/**
 * The projection behind all time travel: the log as typed columns, one slot an event, so that no event is an object in
 * memory unless somebody looks at it. It only grows, by `append`, in the order of the log; SPEC.md has its rules.
 * What the columns mean at a moment is answered by time-travel/.
 */
import { asLedgerEvent } from '../domain/events'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { AccountTrack } from './account-track'
import { Checkpoints, type Entries } from './checkpoints'
import type { EntryFields } from './entry-fields'
import { isEntryKind, KIND } from './event-kind'
import { recordEntryFields, recordEvent } from './record-event'
import { reserve, type TimelineColumns } from './timeline-columns'

export type { AccountTrack } from './account-track'
export type { TimelineSnapshot } from './snapshot/timeline-snapshot'

import { snapshotOf, stateOf, type TimelineSnapshot } from './snapshot/timeline-snapshot'
import { type Assertion, emptyState, type LedgerName, type TimelineState } from './timeline-state'
import { NO_SLOT, type TransferTracks } from './transfer-tracks'
import { countWithin } from './value-date-order'

/** Batches below this are people at work, not a bulk being read. */
const BULK = 256
/** Of 27,000 accounts, four take 2 ms. */
const CHECKPOINTS_AT_ONCE = 4

export class Timeline {
  readonly #state: TimelineState
  readonly #recordedSums = new Checkpoints()
  #version = 0
  #accountIds: readonly string[] = []
  /** Kept until the next append, so that a drag over moments allocates nothing. */
  #recordedEntries: Entries | undefined
  #valueDateEntries: Entries | undefined

  constructor(state: TimelineState = emptyState()) {
    this.#state = state
  }

  /** Takes over the snapshot's arrays: do not use it afterwards. Throws for one of another PROJECTION_VERSION. */
  static fromSnapshot(snapshot: TimelineSnapshot): Timeline {
    return new Timeline(stateOf(snapshot))
  }

  toSnapshot(): TimelineSnapshot {
    this.#rest()
    return snapshotOf(this.#state)
  }

  /**
   * Takes in the next events of the log, from position `size` + 1 on.
   * @throws Error where an event breaks the log's invariants; the events before it are then taken in.
   */
  append(events: readonly RecordedEvent[]): void {
    if (events.length === 0) return
    const state = this.#state
    this.#grow(events.length)
    for (const event of events) recordEvent(state, asLedgerEvent(event))
    if (events.length < BULK) this.#rest()
  }

  /**
   * As `append`, of the next event of a bulk, which ends with `toSnapshot`: until then searches keep what makes them fast.
   * A deposit or withdrawal may come as what was read of it from bytes.
   * @throws Error where it breaks the log's invariants; nothing is taken in then.
   */
  appendInBulk(next: RecordedEvent | EntryFields): void {
    const { columns, size } = this.#state
    // By a half: what is over is left behind with the bulk, and each growth copies everything.
    this.#grow(size < columns.kind.length ? 1 : Math.max(BULK, size >> 1))
    if ('eventIds' in next) recordEntryFields(this.#state, next)
    else recordEvent(this.#state, asLedgerEvent(next))
  }

  /** Events taken in. */
  get size(): number {
    return this.#state.size
  }

  /** Rises with every append. */
  get version(): number {
    return this.#version
  }

  /** The first `size` elements count. Read only; replaced when they grow, so do not keep them. */
  get columns(): Readonly<TimelineColumns> {
    return this.#state.columns
  }

  /** In opening order. */
  get accounts(): readonly AccountTrack[] {
    return this.#state.tracks
  }

  get transfers(): Pick<TransferTracks, 'count' | 'slots' | 'slot' | 'id' | 'number' | 'unended'> {
    return this.#state.transfers
  }

  /** Oldest first. */
  get assertions(): readonly Assertion[] {
    return this.#state.assertions
  }

  /** Oldest first. */
  get ledgerNames(): readonly LedgerName[] {
    return this.#state.ledgerNames
  }

  /** In opening order. Kept: accounts are only ever added, so that a list of as many is still right. */
  get accountIds(): readonly string[] {
    const { tracks } = this.#state
    if (this.#accountIds.length !== tracks.length) this.#accountIds = Object.freeze(tracks.map(({ id }) => id))
    return this.#accountIds
  }

  accountNumber(accountId: string): number | undefined {
    const number = this.#state.accountIds.findText(accountId)
    return number < 0 ? undefined : number
  }

  /** Whether the ids of events are there: those of a snapshot may come behind the rest of it. */
  get isWhole(): boolean {
    return this.#state.ids.isWhole
  }

  /** Takes over the ids of the snapshot, four words each. @throws RangeError where they are not as many. */
  takeIds(words: Uint32Array): void {
    this.#state.ids.fill(words)
  }

  isEntry(slot: number): boolean {
    return slot < this.size && isEntryKind(this.columns.kind[slot] ?? 0)
  }

  /** @throws Error while it is not whole */
  eventId(slot: number): string {
    return this.#state.ids.at(slot)
  }

  /**
   * Where an event stands; with `account` only where it is of that account. Unknown while it is not whole.
   * @param hint a slot to look at first
   */
  slotOfEvent(eventId: string, account?: number, hint = -1): number | undefined {
    const { ids, columns } = this.#state
    if (!ids.isWhole) return undefined
    const slot = ids.holds(hint, eventId) && ids.at(hint) === eventId ? hint : ids.findText(eventId)
    return slot < 0 || (account !== undefined && columns.account[slot] !== account) ? undefined : slot
  }

  /** The slot of the EntryReversed that undid the entry in `slot`. */
  reversedBy(slot: number): number | undefined {
    const kind = this.columns.kind[slot]
    return kind === KIND.Deposited || kind === KIND.Withdrawn ? this.#linkOf(slot) : undefined
  }

  /** The slot of the entry that the EntryReversed in `slot` undid. */
  reverses(slot: number): number | undefined {
    return this.columns.kind[slot] === KIND.EntryReversed ? this.#linkOf(slot) : undefined
  }

  /** The number of the transfer that the event in `slot` is a step of. */
  transferOf(slot: number): number | undefined {
    const kind = this.columns.kind[slot] ?? 0
    const isStep = kind >= KIND.TransferInitiated || (kind >= KIND.TransferSent && kind <= KIND.TransferReturned)
    return isStep ? this.#linkOf(slot) : undefined
  }

  /** The slots of an entry's annotations, oldest first, among the first `position` events. */
  annotationsOf(entrySlot: number, position = this.size): readonly number[] {
    return this.#state.annotations.of(entrySlot, position)
  }

  /** The events in the order they were recorded, to be summed by `recordedSums`. */
  recordedEntries(): Entries {
    this.#recordedEntries ??= this.#entriesBy(undefined, this.size)
    return this.#recordedEntries
  }

  get recordedSums(): Checkpoints {
    return this.#recordedSums
  }

  /** The entries by (value date, slot). While nothing was backdated: `recordedEntries`, where `order` is undefined. */
  valueDateEntries(): Entries {
    if (!this.#valueDateEntries) {
      const { columns, tracks, valueDates } = this.#state
      const order = valueDates.read(columns, tracks.length)
      this.#valueDateEntries = order ? this.#entriesBy(order.slots, order.length) : this.recordedEntries()
    }
    return this.#valueDateEntries
  }

  /** The checkpoints that belong to `valueDateEntries`. */
  get valueDateSums(): Checkpoints {
    return this.#state.valueDates.checkpoints ?? this.#recordedSums
  }

  /**
   * Does a part of what the first look at the past would wait for, a few milliseconds long.
   * @returns whether all is done
   */
  prepareSums(): boolean {
    return (
      this.#recordedSums.prepare(this.recordedEntries(), CHECKPOINTS_AT_ONCE) &&
      this.valueDateSums.prepare(this.valueDateEntries(), CHECKPOINTS_AT_ONCE)
    )
  }

  /** How many of `valueDateEntries` are of this day or before. */
  countWithinDay(day: number, entries: Entries): number {
    return countWithin(day, this.columns.day, entries.order, entries.length)
  }

  #entriesBy(order: Uint32Array | undefined, length: number): Entries {
    const { columns, tracks } = this.#state
    return { effect: columns.effect, account: columns.account, order, length, accounts: tracks.length }
  }

  #grow(count: number): void {
    const { columns, ids, size } = this.#state
    reserve(columns, size + count)
    ids.reserve(size + count)
    this.#version++
    this.#recordedEntries = undefined
    this.#valueDateEntries = undefined
  }

  /** A bulk is over: what sped up its searches is given back. */
  #rest(): void {
    this.#state.ids.rest()
    this.#state.transfers.rest()
  }

  #linkOf(slot: number): number | undefined {
    const link = this.columns.link[slot]
    return link === undefined || link === NO_SLOT ? undefined : link
  }
}
