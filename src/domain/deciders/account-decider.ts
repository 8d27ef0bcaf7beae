/** Commands on an account as such: opening, naming, limits, closing, and comparing with what the bank says. */
import type { AssertBalance, RenameAccount, SetOverdraftLimit } from '../commands'
import { moneyText } from '../money'
import { accountStream } from '../stream-id'
import type { CompleteCloseAccount, CompleteOpenAccount, CompleteReopenAccount } from '../with-defaults'
import { accept, type DecideContext, type Decision, refuse } from './decision'
import { accountClosed, accountNotFound } from './refusals'

export function decideOpenAccount(command: CompleteOpenAccount, context: DecideContext): Decision {
  const { accountId, name, currency, exponent, overdraftLimit, openedOn } = command
  const existing = context.account(accountId)
  if (existing) {
    const message = `The account ${accountId} exists already: “${existing.name}”. Leave the id out, and a new one is made.`
    return refuse('account-exists', message, { accountId, accountName: existing.name })
  }
  context.expectRevision()
  const data = { name, currency, exponent, overdraftLimit, openedOn }
  return accept({ streamId: accountStream(accountId), type: 'AccountOpened', data })
}

export function decideRenameAccount(command: RenameAccount, context: DecideContext): Decision {
  const { accountId, name } = command
  if (!context.account(accountId)) return accountNotFound(accountId)
  context.expectRevision()
  return accept({ streamId: accountStream(accountId), type: 'AccountRenamed', data: { name } })
}

export function decideSetOverdraftLimit(command: SetOverdraftLimit, context: DecideContext): Decision {
  const { accountId, overdraftLimit } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  context.expectRevision()
  if (account.status === 'closed') return accountClosed(account)
  return accept({ streamId: accountStream(accountId), type: 'OverdraftLimitChanged', data: { overdraftLimit } })
}

export function decideCloseAccount(command: CompleteCloseAccount, context: DecideContext): Decision {
  const { accountId, closedOn } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  context.expectRevision()
  const { status, balance, name, currency } = account
  if (status === 'closed') {
    return refuse('account-closed', `“${name}” is closed already.`, { accountId, accountName: name })
  }
  if (balance !== 0) {
    const what = `“${name}” still has a balance of ${moneyText(balance, account)}`
    const message = `${what}. Bring it to zero first, for instance by a transfer; entries dated in the future count too.`
    return refuse('account-not-empty', message, { accountId, accountName: name, balance, currency })
  }
  return accept({ streamId: accountStream(accountId), type: 'AccountClosed', data: { closedOn } })
}

export function decideReopenAccount(command: CompleteReopenAccount, context: DecideContext): Decision {
  const { accountId, reopenedOn } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  if (account.status === 'open') {
    const message = `“${account.name}” is already open: there is nothing to do.`
    return refuse('invalid-command', message, { field: 'accountId', accountId, accountName: account.name })
  }
  context.expectRevision()
  return accept({ streamId: accountStream(accountId), type: 'AccountReopened', data: { reopenedOn } })
}

export function decideAssertBalance(command: AssertBalance, context: DecideContext): Decision {
  const { accountId, balance, effectiveOn } = command
  if (!context.account(accountId)) return accountNotFound(accountId)
  context.expectRevision()
  return accept({ streamId: accountStream(accountId), type: 'BalanceAsserted', data: { balance, effectiveOn } })
}
