/**
 * Where a pointer's place comes to rest: where it lies, or at the nearest event, end of a day, or end of a month. What
 * is nearest is judged by the axis as it is drawn. The ends of the axis are stops as well: nothing, and now. Of two
 * equally near it is the earlier one.
 */
import { instantOfMillis } from '../../domain/calendar'
import type { Timeline } from '../../projections/timeline'
import type { Moment } from '../moment'
import { type Bound, momentOf, resolveMoment } from '../resolve-moment'
import { momentOfStep, stepCount } from '../steps'
import { type CalendarUnit, endBefore, endOf } from './calendar-ends'
import { momentAt, placeOf, type Scale, stepsBy, timeOfStep, wholeOf } from './spacing'

export type Snap = 'off' | 'event' | 'day' | 'month'

export interface Stop {
  /** Its place on the axis. */
  readonly x: number
  readonly moment: Moment
}

export function stopAt(timeline: Timeline, scale: Scale, bound: Bound, x: number, snap: Snap): Stop {
  if (snap === 'off') {
    const moment = momentAt(timeline, scale, bound, x)
    return { x: placeOf(timeline, scale, resolveMoment(timeline, moment)), moment }
  }
  const { from, to } = wholeOf(timeline, scale)
  const place = Math.min(to, Math.max(from, x))
  const [before, after] =
    snap === 'event' ? eventsAround(timeline, scale, bound, place) : endsAround(timeline, scale, bound, place, snap)
  return place - before.x <= after.x - place ? before : after
}

type Around = readonly [before: Stop, after: Stop]

function stepStop(timeline: Timeline, scale: Scale, bound: Bound, step: number): Stop {
  const moment = momentOfStep(timeline, scale.clock, bound, step)
  if (scale.spacing === 'event') return { x: Math.max(0, Math.min(step, stepCount(timeline, scale.clock))), moment }
  return { x: timeOfStep(timeline, scale.clock, step), moment }
}

function eventsAround(timeline: Timeline, scale: Scale, bound: Bound, x: number): Around {
  const { clock, spacing } = scale
  const before = spacing === 'event' ? Math.floor(x) : stepsBy(timeline, clock, x)
  // Events of one instant share a place: the last of them stands for all.
  const after = spacing === 'event' ? before + 1 : stepsBy(timeline, clock, timeOfStep(timeline, clock, before + 1))
  return [stepStop(timeline, scale, bound, before), stepStop(timeline, scale, bound, after)]
}

function endsAround(timeline: Timeline, scale: Scale, bound: Bound, x: number, unit: CalendarUnit): Around {
  const { clock } = scale
  const stop = (time: number) => endStop(timeline, scale, bound, time)
  if (scale.spacing === 'time') {
    const end = endOf(clock, unit, x)
    return end <= x ? [stop(end), stop(endOf(clock, unit, end + 1))] : [stop(endBefore(clock, unit, x)), stop(end)]
  }
  const step = Math.floor(x)
  const endOfStep = (at: number) => endOf(clock, unit, timeOfStep(timeline, clock, at))
  if (step < 1) return [stepStop(timeline, scale, bound, 0), stop(endOfStep(1))]
  const end = endOfStep(step)
  if (stepsBy(timeline, clock, end) <= x) return [stop(end), stop(endOfStep(step + 1))]
  // Units without an event share a place: the one whose event stands there names it.
  const earlier = stepsBy(timeline, clock, endBefore(clock, unit, timeOfStep(timeline, clock, step)))
  return [earlier < 1 ? stepStop(timeline, scale, bound, 0) : stop(endOfStep(earlier)), stop(end)]
}

function endStop(timeline: Timeline, scale: Scale, bound: Bound, time: number): Stop {
  const { clock, spacing } = scale
  const steps = stepsBy(timeline, clock, time)
  const { from, to } = wholeOf(timeline, scale)
  const x = spacing === 'event' ? steps : time
  if (x <= from) return { x: from, moment: momentOfStep(timeline, clock, bound, 0) }
  if (x >= to) return { x: to, moment: momentOfStep(timeline, clock, bound, stepCount(timeline, clock)) }
  if (clock === 'effective') return { x, moment: momentOf(timeline, { ...bound, day: time }) }
  const other = momentOf(timeline, { position: timeline.size, day: bound.day })
  return { x, moment: { ...(other === 'now' ? {} : other), recordedAt: instantOfMillis(time) } as Moment }
}
