/** All that a timeline holds. Only record-event.ts writes to it, and only by adding one event after another. */
import type { GrowingTrack } from './account-track'
import { Annotations } from './annotations'
import { IdColumn, indexedIds } from './id-column'
import { emptyColumns, NO_DAY, type TimelineColumns } from './timeline-columns'
import { TransferTracks } from './transfer-tracks'
import { ValueDateOrder } from './value-date-order'

/** What the bank says an account's balance was at the end of a day. */
export interface Assertion {
  readonly position: number
  /** Number of the account. */
  readonly account: number
  /** Days since 1970. */
  readonly day: number
  /** Minor units. */
  readonly balance: number
}

/** A name that LedgerRenamed gave. */
export interface LedgerName {
  readonly position: number
  readonly name: string
}

export interface TimelineState {
  size: number
  columns: TimelineColumns
  ids: IdColumn
  tracks: GrowingTrack[]
  /** Ids of the accounts by number. */
  accountIds: IdColumn
  transfers: TransferTracks
  annotations: Annotations
  assertions: Assertion[]
  ledgerNames: LedgerName[]
  valueDates: ValueDateOrder
  /** The latest value date of any entry so far. */
  lastDay: number
}

export function emptyState(): TimelineState {
  return {
    size: 0,
    columns: emptyColumns(),
    ids: new IdColumn(),
    tracks: [],
    accountIds: indexedIds(),
    transfers: new TransferTracks(),
    annotations: new Annotations(),
    assertions: [],
    ledgerNames: [],
    valueDates: new ValueDateOrder(),
    lastDay: NO_DAY,
  }
}
