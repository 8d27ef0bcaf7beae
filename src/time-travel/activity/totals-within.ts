/** The totals at a bound, for a pointer that passes over many: from the sums that the picture keeps. */
import type { Timeline } from '../../projections/timeline'
import type { Bound } from '../resolve-moment'
import { unitsOf } from '../units'
import { entriesOn, sumsUpToNow } from './activity'

/** The sums of all balances within a bound, by unit, without adding up every account. */
export function totalsWithin(timeline: Timeline, bound: Bound): Float64Array {
  const { position, day } = bound
  const byDay = timeline.valueDateEntries()
  const isDated = day !== Number.POSITIVE_INFINITY
  if (isDated && byDay.order && position < timeline.size) return scannedTotals(timeline, bound)
  const clock = isDated && byDay.order ? 'effective' : 'recorded'
  const entries = entriesOn(timeline, clock)
  const count = isDated ? timeline.countWithinDay(day, byDay) : entries.length
  const sums = sumsUpToNow(timeline, clock, entries)
  const sum = sums.emptySum()
  sums.after(clock === 'recorded' ? Math.min(count, position) : count, timeline, entries, sum)
  return sum.minor
}

/** Both bounds at once over a log with backdated entries: no order holds them both. */
function scannedTotals(timeline: Timeline, { position, day: last }: Bound): Float64Array {
  const { effect, account, day } = timeline.columns
  const { units, ofAccount } = unitsOf(timeline)
  const totals = new Float64Array(units.length)
  for (let slot = 0; slot < position; slot++) {
    const amount = effect[slot] as number
    if (amount === 0 || (day[slot] as number) > last) continue
    const unit = ofAccount[account[slot] as number] as number
    totals[unit] = (totals[unit] as number) + amount
  }
  return totals
}
