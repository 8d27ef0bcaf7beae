/** `window.hindsight`: the contract of CONSOLE-API.md, typed. Screens, scripts and tests use the same object. */
import type { Command } from '../domain/commands'
import type { EventType } from '../domain/events'
import type { InclusionProof } from '../event-log/proving/inclusion-proof'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { ImportEffect, ImportReport } from '../exchange/import-report'
import type { Moment } from '../time-travel/moment'
import type { ReconcileReport, ReconcileStatement } from './reconciling/reconcile-report'
import type { SandboxApi } from './sandbox/sandbox-api'

export type { ImportEffect, ImportReport, InclusionProof }

/** Safe integer, minor units of the account's currency. */
export type Minor = number

export interface AccountView {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly exponent: number
  readonly status: 'open' | 'closed'
  readonly overdraftLimit: Minor | null
  readonly balance: Minor
  readonly revision: number
}

export interface EntryView {
  readonly eventId: string
  readonly position: number
  readonly recordedAt: string
  readonly effectiveOn: string
  readonly type: EventType
  /** Signed effect on the account. */
  readonly amount: Minor
  /** Running balance in (effectiveOn, position) order. */
  readonly balance: Minor
  readonly payee?: string
  readonly memo?: string
  readonly category?: string
  /** Reversed within the moment. */
  readonly reversed: boolean
  readonly counterpartAccountId?: string
  /** For `EntryReversed`: what it undoes; for a reversed entry: what undid it. */
  readonly reverses?: { readonly eventId: string; readonly position: number; readonly effectiveOn: string }
  readonly reversedBy?: { readonly eventId: string; readonly position: number; readonly effectiveOn: string }
  readonly transferId?: string
  readonly reason?: string
}

export interface Receipt {
  readonly commandId: string
  readonly events: readonly RecordedEvent[]
  /** Of the last event; for a command without events, the head. */
  readonly position: number
  readonly duplicate: boolean
}

export interface Progress {
  /** What is going on, a word for people: 'reading', 'checking', 'writing' … */
  readonly phase: string
  readonly done: number
  /** Unknown while undefined. */
  readonly total?: number
  readonly unit: 'events' | 'bytes'
}

export interface WorkOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export interface ImportOptions extends WorkOptions {
  readonly dryRun?: boolean
  readonly merge?: boolean
  readonly into?: 'current' | 'new'
  readonly account?: { readonly name: string; readonly currency: string }
}

export interface ExportOptions extends WorkOptions {
  readonly at?: { readonly position: number } | { readonly recordedAt: string }
  readonly gzip?: boolean
}

export interface VerifyReport {
  readonly ok: boolean
  readonly size: number
  readonly rootHash: string
  readonly firstBadPosition?: number
  readonly reason?: string
}

export interface HistoryOptions {
  readonly at?: Moment
  readonly limit?: number
  readonly before?: number
  readonly search?: string
}

export interface SearchOptions {
  /** Where the slider might stand; 'now' where it is left out. */
  readonly at?: Moment
  /** Only entries of this account. */
  readonly accountId?: string
  /** Entries given at most, 100 where it is left out; all that answer are counted. */
  readonly limit?: number
  /** Called whenever more was found, before it is all. */
  readonly onResults?: (results: SearchResults) => void
  readonly signal?: AbortSignal
}

/** The running balance is a matter of one account's history: `history` tells it. */
export interface FoundEntry extends Omit<EntryView, 'balance'> {
  readonly accountId: string
}

export interface SearchResults {
  /** Entries that answer, as far as known. */
  readonly total: number
  /** The newest of them by position, newest first. */
  readonly entries: readonly FoundEntry[]
  /** Whether every entry was looked at. */
  readonly done: boolean
}

export interface CompareOptions {
  /** Only what concerns this account. */
  readonly accountId?: string
  /** Entries given at most in each list, 100 where it is left out; all are counted. */
  readonly limit?: number
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

export interface Comparison extends ComparisonFigures, ComparisonLists {}
/** An account by its id, or the total of a currency; `exponent` where a log has one currency with two. */
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

export interface LedgerSummary {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly current: boolean
  /** Of a sandbox: the id of the ledger it was branched from. */
  readonly branchOf?: string
}

/** Everything but the cursor, which belongs to the screens. */
export interface LedgerApi {
  readonly version: string
  readonly ready: Promise<void>
  dispatch(
    command: Command,
    options?: { readonly commandId?: string; readonly expectedRevision?: number },
  ): Promise<Receipt>
  accounts(at?: Moment): Promise<AccountView[]>
  balance(accountId: string, at?: Moment): Promise<Minor>
  /**
   * @param into where to write the balances; at least as long as there are accounts. To ask often, as a drag does,
   *   without an array made each time.
   */
  balancesAt(moment: Moment, into?: Float64Array): { readonly ids: readonly string[]; readonly minor: Float64Array }
  history(accountId: string, options?: HistoryOptions): Promise<EntryView[]>
  /** Entries of all accounts: every word of the text in their words, date, amount or the other account's name. */
  search(text: string, options?: SearchOptions): Promise<SearchResults>
  events(options?: {
    readonly from?: number
    readonly to?: number
    readonly streamId?: string
  }): Promise<RecordedEvent[]>
  head(): Promise<{
    readonly ledgerId: string
    readonly name: string
    readonly size: number
    readonly rootHash: string
  }>
  verify(options?: WorkOptions): Promise<VerifyReport>
  exportLog(options?: ExportOptions): Promise<Blob>
  importLog(file: Blob, options?: ImportOptions): Promise<ImportReport>
  ledgers(): Promise<LedgerSummary[]>
  createLedger(name: string): Promise<string>
  openLedger(id: string): Promise<void>
  removeLedger(id: string, options: { readonly confirmName: string }): Promise<void>
  stats(): Promise<{
    readonly events: number
    readonly accounts: number
    readonly bytesOnDisk: number
    readonly batches: number
  }>
}

/** All must hold; what is left out holds for every event. */
export interface EventsOptions {
  /** Positions, inclusive. */
  readonly from?: number
  readonly to?: number
  readonly streamId?: string
  readonly types?: readonly EventType[]
  /** The account's own events, and those of the transfers in which its money moved. */
  readonly accountId?: string
  /** Exactly this category, but for case and accents. */
  readonly category?: string
  readonly correlationId?: string
  /** Every word of it in payee, memo, category, reason or a name that the event gives. */
  readonly text?: string
  /** Instants, inclusive. */
  readonly recordedFrom?: string
  readonly recordedTo?: string
  /** Value dates, inclusive: of entries and assertions. */
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
  readonly limit?: number
  readonly newestFirst?: boolean
  readonly signal?: AbortSignal
}

/** How far something that is computed from the log has come. */
export interface ProjectionStatus {
  /** The balances and histories in this page; the words for searching, and the snapshot, that are stored. */
  readonly name: 'timeline' | 'words' | 'snapshot'
  /** Events it holds. */
  readonly position: number
  /** Events it has yet to take in. */
  readonly lag: number
  /** When it last took some in, as far as this page knows. */
  readonly caughtUpAt?: string
}

/** Looking under the hood: the log itself. */
export interface LogInspection {
  events(options?: EventsOptions): Promise<RecordedEvent[]>
  /** That the event is part of the log: RFC 6962, 2.1.1. `size`: of the log whose root it leads to, the head's if left out. */
  proof(position: number, options?: { readonly size?: number }): Promise<InclusionProof>
  /** Whether the event is the very one that the proof speaks of, and the proof leads to its root. */
  checkProof(event: RecordedEvent, proof: InclusionProof): Promise<boolean>
  projections(): Promise<ProjectionStatus[]>
}

export interface Hindsight extends Omit<LedgerApi, 'events'>, LogInspection, SandboxApi {
  /**
   * What the bank says of an account against the ledger as it is now: since when they differ, and the entries that could
   * be why. Of several statements the latest is asked about, and the others, with those recorded, narrow it down.
   */
  reconcile(accountId: string, statement: ReconcileStatement | readonly ReconcileStatement[]): Promise<ReconcileReport>
  /** Why a balance or a total is what it is at a moment. */
  explain(subject: ExplainedSubject, at?: Moment, options?: ExplainOptions): Promise<ExplainedNumber>
  /** Moves the slider; every screen follows. */
  travelTo(moment: Moment): void
  readonly cursor: Moment
  /** What lies between two moments, on either clock or both: B less A. */
  compare(a: Moment, b: Moment, options?: CompareOptions): Promise<Comparison>
}
