/** Fills in what a command may leave out, so that deciders judge complete commands only and stay pure. */
import type {
  AnnotateEntry,
  AssertBalance,
  CloseAccount,
  Command,
  Deposit,
  OpenAccount,
  RenameAccount,
  RenameLedger,
  ReopenAccount,
  ReverseEntry,
  SetOverdraftLimit,
  Transfer,
  Withdraw,
} from './commands'
import { exponentOf } from './currency'
import type { Rejection } from './rejections'

type Filled<Given, Field extends keyof Given> = Omit<Given, Field> & Required<Pick<Given, Field>>

export type CompleteOpenAccount = Filled<OpenAccount, 'accountId' | 'exponent' | 'overdraftLimit' | 'openedOn'>
export type CompleteCloseAccount = Filled<CloseAccount, 'closedOn'>
export type CompleteReopenAccount = Filled<ReopenAccount, 'reopenedOn'>
export type CompleteDeposit = Filled<Deposit, 'effectiveOn'>
export type CompleteWithdraw = Filled<Withdraw, 'effectiveOn'>
export type CompleteTransfer = Filled<Transfer, 'transferId' | 'effectiveOn'>
export type CompleteReverseEntry = Filled<ReverseEntry, 'effectiveOn'>

export type CompleteCommand =
  | RenameLedger
  | CompleteOpenAccount
  | RenameAccount
  | SetOverdraftLimit
  | CompleteCloseAccount
  | CompleteReopenAccount
  | CompleteDeposit
  | CompleteWithdraw
  | CompleteTransfer
  | CompleteReverseEntry
  | AnnotateEntry
  | AssertBalance

export interface Defaults {
  /** Today in the user's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** A new UUID, lower case. */
  newId(): string
}

/**
 * The command with ids, dates, limits and exponents in place, and names without space around them. Refuses
 * (`invalid-command`) what cannot be filled in: the exponent of a currency that ISO 4217 does not have.
 */
export function withDefaults(command: Command, { today, newId }: Defaults): CompleteCommand | Rejection {
  switch (command.type) {
    case 'OpenAccount':
      return completeOpenAccount(command, today, newId)
    case 'RenameLedger':
    case 'RenameAccount':
      return { ...command, name: command.name.trim() }
    case 'SetOverdraftLimit':
      return { ...command, overdraftLimit: plainZero(command.overdraftLimit) }
    case 'AssertBalance':
      return { ...command, balance: plainZero(command.balance) }
    case 'CloseAccount':
      return { closedOn: today, ...command }
    case 'ReopenAccount':
      return { reopenedOn: today, ...command }
    case 'Deposit':
    case 'Withdraw':
    case 'ReverseEntry':
      return { effectiveOn: today, ...command }
    case 'Transfer':
      return { ...command, transferId: command.transferId ?? newId(), effectiveOn: command.effectiveOn ?? today }
    case 'AnnotateEntry':
      return command
  }
}

function completeOpenAccount(
  command: OpenAccount,
  today: string,
  newId: Defaults['newId'],
): CompleteOpenAccount | Rejection {
  const { currency } = command
  const known = exponentOf(currency)
  const exponent = command.exponent ?? known
  if (exponent === undefined) {
    const message = `${currency} is no currency of ISO 4217. Say how many decimals it has: exponent, 0 to 8.`
    return { code: 'invalid-command', message, facts: { field: 'exponent', currency } }
  }
  if (known !== undefined && exponent !== known) {
    const message = `${currency} has ${known} decimals by ISO 4217, not ${exponent}. Leave exponent out.`
    return { code: 'invalid-command', message, facts: { field: 'exponent', currency } }
  }
  return {
    ...command,
    accountId: command.accountId ?? newId(),
    name: command.name.trim(),
    exponent: plainZero(exponent),
    overdraftLimit: plainZero(command.overdraftLimit === undefined ? 0 : command.overdraftLimit),
    openedOn: command.openedOn ?? today,
  }
}

/** −0 is 0: it is written as 0, and what is read back must be what was decided. */
function plainZero<Value extends number | null>(value: Value): Value | 0 {
  return value === 0 ? 0 : value
}
