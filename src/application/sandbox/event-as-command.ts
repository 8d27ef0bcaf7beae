/**
 * The command that would record an event again: what `decide` is asked when events are replayed without some of them, and
 * what is given to the original ledger of a sandbox. Dates and ids are those of the event, so it is always the same.
 */
import type { CompleteCommand } from '../../domain/decide'
import { asLedgerEvent } from '../../domain/events'
import { parseStreamId } from '../../domain/stream-id'
import type { RecordedEvent } from '../../event-log/recorded-event'

/** undefined for the later steps of a transfer, which nobody commands. */
export function commandOf(recorded: RecordedEvent): CompleteCommand | undefined {
  const event = asLedgerEvent(recorded)
  const id = parseStreamId(event.streamId)?.id ?? ''
  switch (event.type) {
    case 'LedgerRenamed':
      return { type: 'RenameLedger', name: event.data.name }
    case 'AccountOpened': {
      const { name, currency, exponent, overdraftLimit, openedOn } = event.data
      return { type: 'OpenAccount', accountId: id, name, currency, exponent, overdraftLimit, openedOn }
    }
    case 'AccountRenamed':
      return { type: 'RenameAccount', accountId: id, name: event.data.name }
    case 'OverdraftLimitChanged':
      return { type: 'SetOverdraftLimit', accountId: id, overdraftLimit: event.data.overdraftLimit }
    case 'AccountClosed':
      return { type: 'CloseAccount', accountId: id, closedOn: event.data.closedOn }
    case 'AccountReopened':
      return { type: 'ReopenAccount', accountId: id, reopenedOn: event.data.reopenedOn }
    case 'Deposited':
    case 'Withdrawn': {
      const { amount, effectiveOn, externalId } = event.data
      const type = event.type === 'Deposited' ? 'Deposit' : 'Withdraw'
      const reference = externalId === undefined ? {} : { externalId }
      return { type, accountId: id, amount, effectiveOn, ...wordsOf(event.data), ...reference }
    }
    case 'TransferInitiated': {
      const { fromAccountId, toAccountId, amount, toAmount, effectiveOn } = event.data
      const { memo, category } = wordsOf(event.data)
      const words = { ...(memo !== undefined && { memo }), ...(category !== undefined && { category }) }
      return { type: 'Transfer', transferId: id, fromAccountId, toAccountId, amount, toAmount, effectiveOn, ...words }
    }
    case 'EntryReversed': {
      const { entryId, effectiveOn, reason } = event.data
      return { type: 'ReverseEntry', accountId: id, entryId, effectiveOn, ...(reason !== undefined && { reason }) }
    }
    case 'EntryAnnotated':
      return { type: 'AnnotateEntry', accountId: id, entryId: event.data.entryId, ...wordsOf(event.data) }
    case 'BalanceAsserted': {
      const { balance, effectiveOn } = event.data
      return { type: 'AssertBalance', accountId: id, balance, effectiveOn }
    }
    default:
      return undefined
  }
}

/** What a change is about: the whole transfer, whichever of its events was chosen, or else the event itself. */
export function subjectOf(recorded: RecordedEvent): string {
  const stream = parseStreamId(recorded.streamId)
  if (stream?.category === 'transfer') return stream.id
  const { transferId } = recorded.data
  return typeof transferId === 'string' && recorded.type.startsWith('Transfer') ? transferId : recorded.eventId
}

interface WordsOf {
  readonly payee?: string
  readonly memo?: string
  readonly category?: string
}

function wordsOf({ payee, memo, category }: WordsOf): WordsOf {
  return {
    ...(payee !== undefined && { payee }),
    ...(memo !== undefined && { memo }),
    ...(category !== undefined && { category }),
  }
}
