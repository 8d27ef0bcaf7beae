/** The write side of the domain in one function: a complete command and what it must know, to events or a refusal. */
import {
  decideAssertBalance,
  decideCloseAccount,
  decideOpenAccount,
  decideRenameAccount,
  decideReopenAccount,
  decideSetOverdraftLimit,
} from './deciders/account-decider'
import type { DecideContext, Decision } from './deciders/decision'
import { decideAnnotateEntry, decideDeposit, decideReverseEntry, decideWithdraw } from './deciders/entry-decider'
import { decideRenameLedger } from './deciders/ledger-decider'
import { decideTransfer } from './deciders/transfer-decider'
import type { CompleteCommand } from './with-defaults'

export type { CompleteCommand, DecideContext, Decision }

/** Pure: the same command in the same context gives the same answer. Rules and their order: SPEC.md. */
export function decide(command: CompleteCommand, context: DecideContext): Decision {
  switch (command.type) {
    case 'RenameLedger':
      return decideRenameLedger(command, context)
    case 'OpenAccount':
      return decideOpenAccount(command, context)
    case 'RenameAccount':
      return decideRenameAccount(command, context)
    case 'SetOverdraftLimit':
      return decideSetOverdraftLimit(command, context)
    case 'CloseAccount':
      return decideCloseAccount(command, context)
    case 'ReopenAccount':
      return decideReopenAccount(command, context)
    case 'Deposit':
      return decideDeposit(command, context)
    case 'Withdraw':
      return decideWithdraw(command, context)
    case 'Transfer':
      return decideTransfer(command, context)
    case 'ReverseEntry':
      return decideReverseEntry(command, context)
    case 'AnnotateEntry':
      return decideAnnotateEntry(command, context)
    case 'AssertBalance':
      return decideAssertBalance(command, context)
  }
}
