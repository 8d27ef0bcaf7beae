/** What every decider is given, and what it may answer. */
import type { JsonObject } from '../../event-log/recorded-event'
import type { DomainEvent, LedgerEvent } from '../events'
import type { Rejection, RejectionCode } from '../rejections'
import type { AccountState, TransferState } from '../stream-state'

/** An event that was decided: where it belongs and what it says, before it has an id or a place in the log. */
export type DecidedEvent = DomainEvent & { readonly streamId: string; readonly metadata?: JsonObject }

export type Refusal = { readonly rejection: Rejection }
/** All these events, recorded together, or none and the reason. */
export type Decision = { readonly events: readonly DecidedEvent[] } | Refusal

export interface DecideContext {
  readonly ledgerId: string
  account(accountId: string): AccountState | undefined
  transfer(transferId: string): TransferState | undefined
  /** The event at a position of the log; asked only for `entryPosition`. */
  event(position: number): LedgerEvent | undefined
  /** Where the entry that `ReverseEntry` or `AnnotateEntry` names stands; undefined where nobody knows it. */
  readonly entryPosition?: number | undefined
  /**
   * Called once, at the place that the revision check has in the order of precedence: after `account-exists`, before
   * `account-closed`. Throws, or gives up the transaction, where the caller expected another revision.
   */
  expectRevision(): void
  /**
   * Sum of the amounts of all entries of a currency in the log, minor units; undefined: unknown. LOG-FORMAT keeps it a
   * safe integer. Counts what transfers in transit will still add too (`amountToCome`), so that their last step fits.
   */
  turnoverOf?(currency: string): number | undefined
}

export function accept(...events: readonly DecidedEvent[]): Decision {
  return { events }
}

export function refuse(code: RejectionCode, message: string, facts: Rejection['facts']): Refusal {
  return { rejection: { code, message, facts } }
}
