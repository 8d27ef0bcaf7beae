/**
 * An account's entries at a moment, newest first by (value date, position), each with the running balance over all
 * entries of the moment. Only slots and numbers: the words are read from the log when a row comes on screen.
 */
import type { Timeline } from '../projections/timeline'
import { type AccountEntries, entriesOf } from './account-entries'
import { type Rows, RowsUpTo } from './filtered-rows'
import type { Bound } from './resolve-moment'

/** Rows from 0, the newest. The same object as long as account, bound and timeline are the same. */
export interface HistoryAt {
  readonly length: number
  /** globalPosition − 1 of a row's event. */
  slot(row: number): number
  /** The account's balance with this row and all below it, in minor units. */
  balance(row: number): number
  /** The row of the entry in a slot; −1 where the moment does not show it. */
  rowOf(slot: number): number
}

interface Kept {
  readonly version: number
  readonly account: number
  readonly bound: Bound
  readonly history: HistoryAt
}

/** Of the newest version only: older ones hold arrays that were replaced since. */
const MOST_KEPT = 8
const kept = new WeakMap<Timeline, Kept[]>()

export function historyAt(timeline: Timeline, account: number, bound: Bound): HistoryAt {
  const { version } = timeline
  const known = (kept.get(timeline) ?? []).filter((each) => each.version === version)
  const same = known.find(
    (each) => each.account === account && each.bound.position === bound.position && each.bound.day === bound.day,
  )
  if (same) return same.history
  const history = makeHistory(timeline, entriesOf(timeline, account), bound)
  kept.set(timeline, [{ version, account, bound, history }, ...known].slice(0, MOST_KEPT))
  return history
}

/** The slot of the reversal that undid an entry, where the moment shows it. */
export function reversedByAt(timeline: Timeline, slot: number, bound: Bound): number | undefined {
  const reversal = timeline.reversedBy(slot)
  if (reversal === undefined || reversal >= bound.position) return undefined
  return (timeline.columns.day[reversal] as number) <= bound.day ? reversal : undefined
}

function makeHistory(timeline: Timeline, { byDay, recorded, balances }: AccountEntries, bound: Bound): HistoryAt {
  const { day } = timeline.columns
  let within = countWhile(byDay, byDay.length, (slot) => (day[slot] as number) <= bound.day)
  const everyPosition = bound.position >= timeline.size
  if (everyPosition || byDay === recorded) {
    if (!everyPosition) within = countWhile(byDay, within, (slot) => slot < bound.position)
    return newestFirst(timeline, byDay, within, wholeRows(byDay, balances, within))
  }
  return newestFirst(timeline, byDay, within, new RowsUpTo(bound.position, byDay, balances, within))
}

function wholeRows(slots: Uint32Array, balances: Float64Array, length: number): Rows {
  return {
    length,
    slot: (row) => slots[row] as number,
    balance: (row) => balances[row] as number,
    rowAt: (index) => index,
  }
}

function newestFirst(timeline: Timeline, byDay: Uint32Array, within: number, rows: Rows): HistoryAt {
  const { length } = rows
  const mirrored = (row: number): number => {
    if (!(row >= 0 && row < length)) throw new RangeError(`There is no row ${row} in a history of ${length}`)
    return length - 1 - row
  }
  return {
    length,
    slot: (row) => rows.slot(mirrored(row)),
    balance: (row) => rows.balance(mirrored(row)),
    rowOf: (wanted) => {
      const { day } = timeline.columns
      const wantedDay = day[wanted] as number
      const index = countWhile(byDay, within, (slot) => {
        const slotDay = day[slot] as number
        return slotDay < wantedDay || (slotDay === wantedDay && slot < wanted)
      })
      const row = index < within && byDay[index] === wanted ? rows.rowAt(index) : -1
      return row < 0 ? -1 : length - 1 - row
    },
  }
}

/** How many of the first `length` slots pass, where those that do come first. */
function countWhile(slots: Uint32Array, length: number, passes: (slot: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(slots[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}
