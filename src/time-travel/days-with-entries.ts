/** The days on which entries are effective: the steps of the value-date clock. */
import { isEntryKind } from '../projections/event-kind'
import type { Timeline } from '../projections/timeline'

interface Kept {
  /** Events looked at. */
  size: number
  days: Int32Array
}

const kept = new WeakMap<Timeline, Kept>()

/** Distinct days since 1970, rising. Looks only at events added since the last call. Do not write to it. */
export function daysWithEntries(timeline: Timeline): Int32Array {
  let known = kept.get(timeline)
  if (!known) {
    known = { size: 0, days: new Int32Array(0) }
    kept.set(timeline, known)
  }
  if (known.size === timeline.size) return known.days
  const fresh = freshDays(timeline, known)
  if (fresh.length > 0) known.days = Int32Array.from([...known.days, ...fresh]).sort()
  known.size = timeline.size
  return known.days
}

function freshDays(timeline: Timeline, { size, days }: Kept): number[] {
  const { kind, day } = timeline.columns
  const seen = new Set<number>(days)
  const fresh: number[] = []
  let before = Number.NaN
  for (let slot = size; slot < timeline.size; slot++) {
    const at = day[slot] as number
    // Entries of one day mostly follow one another.
    if (at === before || !isEntryKind(kind[slot] as number)) continue
    before = at
    if (seen.has(at)) continue
    seen.add(at)
    fresh.push(at)
  }
  return fresh
}
