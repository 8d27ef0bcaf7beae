/** What `hindsight.statement` is asked, and answers. */
import type { Moment } from '../../time-travel/moment'
import type { EntryView, Minor } from '../ledger-api'

export interface StatementOptions {
  /** Where the slider might stand; 'now' where it is left out. */
  readonly at?: Moment
  /** First and last value date of the period, `YYYY-MM-DD`, both inclusive; open where left out. */
  readonly from?: string
  readonly to?: string
  /** Entries given at most, 100 where it is left out; the sums are of all. */
  readonly limit?: number
}

export interface StatementReport {
  readonly accountId: string
  readonly currency: string
  /** Decimals of its amounts. */
  readonly exponent: number
  /** The balance before the period's first day, and after its last entry: `opening + sumIn + sumOut = closing`. */
  readonly opening: Minor
  readonly closing: Minor
  /** What the entries above zero add up to, those that were reversed included. */
  readonly sumIn: Minor
  /** The same of those below zero; 0 or negative. */
  readonly sumOut: Minor
  /** Entries of the period. */
  readonly count: number
  /** The oldest of them first, by (effectiveOn, position), each with the account's balance after it. */
  readonly entries: readonly EntryView[]
}
