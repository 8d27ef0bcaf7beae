/** The picture under the slider: how much happened when, and how the total went, in so many bins of the time axis. */
import type { Entries } from '../../projections/checkpoints'
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../account-entries'
import type { Clock } from '../moment'
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
const sumsOf = { recorded: new WeakMap<Timeline, ActivitySums>(), effective: new WeakMap<Timeline, ActivitySums>() }

/**
 * Entries from `from` to `to` (both inclusive; milliseconds or days since 1970, by the clock) in equal bins. What was
 * counted of a log is not counted again when it grows, or when another part of it is looked at.
 * @param options.account number of the only account to look at
 * @param stride for tests: elements between two sums that are kept
 */
export function activityBins(
  timeline: Timeline,
  clock: Clock,
  from: number,
  to: number,
  bins: number,
  options: { readonly account?: number } = {},
  stride?: number,
): ActivityBins {
  const key = [timeline.version, clock, from, to, bins, options.account].join(' ')
  const known = kept.get(timeline) ?? []
  const same = known.find((each) => each.key === key)
  if (same) return same.bins
  const counted =
    options.account === undefined
      ? countAll(timeline, clock, from, to, bins, stride)
      : countOne(timeline, clock, from, to, bins, options.account)
  kept.set(timeline, [{ key, bins: counted }, ...known].slice(0, MOST_KEPT))
  return counted
}

function countAll(
  timeline: Timeline,
  clock: Clock,
  from: number,
  to: number,
  bins: number,
  stride: number | undefined,
): ActivityBins {
  const entries = clock === 'recorded' ? timeline.recordedEntries() : timeline.valueDateEntries()
  let sums = sumsOf[clock].get(timeline)
  if (!sums) {
    sums = new ActivitySums(stride)
    sumsOf[clock].set(timeline, sums)
  }
  sums.extend(timeline, entries)
  return pictured(timeline, clock, entries, sums, { from, to, bins })
}

/** Of a single account: few entries, so that nothing is kept. */
function countOne(
  timeline: Timeline,
  clock: Clock,
  from: number,
  to: number,
  bins: number,
  account: number,
): ActivityBins {
  const { recorded, byDay } = entriesOf(timeline, account)
  const order = clock === 'recorded' ? recorded : byDay
  const { effect, account: accounts } = timeline.columns
  const entries = { effect, account: accounts, order, length: order.length, accounts: timeline.accounts.length }
  const sums = new ActivitySums()
  sums.extend(timeline, entries)
  const { totals, ...counts } = pictured(timeline, clock, entries, sums, { from, to, bins })
  const unit = unitsOf(timeline).ofAccount[account]
  return { ...counts, totals: totals.filter((_, index) => index === unit) }
}

interface Picture {
  readonly from: number
  readonly to: number
  readonly bins: number
}

function pictured(
  timeline: Timeline,
  clock: Clock,
  entries: Entries,
  sums: ActivitySums,
  { from, to, bins }: Picture,
): ActivityBins {
  const { units } = unitsOf(timeline)
  const edges = edgesOf(clock === 'recorded' ? timeline.columns.recordedAt : timeline.columns.day, entries, {
    from,
    to,
    bins,
  })
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
function edgesOf(x: ArrayLike<number>, { order, length }: Entries, { from, to, bins }: Picture): Uint32Array {
  const at = (index: number) => x[order ? (order[index] as number) : index] as number
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
