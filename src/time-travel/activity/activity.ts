/** The picture under the slider: how much happened when, and how the total went, in so many bins of the time axis. */
import type { Entries } from '../../projections/checkpoints'
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../account-entries'
import type { Clock } from '../moment'
import { stepOf } from '../steps'
import { unitsOf } from '../units'
import { ActivitySums, COUNTS } from './activity-sums'

export interface TotalLine {
  readonly currency: string
  readonly exponent: number
  /** The sum of all balances at the end of each bin, in minor units, from the ledger's beginning on. */
  readonly minor: Float64Array
}

/** Entries counted by bin; all arrays are as long as there are bins. Do not write to them. */
export interface ActivityBins {
  readonly in: Uint32Array
  readonly out: Uint32Array
  /** Sent, received and returned. */
  readonly transfers: Uint32Array
  readonly reversals: Uint32Array
  /** By currency (and exponent), in opening order. */
  readonly totals: readonly TotalLine[]
}

interface Kept {
  readonly key: string
  readonly bins: ActivityBins
}

const MOST_KEPT = 8
const kept = new WeakMap<Timeline, Kept[]>()
/** By clock and account, those asked for last at the end: all accounts, and a few single ones. */
const sumsOf = new WeakMap<Timeline, Map<string, ActivitySums>>()
const MOST_SUMS = 8

export interface ActivityOptions {
  /** Number of the only account to look at. */
  readonly account?: number
  /** 'event': `from` and `to` are numbers of steps, events or days with entries, and an entry lies at its own. */
  readonly spacing?: 'time' | 'event'
}

/**
 * Entries from `from` to `to` (both inclusive; milliseconds or days since 1970, by the clock) in equal bins. What was
 * counted of a log is not counted again when it grows, or when another part of it is looked at.
 * @param stride for tests: elements between two sums that are kept
 */
export function activityBins(
  timeline: Timeline,
  clock: Clock,
  from: number,
  to: number,
  bins: number,
  options: ActivityOptions = {},
  stride?: number,
): ActivityBins {
  const { account, spacing = 'time' } = options
  const key = [timeline.version, clock, from, to, bins, account, spacing].join(' ')
  const known = kept.get(timeline) ?? []
  const same = known.find((each) => each.key === key)
  if (same) return same.bins
  const entries = entriesOn(timeline, clock, account)
  const sums = sumsUpToNow(timeline, clock, entries, account, stride)
  const counted = pictured(timeline, placesOf(timeline, clock, spacing, entries), entries, sums, { from, to, bins })
  const shown = account === undefined ? counted : ofUnit(counted, unitsOf(timeline).ofAccount[account])
  kept.set(timeline, [{ key, bins: shown }, ...known].slice(0, MOST_KEPT))
  return shown
}

/** Of all accounts, or of one, in the order of a clock. */
export function entriesOn(timeline: Timeline, clock: Clock, account?: number): Entries {
  if (account === undefined) return clock === 'recorded' ? timeline.recordedEntries() : timeline.valueDateEntries()
  const { recorded, byDay } = entriesOf(timeline, account)
  const order = clock === 'recorded' ? recorded : byDay
  const { effect, account: accounts } = timeline.columns
  return { effect, account: accounts, order, length: order.length, accounts: timeline.accounts.length }
}

/** The sums of such entries, kept up. */
export function sumsUpToNow(
  timeline: Timeline,
  clock: Clock,
  entries: Entries,
  account?: number,
  stride?: number,
): ActivitySums {
  const known = sumsOf.get(timeline) ?? new Map<string, ActivitySums>()
  sumsOf.set(timeline, known)
  const key = `${clock} ${account ?? 'all'}`
  const sums = known.get(key) ?? new ActivitySums(stride)
  known.delete(key)
  known.set(key, sums)
  if (known.size > MOST_SUMS) {
    // What all accounts took longest to add up.
    for (const oldest of known.keys()) {
      if (oldest.endsWith('all')) continue
      known.delete(oldest)
      break
    }
  }
  sums.extend(timeline, entries)
  return sums
}

function ofUnit({ totals, ...counts }: ActivityBins, unit: number | undefined): ActivityBins {
  return { ...counts, totals: totals.filter((_, index) => index === unit) }
}

/** Where an element of the entries lies on the axis. */
function placesOf(
  timeline: Timeline,
  clock: Clock,
  spacing: 'time' | 'event',
  { order }: Entries,
): (index: number) => number {
  const slotAt = (index: number) => (order ? (order[index] as number) : index)
  const { recordedAt, day } = timeline.columns
  if (spacing === 'time') {
    const times = clock === 'recorded' ? recordedAt : day
    return (index) => times[slotAt(index)] as number
  }
  if (clock === 'recorded') return (index) => slotAt(index) + 1
  const position = timeline.size
  return (index) => stepOf(timeline, clock, { position, day: day[slotAt(index)] as number })
}

interface Picture {
  readonly from: number
  readonly to: number
  readonly bins: number
}

function pictured(
  timeline: Timeline,
  at: (index: number) => number,
  entries: Entries,
  sums: ActivitySums,
  { from, to, bins }: Picture,
): ActivityBins {
  const { units } = unitsOf(timeline)
  const edges = edgesOf(at, entries.length, { from, to, bins })
  const counts = Array.from({ length: COUNTS }, () => new Uint32Array(bins)) as Four
  const totals = units.map(({ currency, exponent }) => ({ currency, exponent, minor: new Float64Array(bins) }))
  const before = sums.emptySum()
  const after = sums.emptySum()
  sums.after(edges[0] as number, timeline, entries, before)
  for (let bin = 0; bin < bins; bin++) {
    sums.after(edges[bin + 1] as number, timeline, entries, after)
    for (const [kind, row] of counts.entries())
      row[bin] = (after.counts[kind] as number) - (before.counts[kind] as number)
    // What lies before the first bin counts for its total only.
    for (const [unit, { minor }] of totals.entries()) minor[bin] = after.minor[unit] as number
    before.counts.set(after.counts)
  }
  const [deposits, withdrawals, transfers, reversals] = counts
  return { in: deposits, out: withdrawals, transfers, reversals, totals }
}

type Four = [Uint32Array, Uint32Array, Uint32Array, Uint32Array]

/** How many entries lie before each bin, and last before what is beyond the bins: bins + 1 numbers. */
function edgesOf(at: (index: number) => number, length: number, { from, to, bins }: Picture): Uint32Array {
  const scale = to > from ? bins / (to - from) : 0
  const edges = new Uint32Array(bins + 1)
  edges[0] = firstWhere(0, length, (index) => at(index) >= from)
  edges[bins] = firstWhere(edges[0], length, (index) => at(index) > to)
  for (let bin = 1; bin < bins; bin++) {
    edges[bin] = firstWhere(
      edges[bin - 1] as number,
      edges[bins] as number,
      (index) => Math.floor((at(index) - from) * scale) >= bin,
    )
  }
  return edges
}

/** The first index from `low` on for which it holds; it holds for all behind it. */
function firstWhere(low: number, high: number, holds: (index: number) => boolean): number {
  let [first, end] = [low, high]
  while (first < end) {
    const middle = (first + end) >>> 1
    if (holds(middle)) end = middle
    else first = middle + 1
  }
  return first
}
