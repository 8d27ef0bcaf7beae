/**
 * How far playback gets in a frame. At an even pace every step takes as long as every other; by time, steps come as
 * they came in life, but no gap takes longer than a second of 1×. Either way a small ledger takes a quarter of a second
 * a step on the whole, and a large one four minutes at 1×. A frame that comes late goes further, and steps in between
 * are passed over: playback never lags behind its own time.
 */
import type { Timeline } from '../../projections/timeline'
import { daysWithEntries } from '../days-with-entries'
import type { Clock } from '../moment'
import { positionAtMillis } from '../resolve-moment'
import { stepCount } from '../steps'
import { axisOf } from '../x-axis'

export type Pace = 'even' | 'by-time'
export type Direction = 1 | -1

export interface Playing {
  readonly clock: Clock
  readonly pace: Pace
  readonly direction: Direction
  /** 1 to 64. */
  readonly rate: number
}

const LEAST_A_SECOND = 4
const SECONDS_OF_A_LIFE = 240
/** By time: what a gap takes at most, in seconds of 1×. */
const LONGEST_GAP = 1

/** Seconds that a whole life takes at 1× and an even pace. */
export function secondsOf(steps: number): number {
  return Math.min(steps / LEAST_A_SECOND, SECONDS_OF_A_LIFE)
}

/**
 * Where playback stands, between steps too: a count of steps at an even pace; by time what lies before it of the axis,
 * since an instant is too large a number to have small fractions of a millisecond added to it.
 */
export function standAt(timeline: Timeline, { clock, pace }: Playing, step: number): number {
  return pace === 'even' ? step : xOfStep(timeline, clock, step) - axisOf(timeline, clock).from
}

export interface PlayedOn {
  readonly at: number
  /** Steps that have happened there. */
  readonly step: number
  /** There is nothing further in this direction. */
  readonly ended: boolean
}

/**
 * @param at where playback stood: `standAt`, or what the last call gave
 * @param millis since then
 */
export function playOn(timeline: Timeline, playing: Playing, at: number, millis: number): PlayedOn {
  const steps = stepCount(timeline, playing.clock)
  if (steps === 0) return { at, step: 0, ended: true }
  const seconds = (millis / 1000) * playing.rate
  return playing.pace === 'even'
    ? evenly(steps, playing.direction, at, seconds)
    : byTime(timeline, steps, playing, at, seconds)
}

function evenly(steps: number, direction: Direction, at: number, seconds: number): PlayedOn {
  const on = at + direction * seconds * (steps / secondsOf(steps))
  const step = direction > 0 ? Math.min(steps, Math.floor(on)) : Math.max(0, Math.ceil(on))
  return { at: on, step, ended: step === (direction > 0 ? steps : 0) }
}

function byTime(timeline: Timeline, steps: number, playing: Playing, at: number, seconds: number): PlayedOn {
  const { clock, direction } = playing
  const { from, to } = axisOf(timeline, clock)
  const speed = (to - from) / secondsOf(steps)
  // The gap ahead: from here, or from no further away than a second.
  const longest = speed * LONGEST_GAP
  let on: number
  if (direction > 0) {
    const next = xOfStep(timeline, clock, Math.min(steps, stepAtX(timeline, clock, from + at) + 1)) - from
    on = Math.max(at, next - longest) + seconds * speed
  } else {
    // Backwards a step is undone where its own place is passed.
    const next = xOfStep(timeline, clock, stepBefore(timeline, clock, from + at)) - from
    on = Math.min(at, next + longest) - seconds * speed
  }
  const step = direction > 0 ? stepAtX(timeline, clock, from + on) : stepBefore(timeline, clock, from + on)
  return { at: on, step, ended: step === (direction > 0 ? steps : 0) }
}

/** Where a step happens; 0: the empty ledger before the first. */
function xOfStep(timeline: Timeline, clock: Clock, step: number): number {
  if (step <= 0) return axisOf(timeline, clock).from
  if (clock === 'recorded') return timeline.columns.recordedAt[Math.min(step, timeline.size) - 1] as number
  const days = daysWithEntries(timeline)
  return days[Math.min(step, days.length) - 1] as number
}

/** Steps that happened at or before a place. */
function stepAtX(timeline: Timeline, clock: Clock, x: number): number {
  if (clock === 'recorded') return positionAtMillis(timeline, x)
  const days = daysWithEntries(timeline)
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= x) low = middle + 1
    else high = middle
  }
  return low
}

/** Steps that happened before a place. */
function stepBefore(timeline: Timeline, clock: Clock, x: number): number {
  // Instants and days are whole numbers.
  return stepAtX(timeline, clock, Math.ceil(x) - 1)
}
