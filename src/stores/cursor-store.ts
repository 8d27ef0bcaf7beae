/**
 * Where the cursor stands: the moment that everything on the screen obeys.
 *
 * [CU1] At now, what is recorded meanwhile shows at once; in the past the cursor stays where it is.
 * [CU2] A moment at the end of the log is now, so that commands can be given again.
 * [CU3] A moment with two bounds stands on both clocks, one with a single bound on its own clock, or on both where both
 *       are chosen. Choosing both changes nothing that is seen; choosing one again lets go of the other's bound.
 * [CU4] On both clocks, steps and playback are the recorded clock's, and the value date stays as it is.
 * [CU5] Playback ends at its end: onwards at now. Backwards it begins there, and nothing recorded meanwhile stops it.
 */
import { useDeferredValue } from 'react'
import { create } from 'zustand'
import { daysWithEntries } from '../time-travel/days-with-entries'
import type { Clock, Moment } from '../time-travel/moment'
import type { Direction, Pace } from '../time-travel/playing/play-on'
import { type Bound, momentOf, resolveMoment } from '../time-travel/resolve-moment'
import { firstStep, nextDay, nextStep, previousDay, previousStep, stepCount, stepOf } from '../time-travel/steps'
import { useLedger } from './ledger-store'

export type { Clock, Direction, Pace }
/** 'both': what was known at one moment about another. */
export type ClockChoice = Clock | 'both'
export const RATES = [1, 2, 4, 8, 16, 32, 64] as const
export type Rate = (typeof RATES)[number]

export interface CursorState {
  readonly clock: ClockChoice
  readonly moment: Moment
  /** The moment's bounds in the open timeline. */
  readonly bound: Bound
  readonly isNow: boolean
  readonly playing: boolean
  readonly rate: Rate
  readonly pace: Pace
  readonly direction: Direction
}

const NOWHERE: Bound = { position: 0, day: Number.POSITIVE_INFINITY }

export const useCursor = create<CursorState>(() => ({
  clock: 'recorded',
  moment: 'now',
  bound: NOWHERE,
  isNow: true,
  playing: false,
  rate: 1,
  pace: 'even',
  direction: 1,
}))

/**
 * Whether now is shown, a frame behind the figures: for the colours of the page and what the buttons say. Turning all of
 * them in the frame that leaves now, or is back at it, was the longest frame of a drag.
 */
export function useNowBehind(): boolean {
  return useDeferredValue(useCursor((cursor) => cursor.isNow))
}

/** The clock whose steps and axis one travels by. */
export function drivenClock(choice: ClockChoice): Clock {
  return choice === 'effective' ? 'effective' : 'recorded'
}

/** Moves the cursor. Every move stops playback but those that playback makes itself. */
export const travel = {
  /** Where it stands on which clock: [CU3]. */
  to(moment: Moment): void {
    place(moment, false)
  },
  setClock(clock: ClockChoice): void {
    const { clock: before, moment, bound } = useCursor.getState()
    if (clock === before) return
    useCursor.setState({ clock })
    // The other clock has other steps: what was seen stays bounded as it was only if it is now, or if both bounds stay.
    if (clock === 'both' || moment === 'now') place(moment, false)
    else place((before === 'both' ? onlyOn(clock, moment) : undefined) ?? sameDayOn(clock, bound), false)
  },
  previousStep(): void {
    step(previousStep)
  },
  nextStep(): void {
    step(nextStep)
  },
  previousDay(): void {
    step(previousDay)
  },
  nextDay(): void {
    step(nextDay)
  },
  first(): void {
    step(firstStep)
  },
  /** The end of the clock one travels by: now, or on both clocks all that was recorded of the value date. */
  last(): void {
    const { clock, bound } = useCursor.getState()
    if (clock === 'both') place(momentOf(timeline(), { ...bound, position: timeline().size }), false)
    else place('now', false)
  },
  now(): void {
    place('now', false)
  },
  /** Onwards, or the other way; by default as it played last. */
  play(direction: Direction = useCursor.getState().direction): void {
    const { clock, bound } = useCursor.getState()
    const driven = drivenClock(clock)
    const stands = stepOf(timeline(), driven, bound)
    // At its end there is nothing left to play: it begins again.
    if (direction > 0 && stands >= stepCount(timeline(), driven)) travel.first()
    else if (direction < 0 && stands <= 0) travel.last()
    useCursor.setState({ playing: true, direction })
  },
  pause(): void {
    useCursor.setState({ playing: false })
  },
  setPlayback(how: Partial<Pick<CursorState, 'rate' | 'pace' | 'direction'>>): void {
    useCursor.setState(how)
  },
  /** A move that playback makes: it goes on until it reaches its end. */
  playTo(moment: Moment): void {
    place(moment, true)
  },
}

function step(by: typeof nextDay): void {
  const { clock, bound } = useCursor.getState()
  place(by(timeline(), drivenClock(clock), bound, localDay), false)
}

/** Another ledger starts at now; a grown one keeps the moment, whose bounds may have moved. */
export function followLedger(): () => void {
  return useLedger.subscribe((now, before) => {
    if (now.localId !== before.localId && before.localId !== '') {
      useCursor.setState({ clock: 'recorded' })
      place('now', false)
    } else if (now.version !== before.version) {
      const { moment, playing } = useCursor.getState()
      place(moment, playing)
    }
  })
}

function place(moment: Moment, playing: boolean): void {
  const bound = resolveMoment(timeline(), moment)
  const settled = moment === 'now' || isEverything(bound) ? 'now' : moment
  const before = useCursor.getState()
  useCursor.setState({
    moment: same(settled, before.moment) ? before.moment : settled,
    bound: same(bound, before.bound) ? before.bound : bound,
    isNow: settled === 'now',
    clock: settled === 'now' ? before.clock : clockOf(settled, before.clock),
    // Played backwards, it begins at now.
    playing: playing && (settled !== 'now' || before.direction < 0),
  })
}

/** Whether a moment would be now. */
export function reachesNow(moment: Moment): boolean {
  return moment === 'now' || isEverything(resolveMoment(timeline(), moment))
}

/** Nothing lies beyond: also a date after the last entry's, such as today on the value-date clock. */
function isEverything({ position, day }: Bound): boolean {
  const current = timeline()
  if (position < current.size) return false
  return day === Number.POSITIVE_INFINITY || day >= (daysWithEntries(current).at(-1) ?? day)
}

function clockOf(moment: Exclude<Moment, 'now'>, before: ClockChoice): ClockChoice {
  const isDated = 'effectiveOn' in moment
  const isRecorded = 'position' in moment || 'recordedAt' in moment
  if (before === 'both' || (isDated && isRecorded)) return 'both'
  return isDated ? 'effective' : 'recorded'
}

/** What a moment says on one clock; undefined where it says nothing there. */
function onlyOn(clock: Clock, moment: Exclude<Moment, 'now'>): Moment | undefined {
  if (clock === 'effective') return 'effectiveOn' in moment ? { effectiveOn: moment.effectiveOn } : undefined
  if ('position' in moment) return { position: moment.position }
  return 'recordedAt' in moment ? { recordedAt: moment.recordedAt } : undefined
}

/** The moment on the other clock at which the same day ends. */
function sameDayOn(clock: Clock, bound: Bound): Moment {
  const current = timeline()
  if (clock === 'effective') {
    const millis = current.columns.recordedAt[Math.max(0, bound.position - 1)]
    return millis === undefined ? 'now' : momentOf(current, { position: current.size, day: localDay(millis) })
  }
  const { recordedAt } = current.columns
  let position = current.size
  while (position > 0 && localDay(recordedAt[position - 1] as number) > bound.day) position--
  return momentOf(current, { position, day: Number.POSITIVE_INFINITY })
}

/** The calendar day of an instant where the user is, as days since 1970. */
export function localDay(millis: number): number {
  return Math.floor((millis - new Date(millis).getTimezoneOffset() * 60_000) / 86_400_000)
}

function timeline() {
  return useLedger.getState().timeline
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
