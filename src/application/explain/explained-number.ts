/** Why a number is what it is, as scripts have it (CONSOLE-API). */
import type { EntryView, Minor, WorkOptions } from '../ledger-api'

export type ExplainedSubject = string | { readonly currency: string; readonly exponent?: number }

export interface ExplainOptions extends WorkOptions {
  /** 'kind' where it is left out. Categories are read from the log: of many entries that takes a while. */
  readonly groupBy?: 'kind' | 'month' | 'category'
  /** Entries given at most, 100 where it is left out. */
  readonly limit?: number
  /** Position of the last entry received. */
  readonly before?: number
}

export interface ExplainedEntry extends Omit<EntryView, 'balance'> {
  readonly accountId: string
  /** The sum of this entry and all below it. */
  readonly running: Minor
}

export interface ExplainedNumber {
  readonly accountId?: string
  readonly currency: string
  readonly exponent: number
  /** The number as it is shown everywhere. */
  readonly minor: Minor
  /** The same added up again from the first event. */
  readonly sum: Minor
  /** Entries that make it. */
  readonly count: number
  /** Event types, months `YYYY-MM` of the value date, or categories ('' for none); a reversal is of the category of what it undoes. */
  readonly groups: readonly { readonly group: string; readonly count: number; readonly sum: Minor }[]
  /** Newest first: by position, or by (effectiveOn, position) where the moment names a value date. */
  readonly entries: readonly ExplainedEntry[]
}
