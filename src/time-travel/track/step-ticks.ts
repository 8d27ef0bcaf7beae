/** Marks for an axis spaced by event: the dates at evenly spaced steps, and where years begin. */
import type { Timeline } from '../../projections/timeline'
import { stepCount } from '../steps'
import type { Axis } from '../x-axis'
import { type Scale, stepsBy, timeOfStep } from './spacing'

export interface StepTick {
  readonly x: number
  /** In the clock's own unit. */
  readonly time: number
  readonly unit: 'year' | 'month-year' | 'day-month' | 'hour'
}

const DAY_MS = 86_400_000
/** Days beyond which a date's year says more than its day. */
const LONG = 400
const SHORT = 2
/** Years marked at most; more would stand too close anyway. */
const MOST_YEARS = 200

/** At most `room` ticks, in order, none nearer to another than the room of one. */
export function stepTicks(timeline: Timeline, { clock }: Scale, span: Axis, room: number): StepTick[] {
  if (stepCount(timeline, clock) === 0 || room < 1) return []
  const gap = (span.to - span.from) / room
  const perDay = clock === 'recorded' ? DAY_MS : 1
  const [first, last] = [span.from, span.to].map((x) => timeOfStep(timeline, clock, Math.max(1, Math.ceil(x))))
  const days = ((last as number) - (first as number)) / perDay
  const kept: StepTick[] = []
  const keep = (tick: StepTick) => {
    if (tick.x < span.from || tick.x > span.to || kept.some(({ x }) => Math.abs(x - tick.x) < gap)) return
    kept.push(tick)
  }
  const years = days / 365
  if (years <= MOST_YEARS) {
    for (const time of yearsBetween(clock, first as number, last as number)) {
      // The first step of the year, not the last one before it.
      keep({ x: stepsBy(timeline, clock, time - 1) + 1, time, unit: 'year' })
    }
  }
  const every = Math.max(1, roundUp(gap))
  const unit = days > LONG ? 'month-year' : days > SHORT || clock === 'effective' ? 'day-month' : 'hour'
  for (let x = Math.ceil(span.from / every) * every; x <= span.to; x += every) {
    if (x >= 1) keep({ x, time: timeOfStep(timeline, clock, x), unit })
  }
  return kept.sort((a, b) => a.x - b.x)
}

function yearsBetween(clock: Scale['clock'], first: number, last: number): number[] {
  const yearOf = (time: number) =>
    clock === 'recorded' ? new Date(time).getFullYear() : new Date(time * DAY_MS).getUTCFullYear()
  const years: number[] = []
  for (let year = yearOf(first) + 1; year <= yearOf(last); year++) {
    const date = new Date(0)
    if (clock === 'recorded') date.setFullYear(year, 0, 1)
    else date.setUTCFullYear(year, 0, 1)
    years.push(clock === 'recorded' ? date.setHours(0, 0, 0, 0) : date.getTime() / DAY_MS)
  }
  return years
}

/** A whole number not much above it, the same for all that are near, so that dates stay while a span moves. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return Math.ceil(([1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((times) => times * power >= value) ?? 10) * power)
}
