/**
 * Numbers that are a list of entries: money in transit, where each transfer on its way is one entry, what its sender
 * sent; what came into an account in a period, or went out of it.
 */
import type { Timeline } from '../../projections/timeline'
import { inTransitAt } from '../in-transit'
import type { Bound } from '../resolve-moment'
import { unitsOf } from '../units'
import { type GroupSum, GroupSums } from './cut-sums'
import type { ExplainedRows } from './explained-rows'
import type { Explanation } from './explanation'
import { monthOfDay } from './months'

/** The slots of their TransferSent, newest first. */
export function transitSlots(timeline: Timeline, unit: number, bound: Bound): number[] {
  const { account } = timeline.columns
  const { ofAccount } = unitsOf(timeline)
  const sent = timeline.transfers.slots('sent')
  const isInTransit = inTransitAt(timeline, bound)
  const slots: number[] = []
  for (let transfer = 0; transfer < timeline.transfers.count; transfer++) {
    if (!isInTransit(transfer)) continue
    const slot = sent[transfer] as number
    if (ofAccount[account[slot] as number] === unit) slots.push(slot)
  }
  return slots.sort((a, b) => b - a)
}

/** `sign`: −1 where what was sent is told above zero. */
export function explainListed(
  timeline: Timeline,
  slots: readonly number[],
  by: 'kind' | 'month',
  sign: 1 | -1,
): Explanation {
  const { effect } = timeline.columns
  const sums = new GroupSums()
  for (const slot of slots) sums.add(groupOfListed(timeline, slot, by), 1, sign * (effect[slot] as number))
  const groups = sums.list()
  return { groups, count: slots.length, sum: groups.reduce((sum: number, group: GroupSum) => sum + group.sum, 0) }
}

/** The key of the group that an entry is in. */
export function groupOfListed({ columns: { day, kind } }: Timeline, slot: number, by: 'kind' | 'month'): number {
  return by === 'month' ? monthOfDay(day[slot] as number) : (kind[slot] as number)
}

/** @param slots newest first */
export function listedRows(timeline: Timeline, slots: readonly number[], sign: 1 | -1): ExplainedRows {
  const { effect } = timeline.columns
  const running = new Float64Array(slots.length)
  let sum = 0
  for (let row = slots.length - 1; row >= 0; row--) {
    sum += sign * (effect[slots[row] as number] as number)
    running[row] = sum
  }
  return { length: slots.length, slot: (row) => slots[row] as number, running: (row) => running[row] as number }
}
