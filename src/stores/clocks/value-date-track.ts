/**
 * The second handle where the cursor stands on both clocks: the value date, on an axis of whole days that lies under
 * the recorded one, so that the same day stands at about the same place on both. A place on it is the end of a day:
 * the value date of day 20,000 is place 20,001, and the axis' end is every date there is.
 */
import { useMemo } from 'react'
import { daysWithEntries } from '../../time-travel/days-with-entries'
import { lateBins, lateDays } from '../../time-travel/lateness/late-days'
import { countRecordedLater } from '../../time-travel/lateness/recorded-later'
import { momentOf, positionAtMillis } from '../../time-travel/resolve-moment'
import { firstStep, nextStep, previousStep, stepOf } from '../../time-travel/steps'
import { axisOf } from '../../time-travel/x-axis'
import { localDay, travel, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'

const EVERY_DAY = Number.POSITIVE_INFINITY

export interface ValueDateTrack {
  /** Places, whole numbers: days since 1970 at their ends. */
  readonly from: number
  readonly to: number
  /** Days with entries. */
  readonly days: number
}

export function useValueDateTrack(): ValueDateTrack {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const days = daysWithEntries(timeline)
    const first = days[0]
    const last = days.at(-1)
    if (first === undefined || last === undefined) return { from: 0, to: 1, days: 0 }
    const recorded = axisOf(timeline, 'recorded')
    return {
      from: Math.min(first, localDay(recorded.from)),
      to: Math.max(last, localDay(recorded.to)) + 1,
      days: days.length,
    }
  }, [timeline, version])
}

export interface ValueDatePlace {
  /** From `from` to `to` of the track. */
  readonly place: number
  /** Days since 1970; Infinity for every value date. */
  readonly day: number
  /** Days with entries up to it. */
  readonly step: number
}

export function useValueDatePlace(track: ValueDateTrack): ValueDatePlace {
  const bound = useCursor((cursor) => cursor.bound)
  const { timeline } = useLedger.getState()
  const place = Math.max(track.from, Math.min(bound.day + 1, track.to))
  return { place, day: bound.day, step: Math.min(track.days, stepOf(timeline, 'effective', bound)) }
}

/** Moves the value date; what was recorded by then stays as it is. */
export const valueDate = {
  toPlace(place: number, { to }: ValueDateTrack): void {
    toDay(place >= to ? EVERY_DAY : place - 1)
  },
  previous(): void {
    const { bound } = useCursor.getState()
    travel.to(previousStep(useLedger.getState().timeline, 'effective', bound))
  },
  next(): void {
    const { bound } = useCursor.getState()
    travel.to(nextStep(useLedger.getState().timeline, 'effective', bound))
  },
  first(): void {
    const { bound } = useCursor.getState()
    travel.to(firstStep(useLedger.getState().timeline, 'effective', bound))
  },
  all(): void {
    toDay(EVERY_DAY)
  },
}

function toDay(day: number): void {
  const { bound } = useCursor.getState()
  travel.to(momentOf(useLedger.getState().timeline, { ...bound, day }))
}

/** How many entries of each of so many bins were recorded two days or more after their value date. */
export function useLateBins({ from, to, days }: ValueDateTrack, bins: number): Uint32Array {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(
    () => (days === 0 ? new Uint32Array(bins) : lateBins(lateDays(timeline, localDay), from, to - 1, bins)),
    [timeline, version, from, to, days, bins],
  )
}

export interface Disagreement {
  /** Milliseconds since 1970, as it was asked or of the last event known; undefined before the first. */
  readonly knownAt: number | undefined
  /** Nothing more was recorded on that day: its date alone says it. */
  readonly isDayEnd: boolean
  /** Everything recorded is known. */
  readonly isAllKnown: boolean
  /** Days since 1970; Infinity for every value date. */
  readonly day: number
  /**
   * Entries of that day or before that are not among what is known; where everything is, those that were recorded
   * after that day. 0 where the day is every day.
   */
  readonly later: number
}

/** What the two clocks disagree about at the cursor. */
export function useDisagreement(): Disagreement {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const bound = useCursor((cursor) => cursor.bound)
  const moment = useCursor((cursor) => cursor.moment)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const { position, day } = bound
    const { recordedAt } = timeline.columns
    const asked = moment !== 'now' && 'recordedAt' in moment ? Date.parse(moment.recordedAt) : undefined
    const knownAt = asked ?? (position === 0 ? undefined : recordedAt[position - 1])
    const isAllKnown = position >= timeline.size
    const next = isAllKnown ? undefined : recordedAt[position]
    const known = isAllKnown && day !== EVERY_DAY ? positionAtMillis(timeline, endOfDay(day)) : position
    return {
      knownAt,
      isDayEnd: next === undefined || knownAt === undefined || localDay(next) !== localDay(knownAt),
      isAllKnown,
      day,
      later: day === EVERY_DAY ? 0 : countRecordedLater(timeline, { position: known, day }),
    }
  }, [timeline, version, bound, moment])
}

/** The last millisecond of a day where the reader is. */
function endOfDay(day: number): number {
  const utc = new Date((day + 1) * 86_400_000)
  const local = new Date(2000, utc.getUTCMonth(), utc.getUTCDate())
  // Years below 100 would be taken for 19…; 29 February needs its own year.
  local.setFullYear(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate())
  return local.getTime() - 1
}
