/** The picture under the slider: how much happened when, and how the total went, in so many bins of the time axis. */
import { KIND } from '../projections/event-kind'
import type { Timeline } from '../projections/timeline'
import type { Clock } from './moment'
import { unitsOf } from './units'

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

/**
 * Entries from `from` to `to` (both inclusive; milliseconds or days since 1970, by the clock) in equal bins.
 * @param options.account number of the only account to look at
 */
export function activityBins(
  timeline: Timeline,
  clock: Clock,
  from: number,
  to: number,
  bins: number,
  options: { readonly account?: number } = {},
): ActivityBins {
  const key = [timeline.version, clock, from, to, bins, options.account].join(' ')
  const known = kept.get(timeline) ?? []
  const same = known.find((each) => each.key === key)
  if (same) return same.bins
  const counted = count(timeline, clock, from, to, bins, options.account)
  kept.set(timeline, [{ key, bins: counted }, ...known].slice(0, MOST_KEPT))
  return counted
}

function count(
  timeline: Timeline,
  clock: Clock,
  from: number,
  to: number,
  bins: number,
  only: number | undefined,
): ActivityBins {
  const { kind, account, effect, day, recordedAt } = timeline.columns
  const { units, ofAccount } = unitsOf(timeline)
  // One array each for all counts and all lines: this loop runs over every event.
  const counts = new Uint32Array(COUNTS * bins)
  const sums = new Float64Array(units.length * bins)
  const x = clock === 'recorded' ? recordedAt : day
  const scale = to > from ? bins / (to - from) : 0
  for (let slot = 0; slot < timeline.size; slot++) {
    const amount = effect[slot] as number
    const at = x[slot] as number
    if (amount === 0 || at > to) continue
    const number = account[slot] as number
    if (only !== undefined && number !== only) continue
    // What lies before the first bin counts for its total only.
    const bin = at < from ? 0 : Math.min(bins - 1, Math.floor((at - from) * scale))
    const sum = (ofAccount[number] as number) * bins + bin
    sums[sum] = (sums[sum] as number) + amount
    if (at < from) continue
    const counted = (COUNT_OF_KIND[kind[slot] as number] as number) * bins + bin
    counts[counted] = (counts[counted] as number) + 1
  }
  const [deposits, withdrawals, transfers, reversals] = [0, 1, 2, 3].map((index) => rowOf(counts, index, bins)) as Four
  const totals = units.map(({ currency, exponent }, unit) => ({
    currency,
    exponent,
    minor: accumulated(rowOf(sums, unit, bins)),
  }))
  const shown = only === undefined ? totals : totals.filter((_, unit) => unit === ofAccount[only])
  return { in: deposits, out: withdrawals, transfers, reversals, totals: shown }
}

type Four = [Uint32Array, Uint32Array, Uint32Array, Uint32Array]

function rowOf<Kind extends Uint32Array | Float64Array>(rows: Kind, index: number, length: number): Kind {
  return rows.subarray(index * length, (index + 1) * length) as Kind
}

function accumulated(minor: Float64Array): Float64Array {
  for (let bin = 1; bin < minor.length; bin++) minor[bin] = (minor[bin] as number) + (minor[bin - 1] as number)
  return minor
}

/** Which of the four counts an entry's kind belongs to. */
const COUNTS = 4
const COUNT_OF_KIND = new Uint8Array(256)
COUNT_OF_KIND[KIND.Deposited] = 0
COUNT_OF_KIND[KIND.Withdrawn] = 1
COUNT_OF_KIND[KIND.TransferSent] = 2
COUNT_OF_KIND[KIND.TransferReceived] = 2
COUNT_OF_KIND[KIND.TransferReturned] = 2
COUNT_OF_KIND[KIND.EntryReversed] = 3
