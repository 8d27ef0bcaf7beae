/** Every event of LOG-FORMAT, schemaVersion 1. Money is a safe integer of minor units; dates are `YYYY-MM-DD`. */
import type { RecordedEvent } from '../event-log/recorded-event'

export interface Words {
  readonly payee?: string
  readonly memo?: string
  readonly category?: string
}

interface EntryData {
  /** > 0, minor units. */
  readonly amount: number
  /** Value date: the day on which it is true in the world. */
  readonly effectiveOn: string
}

export interface LedgerRenamed {
  readonly name: string
}

export interface AccountOpened {
  readonly name: string
  /** `[A-Z]{3,8}`. */
  readonly currency: string
  /** Decimals of the minor unit, 0 to 8. */
  readonly exponent: number
  /** How far below zero the balance may go, minor units, ≥ 0; null: unlimited. */
  readonly overdraftLimit: number | null
  readonly openedOn: string
}
export interface AccountRenamed {
  readonly name: string
}
export interface OverdraftLimitChanged {
  readonly overdraftLimit: number | null
}
export interface AccountClosed {
  readonly closedOn: string
}
export interface AccountReopened {
  readonly reopenedOn: string
}
export interface Deposited extends EntryData, Words {
  readonly externalId?: string
}
export interface Withdrawn extends EntryData, Words {
  readonly externalId?: string
}
export interface TransferSent extends EntryData {
  readonly transferId: string
  readonly toAccountId: string
  readonly memo?: string
  readonly category?: string
}
export interface TransferReceived extends EntryData {
  readonly transferId: string
  readonly fromAccountId: string
  readonly memo?: string
  readonly category?: string
}
export interface TransferReturned extends EntryData {
  readonly transferId: string
  readonly reason: string
}
export interface EntryReversed extends EntryData {
  readonly entryId: string
  readonly reason?: string
}
export interface EntryAnnotated extends Words {
  readonly entryId: string
}
export interface BalanceAsserted {
  readonly balance: number
  readonly effectiveOn: string
}
export interface TransferInitiated extends EntryData {
  readonly fromAccountId: string
  readonly toAccountId: string
  readonly toAmount: number
  readonly memo?: string
  readonly category?: string
}
export type TransferCompleted = Readonly<Record<never, never>>
export interface TransferFailed {
  readonly reason: string
}

export interface EventData {
  LedgerRenamed: LedgerRenamed
  AccountOpened: AccountOpened
  AccountRenamed: AccountRenamed
  OverdraftLimitChanged: OverdraftLimitChanged
  AccountClosed: AccountClosed
  AccountReopened: AccountReopened
  Deposited: Deposited
  Withdrawn: Withdrawn
  TransferSent: TransferSent
  TransferReceived: TransferReceived
  TransferReturned: TransferReturned
  EntryReversed: EntryReversed
  EntryAnnotated: EntryAnnotated
  BalanceAsserted: BalanceAsserted
  TransferInitiated: TransferInitiated
  TransferCompleted: TransferCompleted
  TransferFailed: TransferFailed
}
export type EventType = keyof EventData

/** What a decider returns: type and data, before it has an id or a place. */
export type DomainEvent = { [Type in EventType]: { readonly type: Type; readonly data: EventData[Type] } }[EventType]
/** A recorded event whose type and data are known to fit each other. */
export type LedgerEvent = { [Type in EventType]: RecordedEvent<Type, EventData[Type]> }[EventType]

/** The types that move money. */
export type EntryType =
  | 'Deposited'
  | 'Withdrawn'
  | 'TransferSent'
  | 'TransferReceived'
  | 'TransferReturned'
  | 'EntryReversed'

export const CATEGORY_OF: Readonly<Record<EventType, 'ledger' | 'account' | 'transfer'>> = {
  LedgerRenamed: 'ledger',
  AccountOpened: 'account',
  AccountRenamed: 'account',
  OverdraftLimitChanged: 'account',
  AccountClosed: 'account',
  AccountReopened: 'account',
  Deposited: 'account',
  Withdrawn: 'account',
  TransferSent: 'account',
  TransferReceived: 'account',
  TransferReturned: 'account',
  EntryReversed: 'account',
  EntryAnnotated: 'account',
  BalanceAsserted: 'account',
  TransferInitiated: 'transfer',
  TransferCompleted: 'transfer',
  TransferFailed: 'transfer',
}

/**
 * Takes a recorded event for one of this domain. The log holds only events that `decide` made or an import checked
 * field by field (exchange/), so no further check is made here.
 */
export function asLedgerEvent(event: RecordedEvent): LedgerEvent {
  if (!Object.hasOwn(CATEGORY_OF, event.type))
    throw new Error(`Event ${event.globalPosition} has the unknown type ${event.type}`)
  return event as unknown as LedgerEvent
}
