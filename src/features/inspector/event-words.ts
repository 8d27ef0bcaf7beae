/** One event told in a sentence, for people: what happened, to which account, with which figure. */
import type { LedgerEvent } from '../../domain/events'
import { inspectorMessages as messages } from '../../locales/en/inspector'

/** What an event does not say itself: names as they are known, and figures as this person reads them. */
export interface EventWordsContext {
  accountName(accountId: string): string
  /** Minor units of the account's currency. */
  money(minor: number, accountId: string): string
  /** The signed effect of the entry, 0 for what moves no money. */
  readonly effect: number
  signedMoney(minor: number, accountId: string): string
}

export function eventWords(event: LedgerEvent, context: EventWordsContext): string {
  const own = event.streamId.slice(event.streamId.indexOf('-') + 1)
  const name = () => context.accountName(own)
  const effect = () => context.signedMoney(context.effect, own)
  switch (event.type) {
    case 'LedgerRenamed':
      return messages.ledgerRenamed(event.data.name)
    case 'AccountOpened':
      return messages.accountOpened(event.data.name, event.data.currency)
    case 'AccountRenamed':
      return messages.accountRenamed(event.data.name)
    case 'OverdraftLimitChanged': {
      const limit = event.data.overdraftLimit
      return limit === null ? messages.limitLifted(name()) : messages.limitChanged(name(), context.money(limit, own))
    }
    case 'AccountClosed':
      return messages.accountClosed(name())
    case 'AccountReopened':
      return messages.accountReopened(name())
    case 'Deposited':
      return messages.deposited(effect(), name())
    case 'Withdrawn':
      return messages.withdrawn(effect(), name())
    case 'TransferSent':
      return messages.transferSent(effect(), name(), context.accountName(event.data.toAccountId))
    case 'TransferReceived':
      return messages.transferReceived(effect(), name(), context.accountName(event.data.fromAccountId))
    case 'TransferReturned':
      return messages.transferReturned(effect(), name())
    case 'EntryReversed':
      return messages.entryReversed(effect(), name())
    case 'EntryAnnotated':
      return messages.entryAnnotated(name())
    case 'BalanceAsserted':
      return messages.balanceAsserted(name(), context.money(event.data.balance, own))
    case 'TransferInitiated': {
      const { fromAccountId, toAccountId, amount } = event.data
      const [from, to] = [context.accountName(fromAccountId), context.accountName(toAccountId)]
      return messages.transferInitiated(context.money(amount, fromAccountId), from, to)
    }
    case 'TransferCompleted':
      return messages.transferCompleted
    case 'TransferFailed':
      return messages.transferFailed(event.data.reason)
  }
}
