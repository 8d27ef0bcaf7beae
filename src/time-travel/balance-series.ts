/** An account's balance as the steps of a line, thinned out to what a chart can show. */
import type { Timeline } from '../projections/timeline'
import { entriesOf } from './account-entries'
import type { Clock } from './moment'

/** The balance is `balance[i]` from `x[i]` up to `x[i + 1]`. */
export interface BalanceSeries {
  /** Milliseconds (recorded clock) or days (value-date clock) since 1970, rising. */
  readonly x: readonly number[]
  /** Minor units. */
  readonly balance: readonly number[]
}

/**
 * From `fromX` to `toX`, where the first and the last point stand. Where more than `maxPoints` would be needed, each
 * stretch keeps its first, lowest, highest and last one, so that no peak is lost.
 * @param position only what the first so many events tell
 */
export function balanceSeries(
  timeline: Timeline,
  account: number,
  clock: Clock,
  fromX: number,
  toX: number,
  maxPoints: number,
  position = Number.POSITIVE_INFINITY,
): BalanceSeries {
  const { recordedAt, day, effect } = timeline.columns
  const { recorded, byDay } = entriesOf(timeline, account)
  const column = clock === 'recorded' ? recordedAt : day
  const x = [fromX]
  const balance = [0]
  let sum = 0
  for (const slot of clock === 'recorded' ? recorded : byDay) {
    const at = Math.max(column[slot] as number, fromX)
    if (at > toX) break
    if (slot >= position) continue
    sum += effect[slot] as number
    // Of what happens at one instant or on one day, the balance after the last of it.
    if (at > (x.at(-1) as number)) x.push(at)
    balance[x.length - 1] = sum
  }
  const series = x.length > maxPoints ? thinned(x, balance, fromX, toX, maxPoints) : { x, balance }
  if ((series.x.at(-1) as number) < toX) {
    series.x.push(toX)
    series.balance.push(sum)
  }
  return series
}

function thinned(x: readonly number[], balance: readonly number[], fromX: number, toX: number, maxPoints: number) {
  const stretches = Math.max(1, Math.floor(maxPoints / 4))
  const thin = { x: [] as number[], balance: [] as number[] }
  for (let first = 0; first < x.length; ) {
    const stretch = stretchOf(x[first] as number)
    let last = first
    let lowest = first
    let highest = first
    for (; last + 1 < x.length && stretchOf(x[last + 1] as number) === stretch; last++) {
      const next = last + 1
      if ((balance[next] as number) < (balance[lowest] as number)) lowest = next
      if ((balance[next] as number) > (balance[highest] as number)) highest = next
    }
    for (const index of new Set([first, Math.min(lowest, highest), Math.max(lowest, highest), last])) {
      thin.x.push(x[index] as number)
      thin.balance.push(balance[index] as number)
    }
    first = last + 1
  }
  return thin

  function stretchOf(at: number): number {
    return Math.min(stretches - 1, Math.floor(((at - fromX) / (toX - fromX)) * stretches))
  }
}
