/** The value dates of which the ledger learned late, for marking them on the value-date clock. */
import { isEntryKind } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import type { DayOf } from '../steps'

/** A day apart may only be a time zone or a late evening; from two on the ledger did not know in time. */
const LATE_DAYS = 2
/** No time zone's midnight lies within one of these: milliseconds. */
const QUARTER = 900_000

interface Kept {
  /** Events looked at. */
  size: number
  readonly counts: Map<number, number>
}

const kept = new WeakMap<Timeline, Kept>()

/** Entries recorded two days or more after their value date, by that date (days since 1970). Do not write to it. */
export function lateDays(timeline: Timeline, dayOf: DayOf): ReadonlyMap<number, number> {
  let known = kept.get(timeline)
  if (!known) {
    known = { size: 0, counts: new Map() }
    kept.set(timeline, known)
  }
  const { kind, day, recordedAt } = timeline.columns
  const { counts } = known
  let quarter = Number.NaN
  let recordedOn = 0
  for (let slot = known.size; slot < timeline.size; slot++) {
    if (!isEntryKind(kind[slot] as number)) continue
    const at = recordedAt[slot] as number
    // To ask a time zone for each of a million instants would take longer than all the rest.
    if (Math.floor(at / QUARTER) !== quarter) {
      quarter = Math.floor(at / QUARTER)
      recordedOn = dayOf(at)
    }
    const on = day[slot] as number
    if (recordedOn - on >= LATE_DAYS) counts.set(on, (counts.get(on) ?? 0) + 1)
  }
  known.size = timeline.size
  return counts
}

/** `lateDays` counted into equal bins from `from` to `to`, days since 1970, both inclusive; what lies outside is left out. */
export function lateBins(days: ReadonlyMap<number, number>, from: number, to: number, bins: number): Uint32Array {
  const counted = new Uint32Array(bins)
  for (const [day, count] of days) {
    if (day < from || day > to) continue
    const bin = Math.min(bins - 1, Math.floor(((day - from) / (to - from || 1)) * bins))
    counted[bin] = (counted[bin] as number) + count
  }
  return counted
}
