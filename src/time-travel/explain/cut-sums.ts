/** Sums by group of what a moment shows of a sequence: whole months from cells, the month that the day cuts by its entries. */
import type { Bound } from '../resolve-moment'
import { monthOfDay } from './months'
import type { Cells } from './prefix-sums'
import { countUpTo, countWithinDay, isMember, type Sequence } from './sequence'

/** The first `position` events, and of their entries the first `within` in the order of value dates. */
export interface Cut {
  readonly position: number
  readonly within: number
  /** The month that the cut goes through; Infinity where no date cuts. */
  readonly month: number
}

export interface GroupSum {
  readonly key: number
  readonly count: number
  /** Minor units. */
  readonly sum: number
}

/** @param upTo the slot of the last entry in the order of value dates; its account's history ends with it */
export function cutOf(sequence: Sequence, { position, day }: Bound, upTo?: number): Cut {
  if (upTo !== undefined) {
    const month = monthOfDay(sequence.timeline.columns.day[upTo] as number)
    return { position, within: countUpTo(sequence, upTo), month }
  }
  if (day === Number.POSITIVE_INFINITY) return { position, within: sequence.byDay.length, month: day }
  return { position, within: countWithinDay(sequence, day), month: monthOfDay(day) }
}

/** Sums by key, growing as they are added to. */
export class GroupSums {
  readonly #sums = new Map<number, { count: number; sum: number }>()

  add(key: number, count: number, sum: number): void {
    // Nothing taken away is 0, not −0.
    const known = this.#sums.get(key)
    if (known) {
      known.count += count
      known.sum += sum
    } else this.#sums.set(key, { count, sum: sum + 0 })
  }

  /** Those with an entry in them, or with one that came for another that went; by key. */
  list(): GroupSum[] {
    const list: GroupSum[] = []
    for (const [key, { count, sum }] of this.#sums) if (count !== 0 || sum !== 0) list.push({ key, count, sum })
    return list.sort((a, b) => a.key - b.key)
  }
}

/**
 * Adds what a cut shows, `sign` times.
 * @param cells after as many elements as the cut's position allows
 * @param groupOf the group of an entry in the cells; undefined where it is in none
 */
export function addCut(
  into: GroupSums,
  by: 'month' | 'group',
  sign: 1 | -1,
  { sequence, cut, cells }: { readonly sequence: Sequence; readonly cut: Cut; readonly cells: Cells },
  groupOf: (slot: number) => number | undefined,
): void {
  const { months, groups, counts, sums } = cells
  for (let cell = 0; cell < months.length; cell++) {
    const count = counts[cell] as number
    const month = months[cell] as number
    if (count === 0 || month > cut.month) continue
    into.add(by === 'month' ? month : (groups[cell] as number), sign * count, sign * (sums[cell] as number))
  }
  if (cut.month === Number.POSITIVE_INFINITY) return
  // What the cells hold of the month beyond the cut: at most one month of entries.
  const { day, effect } = sequence.timeline.columns
  const { slots, length } = sequence.byDay
  for (let index = cut.within; index < length; index++) {
    const slot = slots ? (slots[index] as number) : index
    if (monthOfDay(day[slot] as number) > cut.month) break
    if (slot >= cut.position || !isMember(sequence, slot)) continue
    const group = groupOf(slot)
    if (group !== undefined) into.add(by === 'month' ? cut.month : group, -sign, -sign * (effect[slot] as number))
  }
}
