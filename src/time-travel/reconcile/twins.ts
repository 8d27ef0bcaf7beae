/** Entries of one amount that stand within days of each other: perhaps one that was entered twice. */
import type { TimelineColumns } from '../../projections/timeline-columns'

/** Days between two entries that may be one. */
export const TWIN_DAYS = 7
/** Entries looked at on each side: more within a week are no household. */
const MOST_LOOKED_AT = 500
export const MOST_REPEATS = 10

/** The nearest entry of the same amount, of the earlier ones first: undefined where none is near. */
export function firstTwin(
  slot: number,
  byDay: Uint32Array,
  columns: Readonly<TimelineColumns>,
  position: number,
): number | undefined {
  const { day, effect } = columns
  const at = placeOf(slot, byDay, day)
  for (const step of [-1, 1]) {
    for (let looked = 1; looked <= MOST_LOOKED_AT; looked++) {
      const other = byDay[at + step * looked]
      if (other === undefined || Math.abs((day[other] as number) - (day[slot] as number)) > TWIN_DAYS) break
      if (other < position && effect[other] === effect[slot]) return other
    }
  }
  return undefined
}

/** @param slots the newest first by (day, slot) */
export function repeatsIn(
  slots: readonly number[],
  effect: Float64Array,
  day: Int32Array,
): { readonly slot: number; readonly twin: number }[] {
  const newer = new Map<number, number>()
  const found: { readonly slot: number; readonly twin: number; readonly apart: number }[] = []
  for (const twin of slots) {
    const slot = newer.get(effect[twin] as number)
    const apart = slot === undefined ? Number.POSITIVE_INFINITY : (day[slot] as number) - (day[twin] as number)
    if (slot !== undefined && apart <= TWIN_DAYS) found.push({ slot, twin, apart })
    newer.set(effect[twin] as number, twin)
  }
  return found.sort((a, b) => a.apart - b.apart).slice(0, MOST_REPEATS)
}

function placeOf(slot: number, byDay: Uint32Array, day: Int32Array): number {
  let low = 0
  let high = byDay.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = byDay[middle] as number
    const isBefore = day[other] === day[slot] ? other < slot : (day[other] as number) < (day[slot] as number)
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}
