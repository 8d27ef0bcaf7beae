/** Balances at any moment, synchronously: what every frame of a drag over time asks for. */
import type { Entries } from '../projections/checkpoints'
import type { Timeline } from '../projections/timeline'
import type { Bound } from './resolve-moment'

/**
 * The balances of all accounts known at the head, by number, in minor units; 0 for those not opened by then.
 * @param into where to write them; at least as long as there are accounts. Then nothing is allocated.
 */
export function balancesAt(timeline: Timeline, bound: Bound, into?: Float64Array): Float64Array {
  const result = into ?? new Float64Array(timeline.accounts.length)
  if (bound.day === Number.POSITIVE_INFINITY) {
    timeline.recordedSums.balancesAfter(bound.position, timeline.recordedEntries(), result)
    return result
  }
  const entries = timeline.valueDateEntries()
  const within = timeline.countWithinDay(bound.day, entries)
  if (!entries.order) {
    timeline.recordedSums.balancesAfter(Math.min(within, bound.position), entries, result)
  } else if (bound.position >= timeline.size) {
    timeline.valueDateSums.balancesAfter(within, entries, result)
  } else scan(timeline, bound, result)
  return result
}

/** One account's balance, in minor units. */
export function balanceAt(timeline: Timeline, account: number, bound: Bound): number {
  const entries = bound.day === Number.POSITIVE_INFINITY ? timeline.recordedEntries() : timeline.valueDateEntries()
  if (!entries.order) {
    const within = Math.min(bound.position, withinDay(timeline, bound, entries))
    return timeline.recordedSums.balanceAfter(within, entries, account)
  }
  if (bound.position >= timeline.size) {
    return timeline.valueDateSums.balanceAfter(withinDay(timeline, bound, entries), entries, account)
  }
  return sumOf(timeline, account, bound)
}

function withinDay(timeline: Timeline, bound: Bound, entries: Entries): number {
  return bound.day === Number.POSITIVE_INFINITY ? entries.length : timeline.countWithinDay(bound.day, entries)
}

/** Both bounds at once over a log with backdated entries: no order holds them both. */
function scan(timeline: Timeline, { position, day: last }: Bound, into: Float64Array): void {
  const { effect, account, day } = timeline.columns
  into.fill(0)
  for (let slot = 0; slot < position; slot++) {
    const amount = effect[slot] as number
    if (amount === 0 || (day[slot] as number) > last) continue
    const number = account[slot] as number
    into[number] = (into[number] as number) + amount
  }
}

function sumOf(timeline: Timeline, wanted: number, { position, day: last }: Bound): number {
  const { effect, account, day } = timeline.columns
  let sum = 0
  for (let slot = 0; slot < position; slot++) {
    if (account[slot] === wanted && (day[slot] as number) <= last) sum += effect[slot] as number
  }
  return sum
}
