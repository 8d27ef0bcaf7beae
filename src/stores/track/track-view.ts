/**
 * What the track shows of time: the span it is zoomed to, its spacing, where a drag snaps, and whose total is drawn.
 * Nothing here ever moves the cursor. Loads with the instruments of the track.
 *
 * [TV1] Another clock or spacing shows the same stretch of time; another ledger the whole.
 */
import { create } from 'zustand'
import { barsOf } from '../../time-travel/track/bars'
import { type Snap, stopAt } from '../../time-travel/track/snap'
import { placeOf, placeOfTime, type Scale, type Spacing, timeAt, wholeOf } from '../../time-travel/track/spacing'
import { stepTicks } from '../../time-travel/track/step-ticks'
import { leastSpan, panned, showing, within, zoomed } from '../../time-travel/track/zoom'
import type { Axis } from '../../time-travel/x-axis'
import { localMillisOfDay } from '../chart-reading'
import { type Clock, drivenClock, localDay, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import { instantOfX, type TimeTrack } from '../time-track'
import { useView } from '../view-store'
import { type Lens, useLens } from './lens'

export type { Snap, Spacing }
/** Whose activity and total are drawn. */
export type Whose = 'all' | 'account'

export interface TrackView {
  readonly spacing: Spacing
  readonly snap: Snap
  readonly whose: Whose
  /** In the unit of clock and spacing; null: the whole. */
  readonly span: Axis | null
}

const WHOLE: TrackView = { spacing: 'time', snap: 'off', whose: 'all', span: null }

export const useTrackView = create<TrackView>(() => WHOLE)

export const trackView = {
  /** Below 1: closer. @param at the share of the track that stays where it is; left out, the cursor, or the middle. */
  zoom(factor: number, at?: number): void {
    const [scale, whole, span] = shown()
    const x = at === undefined ? anchorOf(scale, span) : span.from + at * (span.to - span.from)
    setSpan(zoomed(span, whole, factor, x, leastSpan(scale)))
  },
  /** By a share of what is shown. */
  pan(share: number): void {
    const [, whole, span] = shown()
    setSpan(panned(span, whole, share))
  },
  /** Shows what lies between two shares of the track. */
  fit(from: number, to: number): void {
    const [scale, whole, span] = shown()
    const x = (share: number) => span.from + share * (span.to - span.from)
    setSpan(within({ from: x(Math.min(from, to)), to: x(Math.max(from, to)) }, whole, leastSpan(scale)))
  },
  /** Shows as much as now, from a share of the whole on. */
  moveTo(share: number): void {
    const [, whole, { from, to }] = shown()
    const x = whole.from + share * (whole.to - whole.from)
    setSpan(within({ from: x, to: x + to - from }, whole, 0))
  },
  showAll(): void {
    useTrackView.setState({ span: null })
  },
  setSpacing(spacing: Spacing): void {
    const clock = clockNow()
    const { spacing: before, span } = useTrackView.getState()
    useTrackView.setState({ spacing, span: span && converted(span, { clock, spacing: before }, { clock, spacing }) })
  },
  setSnap(snap: Snap): void {
    useTrackView.setState({ snap })
  },
  setWhose(whose: Whose): void {
    useTrackView.setState({ whose })
  },
  /** Moves the span to where the cursor went, if it left it. */
  showCursor(): void {
    const [scale, whole, span] = shown()
    setSpan(showing(span, whole, cursorPlace(scale)))
  },
}

export interface ShownPart {
  /** Shares of the whole. */
  readonly from: number
  readonly to: number
  /** Instants at its ends, milliseconds since 1970. */
  readonly first: number
  readonly last: number
}

/** The part of the whole that a track shows. */
export function shownPart({ clock, axis }: TimeTrack): ShownPart {
  const { timeline } = useLedger.getState()
  const scale = { clock, spacing: useTrackView.getState().spacing }
  const whole = wholeOf(timeline, scale)
  const share = (x: number) => (x - whole.from) / (whole.to - whole.from)
  const instant = (x: number) => instantOfX(clock, timeAt(timeline, scale, x))
  return { from: share(axis.from), to: share(axis.to), first: instant(axis.from), last: instant(axis.to) }
}

/** Whether it goes no closer. */
export function isClosest({ clock, axis }: TimeTrack): boolean {
  const least = leastSpan({ clock, spacing: useTrackView.getState().spacing })
  return axis.to - axis.from <= least
}

/** Where the cursor stands in the whole, 0 to 1. */
export function useCursorShare(): number {
  useCursor((cursor) => cursor.bound)
  const [scale, whole] = shown()
  return (cursorPlace(scale) - whole.from) / (whole.to - whole.from)
}

/** Keeps the lens what the choices say, until the returned function is called. */
export function followTrackView(): () => void {
  const stops = [
    useTrackView.subscribe(refresh),
    useView.subscribe((now, before) => now.view !== before.view && refresh()),
    useCursor.subscribe((now, before) => turnClock(drivenClock(before.clock), drivenClock(now.clock))),
    useLedger.subscribe((now, before) => now.localId !== before.localId && trackView.showAll()),
  ]
  refresh()
  return () => {
    for (const stop of stops) stop()
    useLens.setState({ lens: null })
  }
}

function turnClock(before: Clock, clock: Clock): void {
  if (clock === before) return
  const { spacing, span } = useTrackView.getState()
  if (span) useTrackView.setState({ span: converted(span, { clock: before, spacing }, { clock, spacing }) })
  else refresh()
}

function refresh(): void {
  const clock = clockNow()
  const { spacing, snap, whose, span } = useTrackView.getState()
  const accountId = whose === 'account' ? openAccountId() : undefined
  const isPlain = spacing === 'time' && snap === 'off' && accountId === undefined && span === null
  useLens.setState({ lens: isPlain ? null : lensFor({ clock, spacing }, snap, accountId, span) })
}

export function openAccountId(): string | undefined {
  const { view } = useView.getState()
  return view.kind === 'account' ? view.accountId : undefined
}

function lensFor(scale: Scale, snap: Snap, accountId: string | undefined, span: Axis | null): Lens {
  const timeline = () => useLedger.getState().timeline
  const half = scale.clock === 'recorded' && scale.spacing === 'time' ? 0 : 0.5
  return {
    clock: scale.clock,
    accountId,
    isZoomed: span !== null,
    half,
    axis: () => span ?? wholeOf(timeline(), scale),
    place(moment, bound) {
      // An instant that was asked for stands where it is, not at the last event before it.
      const isInstant = moment !== 'now' && 'recordedAt' in moment && scale.clock === 'recorded'
      if (!isInstant || scale.spacing === 'event') return placeOf(timeline(), scale, bound)
      const { from, to } = wholeOf(timeline(), scale)
      return Math.min(to, Math.max(from, Date.parse(moment.recordedAt)))
    },
    // Who points at a bar means the day or step that it stands for.
    momentAt: (bound, x) => stopAt(timeline(), scale, bound, snap === 'off' ? x + half : x, snap).moment,
    bars: (axis, width, pitch) =>
      barsOf(timeline(), scale, axis, width, pitch, timeline().accountNumber(accountId ?? '')),
    ticks: (axis, room) => (scale.spacing === 'event' ? stepTicks(timeline(), scale, axis, room) : undefined),
  }
}

/** The clock whose axis the track shows. */
function clockNow(): Clock {
  return drivenClock(useCursor.getState().clock)
}

function shown(): readonly [scale: Scale, whole: Axis, span: Axis] {
  const clock = clockNow()
  const { spacing, span } = useTrackView.getState()
  const scale = { clock, spacing }
  const whole = wholeOf(useLedger.getState().timeline, scale)
  return [scale, whole, span ?? whole]
}

function setSpan(span: Axis): void {
  const [, whole, before] = shown()
  if (span.from === before.from && span.to === before.to) return
  useTrackView.setState({ span: span.to - span.from < whole.to - whole.from ? span : null })
}

function cursorPlace(scale: Scale): number {
  const { moment, bound, isNow } = useCursor.getState()
  const { timeline } = useLedger.getState()
  const { lens } = useLens.getState()
  if (isNow) return wholeOf(timeline, scale).to
  return lens?.clock === scale.clock ? lens.place(moment, bound) : placeOf(timeline, scale, bound)
}

function anchorOf(scale: Scale, { from, to }: Axis): number {
  const x = cursorPlace(scale)
  return x >= from && x <= to ? x : (from + to) / 2
}

/** The same stretch of time on another axis; null where that is all of it, or nothing. */
function converted(span: Axis, before: Scale, after: Scale): Axis | null {
  const { timeline } = useLedger.getState()
  const [old, whole] = [wholeOf(timeline, before), wholeOf(timeline, after)]
  const place = (x: number) => {
    const time = timeAt(timeline, before, x)
    return placeOfTime(timeline, after, before.clock === after.clock ? time : onOtherClock(before.clock, time))
  }
  const from = span.from <= old.from ? whole.from : place(span.from)
  const to = span.to >= old.to ? whole.to : place(span.to)
  if (to < whole.from || from > whole.to) return null
  const kept = within({ from: Math.max(from, whole.from), to: Math.min(to, whole.to) }, whole, leastSpan(after))
  return kept.to - kept.from < whole.to - whole.from ? kept : null
}

function onOtherClock(before: Clock, time: number): number {
  return before === 'recorded' ? localDay(time) : localMillisOfDay(Math.floor(time))
}
