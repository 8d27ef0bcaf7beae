/**
 * The entries that one moment shows and another does not. Where the moments differ on one clock only, they are a stretch
 * of that clock's order, and nothing is listed; only both clocks at once, over a log with backdated entries, want a pass.
 */
import { isEntryKind } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../account-entries'
import type { Bound } from '../resolve-moment'
import { recordedTally, valueDateTally } from './block-tally'
import { type EntrySet, entriesBetween, listedEntries, noEntries } from './entry-set'

/** @param account only entries of this one */
export function onlyIn(timeline: Timeline, shown: Bound, other: Bound, account?: number): EntrySet {
  if (shown.position <= other.position && shown.day <= other.day) return noEntries(timeline)
  if (account !== undefined) {
    const { day } = timeline.columns
    const slots = entriesOf(timeline, account).recorded.filter(
      (slot) => isWithin(slot, day, shown) && !isWithin(slot, day, other),
    )
    return listedEntries(timeline, slots)
  }
  const entries = timeline.valueDateEntries()
  const shownDays = timeline.countWithinDay(shown.day, entries)
  const otherDays = timeline.countWithinDay(other.day, entries)
  if (!entries.order) {
    // In the order of recording days never fall: either bound is a position.
    const from = Math.min(other.position, otherDays)
    return entriesBetween(recordedTally(timeline), from, Math.min(shown.position, shownDays))
  }
  if (shownDays <= otherDays && shownDays === entries.length) {
    return entriesBetween(recordedTally(timeline), other.position, shown.position)
  }
  if (shown.position <= other.position && shown.position >= timeline.size) {
    return entriesBetween(valueDateTally(timeline), otherDays, shownDays)
  }
  return listedEntries(timeline, scanned(timeline, shown, other))
}

function scanned(timeline: Timeline, shown: Bound, other: Bound): Uint32Array {
  const { kind, day } = timeline.columns
  // Where the days of one lie within the other's, only later events can differ.
  const from = shown.day <= other.day ? other.position : 0
  const passes = (slot: number) =>
    isEntryKind(kind[slot] as number) && isWithin(slot, day, shown) && !isWithin(slot, day, other)
  let count = 0
  for (let slot = from; slot < shown.position; slot++) if (passes(slot)) count++
  const slots = new Uint32Array(count)
  count = 0
  for (let slot = from; slot < shown.position; slot++) if (passes(slot)) slots[count++] = slot
  return slots
}

function isWithin(slot: number, day: Int32Array, { position, day: last }: Bound): boolean {
  return slot < position && (day[slot] as number) <= last
}
