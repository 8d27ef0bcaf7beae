/**
 * The later steps of a transfer, one at a time. Each follows from the transfer's state alone, so that it can be taken
 * again after a crash, by whoever comes first, and still happens once.
 */
import type { DecidedEvent } from './deciders/decision'
import { accountStream, transferStream } from './stream-id'
import type { AccountState, TransferState } from './stream-state'

/** How a person wants a transfer to end that was interrupted. */
export type TransferEnding = 'complete' | 'return'

/**
 * The next step of a transfer, or 'done' once it has ended.
 * @param receiver the receiving account as it is now; undefined where the log does not have it.
 * @param ending 'return' sends the money back as long as it has not been received.
 */
export function nextTransferStep(
  transfer: TransferState,
  receiver: AccountState | undefined,
  ending: TransferEnding = 'complete',
): readonly DecidedEvent[] | 'done' {
  if (transfer.ended) return 'done'
  const streamId = transferStream(transfer.transferId)
  if (transfer.received) return [{ streamId, type: 'TransferCompleted', data: {} }]
  if (transfer.returned) {
    return [{ streamId, type: 'TransferFailed', data: { reason: transfer.returnReason ?? 'The money was returned.' } }]
  }
  // A log cut between the first two events: no money has moved.
  if (!transfer.sent) return [{ streamId, type: 'TransferFailed', data: { reason: 'The money was never sent.' } }]
  const reason = reasonToReturn(receiver, ending)
  return [reason === undefined ? receive(transfer) : giveBack(transfer, reason)]
}

/**
 * What the last step of a transfer will still add to the sum of all amounts of a currency, minor units: in transit it is
 * either received or returned, and there must be room for both. Belongs into `turnoverOf`.
 */
export function amountToCome(
  transfer: TransferState,
  currency: string,
  currencyOf: (accountId: string) => string | undefined,
): number {
  if (!transfer.sent || transfer.received || transfer.returned) return 0
  const toReturn = currencyOf(transfer.fromAccountId) === currency ? transfer.amount : 0
  const toReceive = currencyOf(transfer.toAccountId) === currency ? transfer.toAmount : 0
  return Math.max(toReturn, toReceive)
}

function reasonToReturn(receiver: AccountState | undefined, ending: TransferEnding): string | undefined {
  if (ending === 'return') return 'The transfer was called back.'
  if (!receiver) return 'The receiving account does not exist.'
  return receiver.status === 'closed' ? `The receiving account “${receiver.name}” is closed.` : undefined
}

function receive(transfer: TransferState): DecidedEvent {
  const { transferId, fromAccountId, toAccountId, toAmount, effectiveOn, memo, category } = transfer
  const words = { ...(memo !== undefined && { memo }), ...(category !== undefined && { category }) }
  const data = { amount: toAmount, effectiveOn, transferId, fromAccountId, ...words }
  return { streamId: accountStream(toAccountId), type: 'TransferReceived', data }
}

/** On the value date of the sending, so that on no day money is missing that came back. */
function giveBack(transfer: TransferState, reason: string): DecidedEvent {
  const { transferId, fromAccountId, amount, effectiveOn } = transfer
  const data = { amount, effectiveOn, transferId, reason }
  return { streamId: accountStream(fromAccountId), type: 'TransferReturned', data }
}
