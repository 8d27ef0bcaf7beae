/** The year that need not be said: that of the moment looked at, and today's at now. */
import type { Timeline } from '../../../projections/timeline'
import type { Bound } from '../../../time-travel/resolve-moment'

/** In the reader's time zone where the moment is an instant. */
export function yearOfMoment(timeline: Timeline, { day, position }: Bound, isNow: boolean): number {
  if (isNow) return new Date().getFullYear()
  if (Number.isFinite(day)) return yearOf(day)
  const recordedAt = timeline.columns.recordedAt[position - 1]
  return (recordedAt === undefined ? new Date() : new Date(recordedAt)).getFullYear()
}

/** @param day days since 1970 */
export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}
