/**
 * One account's statement: what it held before a period, each entry of the period as the moment shows it, and what it
 * held after. Oldest first, as a bank writes it. Slots and numbers only; words are read from the log.
 */
import type { Timeline } from '../../projections/timeline'
import { countWhile } from '../count-while'
import { historyAt } from '../history-at'
import type { Bound } from '../resolve-moment'

/** Value dates as days since 1970, both inclusive; infinite where the period is open. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Sums are minor units of the account's currency. */
export interface Statement {
  readonly opening: number
  readonly closing: number
  /** What the entries above zero add up to, those that were reversed included. */
  readonly sumIn: number
  /** The same of the entries below zero; 0 or negative. */
  readonly sumOut: number
  /** Entries of the period. */
  readonly length: number
  /** globalPosition − 1 of an entry. @throws RangeError for a row that is none */
  slot(row: number): number
  /** The account's balance with this row and all before it. @throws RangeError for a row that is none */
  balance(row: number): number
}

/** [ST1] A period that ends before it begins has no entries; its balances are those before its first day. */
export function statementAt(timeline: Timeline, account: number, bound: Bound, { from, to }: Period): Statement {
  const history = historyAt(timeline, account, bound)
  const { day, effect } = timeline.columns
  const dayOf = (row: number) => day[history.slot(row)] as number
  // The history begins with the newest: rows [first, end) are those of the period, from its last to its first.
  const first = countWhile(history.length, (row) => dayOf(row) > to)
  const end = Math.max(
    first,
    countWhile(history.length, (row) => dayOf(row) >= from),
  )
  const before = to < from ? countWhile(history.length, (row) => dayOf(row) >= from) : end
  const opening = before < history.length ? history.balance(before) : 0
  let sumIn = 0
  let sumOut = 0
  for (let row = first; row < end; row++) {
    const minor = effect[history.slot(row)] as number
    if (minor > 0) sumIn += minor
    else sumOut += minor
  }
  const length = to < from ? 0 : end - first
  const mirrored = (row: number): number => {
    if (!(row >= 0 && row < length)) throw new RangeError(`There is no row ${row} in a statement of ${length}`)
    return end - 1 - row
  }
  return {
    opening,
    closing: length > 0 ? history.balance(first) : opening,
    sumIn,
    sumOut,
    length,
    slot: (row) => history.slot(mirrored(row)),
    balance: (row) => history.balance(mirrored(row)),
  }
}
