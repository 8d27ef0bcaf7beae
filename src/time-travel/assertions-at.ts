/** What the bank says against what the ledger says: each assertion with the balance that it is compared with. */
import type { Timeline } from '../projections/timeline'
import { entriesOf } from './account-entries'
import type { Bound } from './resolve-moment'

export interface AssertionAt {
  /** globalPosition of the BalanceAsserted. */
  readonly position: number
  /** Days since 1970: at the end of this day. */
  readonly day: number
  /** What was asserted, minor units. */
  readonly asserted: number
  /** The account's balance of that day by what was recorded before the assertion, minor units. */
  readonly balance: number
}

/** An account's assertions that the moment shows, oldest first. */
export function assertionsAt(timeline: Timeline, account: number, bound: Bound): AssertionAt[] {
  const shown = timeline.assertions.filter(
    (each) => each.account === account && each.position <= bound.position && each.day <= bound.day,
  )
  return shown.map(({ position, day, balance }) => ({
    position,
    day,
    asserted: balance,
    balance: sumUpTo(timeline, account, position, day),
  }))
}

function sumUpTo(timeline: Timeline, account: number, position: number, lastDay: number): number {
  const { day, effect } = timeline.columns
  let sum = 0
  for (const slot of entriesOf(timeline, account).recorded) {
    if (slot >= position) break
    if ((day[slot] as number) <= lastDay) sum += effect[slot] as number
  }
  return sum
}
