/**
 * Where the cursor stands: the moment that everything on the screen obeys.
 *
 * [CU1] At now, what is recorded meanwhile shows at once; in the past the cursor stays where it is.
 * [CU2] A moment at the end of the log is now, so that commands can be given again.
 */
import { create } from 'zustand'
import { daysWithEntries } from '../time-travel/days-with-entries'
import type { Clock, Moment } from '../time-travel/moment'
import { type Bound, momentOf, resolveMoment } from '../time-travel/resolve-moment'
import { firstStep, nextDay, nextStep, previousDay, previousStep } from '../time-travel/steps'
import { useLedger } from './ledger-store'

export type { Clock }
export const RATES = [1, 2, 4, 8, 16, 32, 64] as const
export type Rate = (typeof RATES)[number]

export interface CursorState {
  readonly clock: Clock
  readonly moment: Moment
  /** The moment's bounds in the open timeline. */
  readonly bound: Bound
  readonly isNow: boolean
  readonly playing: boolean
  readonly rate: Rate
}

const NOWHERE: Bound = { position: 0, day: Number.POSITIVE_INFINITY }

export const useCursor = create<CursorState>(() => ({
  clock: 'recorded',
  moment: 'now',
  bound: NOWHERE,
  isNow: true,
  playing: false,
  rate: 1,
}))

/** Moves the cursor. Every move stops playback but those that playback makes itself. */
export const travel = {
  /** A date stands on the value-date clock, a position or an instant on the recorded one; now on either. */
  to(moment: Moment): void {
    place(moment, false)
  },
  setClock(clock: Clock): void {
    const { clock: before, bound, isNow } = useCursor.getState()
    if (clock === before) return
    useCursor.setState({ clock })
    // The other clock has other steps: what was seen stays bounded as it was only if it is now.
    if (isNow) place('now', false)
    else place(sameDayOn(clock, bound), false)
  },
  previousStep(): void {
    const { clock, bound } = useCursor.getState()
    place(previousStep(timeline(), clock, bound), false)
  },
  nextStep(): void {
    const { clock, bound } = useCursor.getState()
    place(nextStep(timeline(), clock, bound), false)
  },
  previousDay(): void {
    const { clock, bound } = useCursor.getState()
    place(previousDay(timeline(), clock, bound, localDay), false)
  },
  nextDay(): void {
    const { clock, bound } = useCursor.getState()
    place(nextDay(timeline(), clock, bound, localDay), false)
  },
  first(): void {
    const { clock, bound } = useCursor.getState()
    place(firstStep(timeline(), clock, bound), false)
  },
  now(): void {
    place('now', false)
  },
  play(): void {
    // At the end there is nothing left to play: it begins again.
    if (useCursor.getState().isNow) travel.first()
    useCursor.setState({ playing: true })
  },
  pause(): void {
    useCursor.setState({ playing: false })
  },
  setRate(rate: Rate): void {
    useCursor.setState({ rate })
  },
  /** A move that playback makes: it goes on until it reaches now. */
  playTo(moment: Moment): void {
    place(moment, true)
  },
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
    clock: settled === 'now' ? before.clock : clockOf(settled),
    playing: playing && settled !== 'now',
  })
}

/** Nothing lies beyond: also a date after the last entry's, such as today on the value-date clock. */
function isEverything({ position, day }: Bound): boolean {
  const current = timeline()
  if (position < current.size) return false
  return day === Number.POSITIVE_INFINITY || day >= (daysWithEntries(current).at(-1) ?? day)
}

function clockOf(moment: Exclude<Moment, 'now'>): Clock {
  return 'effectiveOn' in moment ? 'effective' : 'recorded'
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
