/**
 * One step back or forward on either clock. Recorded: an event, or a day on which events were recorded. Value date: a
 * day with entries. The other bound of the cursor stays as it is. A step that reaches the end is 'now', so that
 * commands can be given again.
 */
import { dayNumber } from '../domain/calendar'
import type { Timeline } from '../projections/timeline'
import { daysWithEntries } from './days-with-entries'
import type { Clock, Moment } from './moment'
import { type Bound, momentOf } from './resolve-moment'

/** The day that an instant falls on, in the user's time zone: any numbering that rises with time. */
export type DayOf = (millis: number) => number

const FIRST_DATE = dayNumber('0001-01-01')

/** Before anything happened. */
export function firstStep(timeline: Timeline, clock: Clock, bound: Bound): Moment {
  if (clock === 'recorded') return momentOf(timeline, { ...bound, position: 0 })
  return momentOf(timeline, { ...bound, day: dayOfStep(timeline, 0) })
}

export function previousStep(timeline: Timeline, clock: Clock, bound: Bound): Moment {
  return stepBy(timeline, clock, bound, -1)
}

export function nextStep(timeline: Timeline, clock: Clock, bound: Bound): Moment {
  return stepBy(timeline, clock, bound, 1)
}

/** The end of the day before with activity. On the value-date clock the same as a step. */
export function previousDay(timeline: Timeline, clock: Clock, bound: Bound, dayOf: DayOf): Moment {
  if (clock === 'effective') return previousStep(timeline, clock, bound)
  const today = timeline.columns.recordedAt[bound.position - 1]
  const position = today === undefined ? 0 : eventsBefore(timeline, (millis) => dayOf(millis) >= dayOf(today))
  return momentOf(timeline, { ...bound, position })
}

/** The end of the day of the next event. On the value-date clock the same as a step. */
export function nextDay(timeline: Timeline, clock: Clock, bound: Bound, dayOf: DayOf): Moment {
  if (clock === 'effective') return nextStep(timeline, clock, bound)
  const { size, columns } = timeline
  const next = bound.position < size ? columns.recordedAt[bound.position] : undefined
  const position = next === undefined ? size : eventsBefore(timeline, (millis) => dayOf(millis) > dayOf(next))
  return momentOf(timeline, { ...bound, position })
}

/** Steps there are on a clock; the cursor stands after 0 to this many of them. */
export function stepCount(timeline: Timeline, clock: Clock): number {
  return clock === 'recorded' ? timeline.size : daysWithEntries(timeline).length
}

/** After how many steps of its clock a bound stands. */
export function stepOf(timeline: Timeline, clock: Clock, bound: Bound): number {
  if (clock === 'recorded') return bound.position
  const days = daysWithEntries(timeline)
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= bound.day) low = middle + 1
    else high = middle
  }
  return low
}

/** The moment after so many steps of a clock; the other bound stays as it is. */
export function momentOfStep(timeline: Timeline, clock: Clock, bound: Bound, step: number): Moment {
  const within = Math.max(0, Math.min(step, stepCount(timeline, clock)))
  if (clock === 'recorded') return momentOf(timeline, { ...bound, position: within })
  return momentOf(timeline, { ...bound, day: dayOfStep(timeline, within) })
}

function stepBy(timeline: Timeline, clock: Clock, bound: Bound, by: 1 | -1): Moment {
  return momentOfStep(timeline, clock, bound, stepOf(timeline, clock, bound) + by)
}

/** The bound after so many days with entries: the day before the first, a day with entries, or none after the last. */
function dayOfStep(timeline: Timeline, step: number): number {
  const days = daysWithEntries(timeline)
  if (step >= days.length) return Number.POSITIVE_INFINITY
  const day = days[Math.max(0, step - 1)] as number
  return step > 0 ? day : Math.max(day - 1, FIRST_DATE)
}

/** Events recorded before the first instant for which `reached` holds; it holds for all later ones too. */
function eventsBefore(timeline: Timeline, reached: (millis: number) => boolean): number {
  const { recordedAt } = timeline.columns
  let low = 0
  let high = timeline.size
  while (low < high) {
    const middle = (low + high) >>> 1
    if (reached(recordedAt[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
