/** What a console or a screen may ask of sandboxes: parallel ledgers that begin with another one's events. */
import type { CompleteCommand } from '../../domain/decide'
import type { Rejection } from '../../domain/rejections'
import type { WorkProgress } from '../../exchange/importing/import-context'
import type { BranchOrigin } from '../../storage/branch-origin'
import type { Moment } from '../../time-travel/moment'
import type { EntryMove } from './changes'

export interface BranchOptions {
  readonly onProgress?: (progress: WorkProgress) => void
  readonly signal?: AbortSignal
  /** 1 to 200 characters. */
  readonly name: string
  /** Now where it is left out. A value date is no place in a log. */
  readonly at?: Moment
  /** Ids of events of the open ledger; of a transfer any of its events stands for all. */
  readonly without?: readonly string[]
  readonly moved?: readonly ({ readonly eventId: string } & EntryMove)[]
}

export interface Branch {
  /** As `ledgers()` has it: `openLedger(id)` opens it. */
  readonly id: string
  readonly name: string
  readonly current: boolean
  readonly origin: BranchOrigin
}

export interface BranchCommand {
  /** The event in the branch that the command is told by, and where it stands there. */
  readonly eventId: string
  readonly position: number
  readonly recordedAt: string
  /** An entry that it names is named as in the branch. */
  readonly command: CompleteCommand
  /** Where that entry stands in the branch, if its event tells it. */
  readonly entryPosition?: number
  /** With which the original is given it: the same every time, so it is recorded there once. */
  readonly commandId: string
}

export type CommandVerdict = BranchCommand &
  (
    | { readonly verdict: 'given'; readonly givenAt: number }
    | { readonly verdict: 'passes' }
    /** Alone it would be refused for this reason; after those before it that pass, it passes. */
    | { readonly verdict: 'passes-after-others'; readonly rejection: Rejection }
    | { readonly verdict: 'refused'; readonly rejection: Rejection }
  )

export type GivenCommand = BranchCommand &
  ({ readonly given: true; readonly position: number } | { readonly given: false; readonly rejection: Rejection })

export interface ComparedAccount {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly exponent: number
  /** Minor units, now; null where the account is not there. */
  readonly original: number | null
  readonly branch: number | null
}

export interface Comparison {
  /** False once the ledger it was branched from is removed: then it has no balances. */
  readonly hasOriginal: boolean
  /** In opening order of the branch, then those that only the original has. */
  readonly accounts: readonly ComparedAccount[]
  readonly totals: readonly Omit<ComparedAccount, 'id' | 'name'>[]
}

export interface SandboxApi {
  /** Makes a parallel ledger of the open one, which is never touched. It is there when it resolves, and not yet open. */
  branch(options: BranchOptions): Promise<Branch>
  branches(): Promise<Branch[]>
  /** Balances of a branch beside those of the ledger it comes from, both now. */
  compareBranch(id: string): Promise<Comparison>
  /** What was commanded in the branch, and what the original would say to it now: nothing is recorded. */
  branchVerdicts(id: string): Promise<CommandVerdict[]>
  /** Gives the original those commands, or all, one after another; what it refuses is told, and the next one is given. */
  giveBranchCommands(id: string, eventIds?: readonly string[]): Promise<GivenCommand[]>
  /** Removes a branch, for good. Where it was open, the ledger it comes from is opened. */
  discardBranch(id: string): Promise<void>
}
