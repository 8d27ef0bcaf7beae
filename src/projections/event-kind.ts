/** Event types as small numbers, so that a million of them take a byte each. The numbers are kept in snapshots. */
import type { EventType } from '../domain/events'

export const EVENT_KINDS = [
  'LedgerRenamed',
  'AccountOpened',
  'AccountRenamed',
  'OverdraftLimitChanged',
  'AccountClosed',
  'AccountReopened',
  'Deposited',
  'Withdrawn',
  'TransferSent',
  'TransferReceived',
  'TransferReturned',
  'EntryReversed',
  'EntryAnnotated',
  'BalanceAsserted',
  'TransferInitiated',
  'TransferCompleted',
  'TransferFailed',
] as const satisfies readonly EventType[]

export const KIND = {
  LedgerRenamed: 0,
  AccountOpened: 1,
  AccountRenamed: 2,
  OverdraftLimitChanged: 3,
  AccountClosed: 4,
  AccountReopened: 5,
  Deposited: 6,
  Withdrawn: 7,
  TransferSent: 8,
  TransferReceived: 9,
  TransferReturned: 10,
  EntryReversed: 11,
  EntryAnnotated: 12,
  BalanceAsserted: 13,
  TransferInitiated: 14,
  TransferCompleted: 15,
  TransferFailed: 16,
} as const satisfies Record<EventType, number>

/** Whether events of this kind move money. */
export function isEntryKind(kind: number): boolean {
  return kind >= KIND.Deposited && kind <= KIND.EntryReversed
}

/** The type that a kind stands for. */
export function typeOfKind(kind: number): EventType {
  const type = EVENT_KINDS[kind]
  if (type === undefined) throw new Error(`There is no event kind ${kind}`)
  return type
}
