/** Two moments beside each other, as scripts and files have them (CONSOLE-API). */
import type { FoundEntry, Minor } from '../ledger-api'

export interface CompareOptions {
  /** Only what concerns this account. */
  readonly accountId?: string
  /** Entries given at most in each list, 100 where it is left out; all are counted. */
  readonly limit?: number
  /** Also sums by category, which are read from the log: of many entries that takes a while. */
  readonly categories?: boolean
}

export interface ComparedSide {
  /** Events seen. */
  readonly position: number
  /** Entries seen are effective on or before it; left out where no date bounds. */
  readonly effectiveOn?: string
}

export interface ComparedTotal {
  readonly currency: string
  readonly exponent: number
  readonly a: Minor
  readonly b: Minor
  /** b − a */
  readonly difference: Minor
}

export interface ComparedAccount extends ComparedTotal {
  readonly id: string
  /** As the later side knows it. */
  readonly name: string
  /** Whether it was opened by then. */
  readonly openedA: boolean
  readonly openedB: boolean
}

/** Words of an entry that were corrected between the two moments. */
export interface ComparedCorrection {
  readonly position: number
  readonly recordedAt: string
  readonly accountId: string
  readonly entryId: string
  readonly payee?: string
  readonly memo?: string
  readonly category?: string
}

/** The entries of one category that lie between, by what the later moment knows of them. */
export interface ComparedCategory {
  readonly currency: string
  readonly exponent: number
  /** '' for none; a reversal is of the category of what it undoes. */
  readonly category: string
  /** Those added less those gone. */
  readonly count: number
  /** What they add up to: over the categories of a currency, the difference of its total. */
  readonly difference: Minor
}

export interface ComparedCounts {
  readonly added: number
  readonly gone: number
  readonly reversed: number
  readonly learnedLater: number
  readonly annotated: number
  /** Every event between the two by type, entries included. */
  readonly events: Readonly<Record<string, number>>
}

/** What stands before the lists. */
export interface ComparisonFigures {
  readonly a: ComparedSide
  readonly b: ComparedSide
  readonly totals: readonly ComparedTotal[]
  /** Those that either side knows, in opening order. */
  readonly accounts: readonly ComparedAccount[]
  readonly counts: ComparedCounts
}

/** Lists are newest first. What `added` adds up to, less `gone`, is the difference of the balances. */
export interface ComparisonLists {
  /** Entries that B shows and A does not; reversals among them. */
  readonly added: readonly FoundEntry[]
  /** Entries that A shows and B does not. */
  readonly gone: readonly FoundEntry[]
  /** The reversals among `added`, each with what it reverses. */
  readonly reversed: readonly FoundEntry[]
  /** Dated on or before A's day, recorded only after it, and known at B. */
  readonly learnedLater: readonly FoundEntry[]
  readonly annotated: readonly ComparedCorrection[]
}

export interface Comparison extends ComparisonFigures, ComparisonLists {
  /** Where they were asked for, and in every file. */
  readonly categories?: readonly ComparedCategory[]
}
/** An account by its id, or the total of a currency; `exponent` where a log has one currency with two. */
