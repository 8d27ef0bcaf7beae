/** An account's history as its rows show it, at the cursor: slots and figures here, words through entry-words.ts. */
import { useMemo } from 'react'
import type { Timeline } from '../projections/timeline'
import { type HistoryAt, historyAt, reversedByAt } from '../time-travel/history-at'
import type { Bound } from '../time-travel/resolve-moment'
import { useCursor } from './cursor-store'
import { useLedger } from './ledger-store'

export type { HistoryAt }

const NOTHING: HistoryAt = {
  length: 0,
  slot: () => Number.NaN,
  balance: () => Number.NaN,
  rowOf: () => -1,
}

export function useHistoryAtCursor(accountId: string): HistoryAt {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const bound = useCursor((cursor) => cursor.bound)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const number = timeline.accountNumber(accountId)
    return number === undefined ? NOTHING : historyAt(timeline, number, bound)
  }, [timeline, version, bound, accountId])
}

/** An account's history as it is now, whatever the cursor shows. */
export function wholeHistory(timeline: Timeline, account: number): HistoryAt {
  return historyAt(timeline, account, { position: timeline.size, day: Number.POSITIVE_INFINITY })
}

/** The figures of a row, which need no reading. */
export interface RowFigures {
  /** globalPosition of the entry. */
  readonly position: number
  /** Days since 1970 of the value date. */
  readonly day: number
  /** Milliseconds since 1970. */
  readonly recordedAt: number
  /** Signed minor units. */
  readonly effect: number
  /** Position and value day of the reversal that the moment shows. */
  readonly reversedBy?: Place
  readonly reverses?: Place
  /** May be reversed: a deposit or a withdrawal, not reversed yet. */
  readonly reversible: boolean
  readonly isTransfer: boolean
}

export interface Place {
  readonly position: number
  readonly day: number
}

export function rowFigures(timeline: Timeline, slot: number, bound: Bound): RowFigures {
  const { day, recordedAt, effect } = timeline.columns
  const reversal = reversedByAt(timeline, slot, bound)
  const reversed = timeline.reverses(slot)
  const isTransfer = timeline.transferOf(slot) !== undefined
  const place = (at: number): Place => ({ position: at + 1, day: day[at] ?? 0 })
  return {
    position: slot + 1,
    day: day[slot] ?? 0,
    recordedAt: recordedAt[slot] ?? 0,
    effect: effect[slot] ?? 0,
    ...(reversal === undefined ? {} : { reversedBy: place(reversal) }),
    ...(reversed === undefined ? {} : { reverses: place(reversed) }),
    reversible: reversal === undefined && reversed === undefined && !isTransfer,
    isTransfer,
  }
}

/** Rows of which the figures are kept. */
const MOST_KEPT = 2_000

/** The figures of the entry at a position: one object as long as nothing in it changes, which is what a row's memo looks at. */
export function useRowFigures(bound: Bound): (position: number) => RowFigures {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  const kept = useMemo(() => new Map<number, RowFigures>(), [timeline, version])
  return (position) => {
    const known = kept.get(position)
    // Of one entry only its reversal ever changes.
    const reversal = reversedByAt(timeline, position - 1, bound)
    if (known && known.reversedBy?.position === (reversal === undefined ? undefined : reversal + 1)) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const found = rowFigures(timeline, position - 1, bound)
    kept.set(position, found)
    return found
  }
}

/** The slots of all entries of an account, newest first, whatever the cursor says. */
export function entrySlots(timeline: Timeline, accountId: string): Uint32Array {
  const number = timeline.accountNumber(accountId)
  if (number === undefined) return new Uint32Array(0)
  const history = historyAt(timeline, number, { position: timeline.size, day: Number.POSITIVE_INFINITY })
  return Uint32Array.from({ length: history.length }, (_, row) => history.slot(row))
}
