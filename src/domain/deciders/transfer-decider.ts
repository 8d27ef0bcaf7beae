/**
 * The first step of a transfer: everything that can be seen beforehand is judged here, then the transfer begins and the
 * money leaves the sender in one step. What may still happen afterwards is `transfer-process.ts`.
 */
import { accountStream, transferStream } from '../stream-id'
import type { AccountState } from '../stream-state'
import type { CompleteTransfer } from '../with-defaults'
import { accept, type DecideContext, type Decision, type Refusal, refuse } from './decision'
import { accountClosed, accountNotFound, insufficientFunds, tooLarge } from './refusals'

export function decideTransfer(command: CompleteTransfer, context: DecideContext): Decision {
  const { transferId, fromAccountId, toAccountId, amount } = command
  if (context.transfer(transferId)) {
    const message = `The transfer id ${transferId} has been used before. Leave it out, and a new one is made.`
    return refuse('invalid-command', message, { field: 'transferId', transferId })
  }
  if (fromAccountId === toAccountId) {
    const message = 'A transfer needs two different accounts. Choose another account to send to.'
    return refuse('same-account', message, { accountId: fromAccountId })
  }
  const sender = context.account(fromAccountId)
  if (!sender) return accountNotFound(fromAccountId)
  const receiver = context.account(toAccountId)
  if (!receiver) return accountNotFound(toAccountId)
  context.expectRevision()
  if (sender.status === 'closed') return accountClosed(sender)
  if (receiver.status === 'closed') return accountClosed(receiver)
  const toAmount = amountToReceive(command, sender, receiver)
  if (typeof toAmount === 'object') return toAmount
  return (
    // Room for two: what is sent now, and what is received or returned by a later step, which must never fail.
    tooLarge(context, sender, -amount, 2) ??
    tooLarge(context, receiver, toAmount, 1) ??
    insufficientFunds(sender, amount) ??
    begin(command, toAmount)
  )
}

function amountToReceive(command: CompleteTransfer, sender: AccountState, receiver: AccountState): number | Refusal {
  const { amount, toAmount } = command
  const between = `from “${sender.name}” (${sender.currency}) to “${receiver.name}” (${receiver.currency})`
  const facts = {
    fromAccountId: sender.accountId,
    toAccountId: receiver.accountId,
    fromCurrency: sender.currency,
    toCurrency: receiver.currency,
    amount,
    toAmount: toAmount ?? null,
  }
  if (sender.currency !== receiver.currency) {
    if (toAmount !== undefined) return toAmount
    const message = `A transfer ${between} needs two amounts. Give toAmount too: how much arrives in ${receiver.currency}.`
    return refuse('currency-mismatch', message, facts)
  }
  if (sender.exponent !== receiver.exponent) {
    const message = `No transfer ${between} is possible: the one counts ${sender.exponent} decimals, the other ${receiver.exponent}. Record a withdrawal and a deposit instead.`
    return refuse('currency-mismatch', message, facts)
  }
  if (toAmount === undefined || toAmount === amount) return amount
  const message = `A transfer ${between} stays in one currency, so as much must arrive as is sent. Leave toAmount out.`
  return refuse('currency-mismatch', message, facts)
}

function begin(command: CompleteTransfer, toAmount: number): Decision {
  const { transferId, fromAccountId, toAccountId, amount, effectiveOn, memo, category } = command
  const words = { ...(memo !== undefined && { memo }), ...(category !== undefined && { category }) }
  return accept(
    {
      streamId: transferStream(transferId),
      type: 'TransferInitiated',
      data: { fromAccountId, toAccountId, amount, toAmount, effectiveOn, ...words },
    },
    {
      streamId: accountStream(fromAccountId),
      type: 'TransferSent',
      data: { amount, effectiveOn, transferId, toAccountId, ...words },
    },
  )
}
