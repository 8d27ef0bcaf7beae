/** The timeline's columns: one slot an event, slot = globalPosition − 1. About 45 bytes an event. */
import { grownTo } from './growing'

/** In the column `account`: the event is of no account. */
export const NO_ACCOUNT = 0xffffffff
/** In the column `day`: before the first entry. */
export const NO_DAY = -(2 ** 31)

/** The arrays may be longer than the log, and are replaced when they grow: do not keep them. */
export interface TimelineColumns {
  /** Milliseconds since 1970; never falls. */
  recordedAt: Float64Array
  /** See event-kind.ts. */
  kind: Uint8Array
  /** Number of the account in opening order, or NO_ACCOUNT. */
  account: Uint32Array
  /** Signed minor units added to the account; 0 for events that are no entry, and never for one that is. */
  effect: Float64Array
  /**
   * Days since 1970 of an entry's value date. For any other event the latest value date so far (NO_DAY before the
   * first), so that the column rises, and needs no second order, while nothing is backdated.
   */
  day: Int32Array
  /**
   * What else the event belongs to. EntryReversed and EntryAnnotated: the slot of the entry; a Deposited or Withdrawn
   * that was reversed: the slot of the reversal; a step of a transfer: the transfer's number. Else NO_SLOT.
   */
  link: Uint32Array
}

export function emptyColumns(): TimelineColumns {
  return {
    recordedAt: new Float64Array(0),
    kind: new Uint8Array(0),
    account: new Uint32Array(0),
    effect: new Float64Array(0),
    day: new Int32Array(0),
    link: new Uint32Array(0),
  }
}

export function reserve(columns: TimelineColumns, length: number): void {
  columns.recordedAt = grownTo(columns.recordedAt, length)
  columns.kind = grownTo(columns.kind, length)
  columns.account = grownTo(columns.account, length)
  columns.effect = grownTo(columns.effect, length)
  columns.day = grownTo(columns.day, length)
  columns.link = grownTo(columns.link, length)
}

/** Copies of exactly the first `length` elements. */
export function copyOf(columns: TimelineColumns, length: number): TimelineColumns {
  return {
    recordedAt: columns.recordedAt.slice(0, length),
    kind: columns.kind.slice(0, length),
    account: columns.account.slice(0, length),
    effect: columns.effect.slice(0, length),
    day: columns.day.slice(0, length),
    link: columns.link.slice(0, length),
  }
}
