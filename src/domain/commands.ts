/** Every command of CONSOLE-API. Money in minor units, dates `YYYY-MM-DD`; what is optional is filled in by `withDefaults`. */
import type { Words } from './events'

export interface RenameLedger {
  readonly type: 'RenameLedger'
  readonly name: string
}
export interface OpenAccount {
  readonly type: 'OpenAccount'
  readonly accountId?: string
  readonly name: string
  readonly currency: string
  /** Known for ISO 4217; must be given for other currencies. */
  readonly exponent?: number
  /** Default 0; null: unlimited. */
  readonly overdraftLimit?: number | null
  readonly openedOn?: string
}
export interface RenameAccount {
  readonly type: 'RenameAccount'
  readonly accountId: string
  readonly name: string
}
export interface SetOverdraftLimit {
  readonly type: 'SetOverdraftLimit'
  readonly accountId: string
  readonly overdraftLimit: number | null
}
export interface CloseAccount {
  readonly type: 'CloseAccount'
  readonly accountId: string
  readonly closedOn?: string
}
export interface ReopenAccount {
  readonly type: 'ReopenAccount'
  readonly accountId: string
  readonly reopenedOn?: string
}
interface MoveMoney extends Words {
  readonly accountId: string
  readonly amount: number
  readonly effectiveOn?: string
  readonly externalId?: string
}
export interface Deposit extends MoveMoney {
  readonly type: 'Deposit'
}
export interface Withdraw extends MoveMoney {
  readonly type: 'Withdraw'
}
export interface Transfer {
  readonly type: 'Transfer'
  readonly transferId?: string
  readonly fromAccountId: string
  readonly toAccountId: string
  /** In the sender's currency. */
  readonly amount: number
  /** In the receiver's currency; required where the two differ. */
  readonly toAmount?: number
  readonly effectiveOn?: string
  readonly memo?: string
  readonly category?: string
}
export interface ReverseEntry {
  readonly type: 'ReverseEntry'
  readonly accountId: string
  readonly entryId: string
  /** A hint where the entry stands in the log. */
  readonly position?: number
  readonly effectiveOn?: string
  readonly reason?: string
}
export interface AnnotateEntry extends Words {
  readonly type: 'AnnotateEntry'
  readonly accountId: string
  readonly entryId: string
  readonly position?: number
}
export interface AssertBalance {
  readonly type: 'AssertBalance'
  readonly accountId: string
  readonly balance: number
  readonly effectiveOn: string
}

export type Command =
  | RenameLedger
  | OpenAccount
  | RenameAccount
  | SetOverdraftLimit
  | CloseAccount
  | ReopenAccount
  | Deposit
  | Withdraw
  | Transfer
  | ReverseEntry
  | AnnotateEntry
  | AssertBalance
export type CommandType = Command['type']
