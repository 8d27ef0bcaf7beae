/** The balance over time as the account's chart draws it. All x are milliseconds since 1970, on both clocks. */
import { useMemo } from 'react'
import type { Timeline } from '../projections/timeline'
import { balanceSeries } from '../time-travel/balance-series'
import type { Bound } from '../time-travel/resolve-moment'
import { type Axis, axisOf, xOfBound } from '../time-travel/x-axis'
import { type Clock, localDay, useCursor } from './cursor-store'
import { useLedger } from './ledger-store'

export type ChartPoint = readonly [x: number, minor: number]

const DAY_MS = 86_400_000

/** A day since 1970 as the midnight with which it begins for the reader, so that its label is that day's. */
export function localMillisOfDay(day: number): number {
  const utc = new Date(day * DAY_MS)
  const local = new Date(0)
  local.setFullYear(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate())
  local.setHours(0, 0, 0, 0)
  return local.getTime()
}

export interface TimeAxis {
  readonly clock: Clock
  /** In the clock's own unit: milliseconds or days. */
  readonly life: Axis
  readonly cursor: number
}

export function useTimeAxis(): TimeAxis {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // On both clocks the line is what was known by value date.
  const clock = useCursor((cursor) => (cursor.clock === 'recorded' ? 'recorded' : 'effective'))
  const bound = useCursor((cursor) => cursor.bound)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const life = axisOf(timeline, clock)
    return { clock, life, cursor: Math.max(life.from, Math.min(xOfBound(timeline, clock, bound), knownUntil(bound))) }
  }, [timeline, version, clock, bound])

  /** Of all value dates as they were known once: until then, for later ones have hardly anything yet. */
  function knownUntil({ position, day }: Bound): number {
    const last = timeline.columns.recordedAt[position - 1]
    const isPast = clock === 'effective' && day === Number.POSITIVE_INFINITY && position < timeline.size
    return isPast && last !== undefined ? localDay(last) : Number.POSITIVE_INFINITY
  }
}

export interface ChartWindowRange {
  readonly from: number
  readonly to: number
}

/** Enough for every pixel of a wide screen to have its lowest and highest point. */
const MOST_POINTS = 1600

/**
 * The steps of an account's balance in a window given in the clock's own unit. Computed anew only with the window.
 * @param position of the events after that many, as they were known then; all by default
 */
export function useBalanceSteps(
  account: number,
  clock: Clock,
  { from, to }: ChartWindowRange,
  position = Number.POSITIVE_INFINITY,
): readonly ChartPoint[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(
    () => steps(timeline, account, clock, { from, to }, position),
    [timeline, version, account, clock, from, to, position],
  )
}

function steps(
  timeline: Timeline,
  account: number,
  clock: Clock,
  { from, to }: ChartWindowRange,
  position: number,
): readonly ChartPoint[] {
  if (timeline.accounts[account] === undefined) return []
  const { x, balance } = balanceSeries(timeline, account, clock, from, to, MOST_POINTS, position)
  return x.map((at, index) => [millisOf(clock, at), balance[index] ?? 0])
}

/** From the clock's own unit to milliseconds. */
export function millisOf(clock: Clock, at: number): number {
  return clock === 'recorded' ? at : localMillisOfDay(at)
}
