/** A set of entries: how many of each kind, what they add up to, and its members as rows. */
import type { Timeline } from '../../projections/timeline'
import { unitsOf } from '../units'
import { type BlockTally, countSlot, emptyTally, type Tally } from './block-tally'
import { ENTRY_KINDS, holdsKind, KIND_COUNT, type KindSet } from './kind-set'
import { listedRows, NO_ROWS, type SlotRows } from './slot-rows'

export interface EntrySet extends Tally {
  readonly length: number
  /** Of these kinds, by default all; newest first. */
  rows(kinds?: KindSet): SlotRows
}

export function noEntries(timeline: Timeline): EntrySet {
  return { ...emptyTally(unitsOf(timeline)), length: 0, rows: () => NO_ROWS }
}

/** The entries among the elements of a sequence from one index up to another. */
export function entriesBetween(tally: BlockTally, from: number, to: number): EntrySet {
  const { counts, sums } = tally.between(from, Math.max(from, to))
  for (let kind = 0; kind < KIND_COUNT; kind++) if (!holdsKind(ENTRY_KINDS, kind)) counts[kind] = 0
  const rows = (kinds = ENTRY_KINDS) => tally.rowsBetween(from, to, kinds & ENTRY_KINDS)
  return { counts, sums, length: sumOf(counts), rows }
}

/** @param slots of entries, oldest first */
export function listedEntries(timeline: Timeline, slots: Uint32Array): EntrySet {
  const units = unitsOf(timeline)
  const tally = emptyTally(units)
  for (const slot of slots) countSlot(tally, timeline, units, slot)
  const { kind } = timeline.columns
  const rows = (kinds = ENTRY_KINDS) =>
    listedRows(
      (kinds & ENTRY_KINDS) === ENTRY_KINDS ? slots : slots.filter((slot) => holdsKind(kinds, kind[slot] as number)),
    )
  return { ...tally, length: slots.length, rows }
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
