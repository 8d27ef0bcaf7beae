/** What may be asked of a ledger, by screens, scripts and tests alike: the first contract of CONSOLE-API.md, typed. */
import type { Command } from '../domain/commands'
import type { EventType } from '../domain/events'
import type { InclusionProof } from '../event-log/proving/inclusion-proof'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { ImportEffect, ImportReport } from '../exchange/import-report'
import type { Moment } from '../time-travel/moment'
import type { Damage } from './integrity/damage'

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
  /** Of the first event that is not as it was recorded, or of the first of those that one is among. */
  readonly firstBadPosition?: number
  readonly reason?: string
  /** What is wrong and what still stands; not there where all is well. */
  readonly damage?: Damage
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
