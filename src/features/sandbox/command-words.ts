/** A command of a sandbox in one line. */
import type { BranchCommand, Comparison } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dotted } from '../../locales/isolated'
import { formatDate } from '../../ui/format/format-date'
import { formatMoney } from '../../ui/format/format-money'

export interface CommandWords {
  readonly what: string
  /** Whom, why and when. */
  readonly more: string
}

export function commandWords(
  { command }: Pick<BranchCommand, 'command'>,
  accounts: Comparison['accounts'],
): CommandWords {
  return { what: whatOf(command, accounts), more: moreOf(command) }
}

function whatOf(command: BranchCommand['command'], accounts: Comparison['accounts']): string {
  const find = (id: string) => accounts.find((account) => account.id === id)
  const nameOf = (id: string) => find(id)?.name ?? id
  const moneyOf = (minor: number, id: string) => {
    const { exponent = 2, currency } = find(id) ?? {}
    return formatMoney(minor, { exponent, ...(currency !== undefined && { currency }) })
  }
  const words = messages.commandOf
  switch (command.type) {
    case 'RenameLedger':
    case 'OpenAccount':
      return words[command.type](command.name)
    case 'RenameAccount':
      // The sandbox calls it so already, and what it was called before stands in no list.
      return nameOf(command.accountId) === command.name
        ? messages.renamedTo(command.name)
        : words.RenameAccount(nameOf(command.accountId), command.name)
    case 'Deposit':
    case 'Withdraw':
      return words[command.type](moneyOf(command.amount, command.accountId), nameOf(command.accountId))
    case 'Transfer': {
      const { amount, fromAccountId, toAccountId } = command
      return words.Transfer(moneyOf(amount, fromAccountId), nameOf(fromAccountId), nameOf(toAccountId))
    }
    case 'AssertBalance':
      return words.AssertBalance(moneyOf(command.balance, command.accountId), nameOf(command.accountId))
    default:
      return words[command.type](nameOf(command.accountId))
  }
}

function moreOf(command: BranchCommand['command']): string {
  const { payee, memo, category, reason } = command as Partial<Record<'payee' | 'memo' | 'category' | 'reason', string>>
  const date = 'effectiveOn' in command ? formatDate(command.effectiveOn, 'date') : ''
  return dotted(payee, memo ?? reason, category, date)
}
