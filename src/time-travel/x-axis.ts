/**
 * The cursor as a place on the time axis and back. On the recorded clock x is an instant in milliseconds since 1970, on
 * the value-date clock a day since 1970. The axis begins a little before the first event: there the ledger is empty.
 */
import { dayNumber } from '../domain/calendar'
import type { Timeline } from '../projections/timeline'
import { daysWithEntries } from './days-with-entries'
import type { Clock, Moment } from './moment'
import { type Bound, momentOf, positionAtMillis } from './resolve-moment'

export interface Axis {
  readonly from: number
  /** Above `from`. */
  readonly to: number
}

/** Share of the recorded axis that lies before the first event, so that a pointer can reach the empty ledger. */
const LEAD = 1 / 200
const FIRST_DATE = dayNumber('0001-01-01')

/** The whole life of the ledger on a clock; 0 to 1 while there is nothing. */
export function axisOf(timeline: Timeline, clock: Clock): Axis {
  if (clock === 'effective') {
    const days = daysWithEntries(timeline)
    return { from: (days[0] ?? 1) - 1, to: days.at(-1) ?? 1 }
  }
  if (timeline.size === 0) return { from: 0, to: 1 }
  const first = timeline.columns.recordedAt[0] as number
  const to = timeline.columns.recordedAt[timeline.size - 1] as number
  return { from: first - Math.max(1, Math.round((to - first) * LEAD)), to }
}

/** Where a bound stands on its clock's axis. */
export function xOfBound(timeline: Timeline, clock: Clock, bound: Bound): number {
  const { from, to } = axisOf(timeline, clock)
  if (clock === 'effective') return Math.max(from, Math.min(bound.day, to))
  if (bound.position <= 0 || timeline.size === 0) return from
  return timeline.columns.recordedAt[Math.min(bound.position, timeline.size) - 1] as number
}

/**
 * The moment at a place on the axis: the last event recorded at or before it, or all that is effective on its day or
 * before. At or beyond the end: 'now', or as far as the other bound of the cursor, which stays as it is, goes.
 */
export function momentAtX(timeline: Timeline, clock: Clock, bound: Bound, x: number): Moment {
  if (clock === 'recorded') return momentOf(timeline, { ...bound, position: positionAtMillis(timeline, x) })
  const { from, to } = axisOf(timeline, clock)
  const day = x >= to ? Number.POSITIVE_INFINITY : Math.max(Math.floor(x), from, FIRST_DATE)
  return momentOf(timeline, { ...bound, day })
}
