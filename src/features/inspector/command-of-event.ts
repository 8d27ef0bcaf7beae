/** The command that an event answers to, by the name under which the console gives it. */
import type { CommandType } from '../../domain/commands'
import type { EventType } from '../../domain/events'

const COMMANDS: Readonly<Record<EventType, CommandType>> = {
  LedgerRenamed: 'RenameLedger',
  AccountOpened: 'OpenAccount',
  AccountRenamed: 'RenameAccount',
  OverdraftLimitChanged: 'SetOverdraftLimit',
  AccountClosed: 'CloseAccount',
  AccountReopened: 'ReopenAccount',
  Deposited: 'Deposit',
  Withdrawn: 'Withdraw',
  TransferSent: 'Transfer',
  TransferReceived: 'Transfer',
  TransferReturned: 'Transfer',
  EntryReversed: 'ReverseEntry',
  EntryAnnotated: 'AnnotateEntry',
  BalanceAsserted: 'AssertBalance',
  TransferInitiated: 'Transfer',
  TransferCompleted: 'Transfer',
  TransferFailed: 'Transfer',
}

export function commandOfEvent(type: EventType): CommandType {
  return COMMANDS[type]
}
