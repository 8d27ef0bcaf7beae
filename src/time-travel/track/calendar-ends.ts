/**
 * Ends of days and months on either clock. The recorded clock runs in the reader's zone, by way of `Date`: a month ends
 * for people when their own clock says so. Value dates belong to no zone.
 */
import type { Clock } from '../moment'

export type CalendarUnit = 'day' | 'month'

const DAY = 86_400_000

/** The last millisecond, or the day, with which the unit around a time ends. */
export function endOf(clock: Clock, unit: CalendarUnit, time: number): number {
  return startOfNext(clock, unit, time) - 1
}

/** The last millisecond, or the day, before the unit around a time. */
export function endBefore(clock: Clock, unit: CalendarUnit, time: number): number {
  if (clock === 'effective') {
    const day = Math.floor(time)
    return unit === 'day' ? day - 1 : day - new Date(day * DAY).getUTCDate()
  }
  const date = new Date(time)
  if (unit === 'month') date.setDate(1)
  return date.setHours(0, 0, 0, 0) - 1
}

function startOfNext(clock: Clock, unit: CalendarUnit, time: number): number {
  if (clock === 'effective') {
    const day = Math.floor(time)
    if (unit === 'day') return day + 1
    const date = new Date(day * DAY)
    return date.setUTCMonth(date.getUTCMonth() + 1, 1) / DAY
  }
  const date = new Date(time)
  if (unit === 'day') date.setDate(date.getDate() + 1)
  else date.setMonth(date.getMonth() + 1, 1)
  return date.setHours(0, 0, 0, 0)
}
