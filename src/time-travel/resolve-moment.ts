/** From a moment as people name it to the two bounds that projections understand. */
import { dateOfDay, dayNumber, instantMillis, isDate, isInstant } from '../domain/calendar'
import type { Timeline } from '../projections/timeline'
import type { Moment } from './moment'

/** What is seen from a moment: the first `position` events, and of their entries those effective up to `day`. */
export interface Bound {
  /** 0 to the timeline's size. */
  readonly position: number
  /** Days since 1970; Infinity where no date bounds. */
  readonly day: number
}

export class InvalidMomentError extends Error {
  override readonly name = 'InvalidMomentError'
  readonly code = 'invalid-moment'
}

const FORMS =
  "A moment is 'now', {position}, {recordedAt: 'YYYY-MM-DDTHH:mm:ss.sssZ'}, {effectiveOn: 'YYYY-MM-DD'}, or one of the first two with effectiveOn."

/**
 * Takes anything for a moment.
 * @throws InvalidMomentError for what is none.
 */
export function parseMoment(value: unknown): Moment {
  if (value === 'now') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidMomentError(FORMS)
  const known = new Map(Object.entries(value))
  const [position, recordedAt, effectiveOn] = ['position', 'recordedAt', 'effectiveOn'].map((key) => known.get(key))
  const given = [position, recordedAt, effectiveOn].filter((field) => field !== undefined).length
  if (given === 0 || given !== known.size) throw new InvalidMomentError(FORMS)
  if (position !== undefined && recordedAt !== undefined) {
    throw new InvalidMomentError('Give either position or recordedAt: both say how much was recorded.')
  }
  const date = effectiveOn === undefined ? {} : { effectiveOn: checkedDate(effectiveOn) }
  if (position !== undefined) return { position: checkedPosition(position), ...date }
  if (recordedAt !== undefined) return { recordedAt: checkedInstant(recordedAt), ...date }
  return { effectiveOn: checkedDate(effectiveOn) }
}

/** The bounds of a moment that `parseMoment` gave. */
export function resolveMoment(timeline: Timeline, moment: Moment): Bound {
  if (moment === 'now') return { position: timeline.size, day: Number.POSITIVE_INFINITY }
  return {
    position: positionOf(timeline, moment),
    day: 'effectiveOn' in moment ? dayNumber(moment.effectiveOn) : Number.POSITIVE_INFINITY,
  }
}

/** The moment that a bound of this timeline stands for. */
export function momentOf(timeline: Timeline, bound: Bound): Moment {
  const { position, day } = bound
  const atHead = position >= timeline.size
  if (day === Number.POSITIVE_INFINITY) return atHead ? 'now' : { position }
  const effectiveOn = dateOfDay(day)
  return atHead ? { effectiveOn } : { position, effectiveOn }
}

/** How many events were recorded at or before an instant, in milliseconds since 1970. */
export function positionAtMillis(timeline: Timeline, millis: number): number {
  const { recordedAt } = timeline.columns
  let low = 0
  let high = timeline.size
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((recordedAt[middle] as number) <= millis) low = middle + 1
    else high = middle
  }
  return low
}

function positionOf(timeline: Timeline, moment: Exclude<Moment, 'now'>): number {
  if ('position' in moment) return Math.min(moment.position, timeline.size)
  return 'recordedAt' in moment ? positionAtMillis(timeline, instantMillis(moment.recordedAt)) : timeline.size
}

function checkedPosition(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new InvalidMomentError(`The position ${String(value)} is no whole number from 0.`)
}

function checkedInstant(value: unknown): string {
  if (typeof value === 'string' && isInstant(value)) return value
  throw new InvalidMomentError(`recordedAt is no UTC instant YYYY-MM-DDTHH:mm:ss.sssZ that exists: ${String(value)}`)
}

function checkedDate(value: unknown): string {
  if (typeof value === 'string' && isDate(value)) return value
  throw new InvalidMomentError(`effectiveOn is no date YYYY-MM-DD that exists: ${String(value)}`)
}
