/**
 * The whole life of the ledger as the time dock draws and drags it, on the clock that the cursor stands on: where it
 * stands on both, that is the recorded one, and value-date-track.ts has the other.
 */
import { useMemo } from 'react'
import { type ActivityBins, activityBins } from '../time-travel/activity/activity'
import { balanceAt } from '../time-travel/balances-at'
import { type EventAt, eventAt } from '../time-travel/event-at'
import type { Moment } from '../time-travel/moment'
import { type Bound, resolveMoment } from '../time-travel/resolve-moment'
import { momentOfStep, stepCount, stepOf } from '../time-travel/steps'
import type { Bars } from '../time-travel/track/bars'
import { type Axis, axisOf, momentAtX, xOfBound } from '../time-travel/x-axis'
import { labelAt } from './account-reading'
import { type Clock, drivenClock, travel, useCursor } from './cursor-store'
import { useLedger } from './ledger-store'
import { type Lens, lensOf, useLens } from './track/lens'

export type { ActivityBins, Axis, Bars }

const MILLIS_A_DAY = 86_400_000

export interface TimeTrack {
  readonly clock: Clock
  /** Milliseconds (recorded) or days (value date) since 1970. */
  readonly axis: Axis
  /** Steps there are: events, or days with entries. */
  readonly steps: number
  /** Where it is not the whole by time; `axis` is then what the lens shows, in its unit. */
  readonly lens: Lens | null
}

/** Changes with the ledger and the clock, never with the cursor. */
export function useTimeTrack(): TimeTrack {
  const clock = useCursor((cursor) => drivenClock(cursor.clock))
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const given = useLens((state) => state.lens)
  const lens = given?.clock === clock ? given : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(
    () => ({ clock, axis: lens?.axis() ?? axisOf(timeline, clock), steps: stepCount(timeline, clock), lens }),
    [clock, timeline, version, lens],
  )
}

export interface TimePlace {
  /** After how many steps the cursor stands. */
  readonly step: number
  /** Share of the axis before it; 0 to 1, unless the track is zoomed and the cursor out of sight. */
  readonly share: number
  /** Share of it that is known there: what stands at the cursor included. */
  readonly known: number
}

/** Where the cursor stands on the track. */
export function useTimePlace(track: TimeTrack): TimePlace {
  const bound = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  const moment = useCursor((cursor) => cursor.moment)
  const { timeline } = useLedger.getState()
  const { clock, axis, steps, lens } = track
  const { from, to } = axis
  const x = lens ? lens.place(moment, bound) : xOfBound(timeline, clock, bound)
  const share = (x - from) / (to - from)
  const isWhole = !lens?.isZoomed
  const shown = isNow && steps > 0 && isWhole ? 1 : isWhole ? Math.min(1, Math.max(0, share)) : share
  return {
    step: Math.min(steps, stepOf(timeline, clock, bound)),
    share: shown,
    known: shown + (lens?.half ?? 0) / (to - from),
  }
}

/** Whether no step of the track has happened yet. */
export function useIsAtStart(track: TimeTrack): boolean {
  return useCursor((cursor) => stepOf(useLedger.getState().timeline, track.clock, cursor.bound) <= 0)
}

/** Whether every step of the track has happened. */
export function useIsAtEnd(track: TimeTrack): boolean {
  return useCursor((cursor) => stepOf(useLedger.getState().timeline, track.clock, cursor.bound) >= track.steps)
}

/** Goes to a place on the track: a share of the axis, 0 to 1. At the right end of the whole that is the clock's last moment. */
export function travelToShare(share: number): void {
  const { timeline } = useLedger.getState()
  const { clock: choice, bound } = useCursor.getState()
  const clock = drivenClock(choice)
  const lens = lensOf(clock)
  if (share >= 1 && !lens?.isZoomed) {
    travel.last()
    return
  }
  const { from, to } = lens?.axis() ?? axisOf(timeline, clock)
  const x = from + Math.max(0, share) * (to - from)
  travel.to(lens ? lens.momentAt(bound, x) : momentAtX(timeline, clock, bound, x))
}

/** Goes to where so many steps have happened. `playing` for a move that playback makes. */
export function travelToStep(step: number, playing = false): void {
  const { timeline } = useLedger.getState()
  const { clock, bound } = useCursor.getState()
  const moment = momentOfStep(timeline, drivenClock(clock), bound, step)
  if (playing) travel.playTo(moment)
  else travel.to(moment)
}

/** The track's activity as bars, so many pixels from one to the next at least. */
export function barsOn({ clock, axis, lens }: TimeTrack, width: number, pitch: number): Bars {
  if (lens) return lens.bars(axis, width, pitch)
  const bins = Math.max(1, Math.floor(width / pitch))
  return { bins: activityBins(useLedger.getState().timeline, clock, axis.from, axis.to, bins), left: 0, pitch }
}

/** The instant at which an x of a clock begins for the reader, milliseconds since 1970. */
export function instantOfX(clock: Clock, x: number): number {
  if (clock === 'recorded') return x
  const utc = x * MILLIS_A_DAY
  return utc + new Date(utc).getTimezoneOffset() * 60_000
}

/** When the last of the first `position` events was recorded; undefined before the first. */
export function recordedAtOf(position: number): number | undefined {
  return position <= 0 ? undefined : useLedger.getState().timeline.columns.recordedAt[position - 1]
}

/** What a moment is called by. An instant that was asked for is said as asked, not as that of the last event before it. */
export function factsOf(
  moment: Moment,
  { position, day }: Bound,
  size: number,
): { readonly day: string | undefined; readonly recordedAt: number | undefined; readonly isAllKnown: boolean } {
  const asked = moment !== 'now' && 'recordedAt' in moment ? Date.parse(moment.recordedAt) : undefined
  return {
    day: day === Number.POSITIVE_INFINITY ? undefined : new Date(day * MILLIS_A_DAY).toISOString().slice(0, 10),
    recordedAt: asked ?? recordedAtOf(position),
    isAllKnown: position >= size,
  }
}

/** What the timeline knows of the event at a position without reading the log; undefined where there is none. */
export function eventAtPosition(position: number): EventAt | undefined {
  return eventAt(useLedger.getState().timeline, position)
}

/** How far a moment reaches, for saying so before going there. */
export function boundOf(moment: Moment): Bound {
  return resolveMoment(useLedger.getState().timeline, moment)
}

export interface SpokenAccount {
  readonly name: string
  readonly opened: boolean
  readonly currency: string
  readonly exponent: number
  /** Minor units. */
  readonly balance: number
}

/** An account at the cursor, read once: for what is said when travelling rests, not for what is shown in each frame. */
export function readAccountAtCursor(accountId: string): SpokenAccount | undefined {
  const { timeline } = useLedger.getState()
  const { bound } = useCursor.getState()
  const track = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
  if (track === undefined) return undefined
  const { name, status } = labelAt(track, bound.position)
  const { currency, exponent, number } = track
  return { name, opened: status !== 'not-opened', currency, exponent, balance: balanceAt(timeline, number, bound) }
}
