/**
 * The axis of the track in either spacing: by time, as x-axis.ts has it, or by event, where every step of the clock (an
 * event, or a day with entries) takes as much room as any other and x is how many of them have happened.
 */
import type { Timeline } from '../../projections/timeline'
import { daysWithEntries } from '../days-with-entries'
import type { Clock, Moment } from '../moment'
import { type Bound, positionAtMillis } from '../resolve-moment'
import { momentOfStep, stepCount, stepOf } from '../steps'
import { type Axis, axisOf, momentAtX, xOfBound } from '../x-axis'

export type Spacing = 'time' | 'event'

export interface Scale {
  readonly clock: Clock
  readonly spacing: Spacing
}

/** The whole life of the ledger; 0 to 1 while there is nothing. */
export function wholeOf(timeline: Timeline, { clock, spacing }: Scale): Axis {
  return spacing === 'time' ? axisOf(timeline, clock) : { from: 0, to: Math.max(1, stepCount(timeline, clock)) }
}

/** Where a bound stands. */
export function placeOf(timeline: Timeline, { clock, spacing }: Scale, bound: Bound): number {
  if (spacing === 'time') return xOfBound(timeline, clock, bound)
  return Math.min(stepCount(timeline, clock), stepOf(timeline, clock, bound))
}

/** The moment at a place; the other bound of the cursor stays as it is. */
export function momentAt(timeline: Timeline, { clock, spacing }: Scale, bound: Bound, x: number): Moment {
  if (spacing === 'time') return momentAtX(timeline, clock, bound, x)
  return momentOfStep(timeline, clock, bound, Math.floor(x))
}

/** How many steps have happened by a time of the clock: milliseconds or a day since 1970. */
export function stepsBy(timeline: Timeline, clock: Clock, time: number): number {
  if (clock === 'recorded') return positionAtMillis(timeline, time)
  return stepOf(timeline, clock, { position: timeline.size, day: Math.floor(time) })
}

/** When a step happened, from 1 on; 0: where the axis by time begins. */
export function timeOfStep(timeline: Timeline, clock: Clock, step: number): number {
  const within = Math.min(step, stepCount(timeline, clock))
  if (within < 1) return axisOf(timeline, clock).from
  const times = clock === 'recorded' ? timeline.columns.recordedAt : daysWithEntries(timeline)
  return times[within - 1] as number
}

/** The time of a place, and the place of a time. */
export function timeAt(timeline: Timeline, { clock, spacing }: Scale, x: number): number {
  return spacing === 'time' ? x : timeOfStep(timeline, clock, Math.floor(x))
}

export function placeOfTime(timeline: Timeline, { clock, spacing }: Scale, time: number): number {
  return spacing === 'time' ? time : stepsBy(timeline, clock, time)
}
