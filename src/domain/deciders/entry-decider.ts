/** Commands that make an entry on one account, undo one, or correct its words. */
import type { AnnotateEntry } from '../commands'
import type { EntryType, EventType, LedgerEvent } from '../events'
import { accountStream } from '../stream-id'
import type { AccountState } from '../stream-state'
import type { CompleteDeposit, CompleteReverseEntry, CompleteWithdraw } from '../with-defaults'
import { accept, type DecideContext, type Decision, type Refusal, refuse } from './decision'
import { accountClosed, accountNotFound, insufficientFunds, tooLarge } from './refusals'

const ENTRY_TYPES: ReadonlySet<EventType> = new Set<EntryType>([
  'Deposited',
  'Withdrawn',
  'TransferSent',
  'TransferReceived',
  'TransferReturned',
  'EntryReversed',
])

export function decideDeposit(command: CompleteDeposit, context: DecideContext): Decision {
  const { type: _, accountId, ...data } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  context.expectRevision()
  if (account.status === 'closed') return accountClosed(account)
  return (
    tooLarge(context, account, data.amount, 1) ??
    accept({ streamId: accountStream(accountId), type: 'Deposited', data })
  )
}

export function decideWithdraw(command: CompleteWithdraw, context: DecideContext): Decision {
  const { type: _, accountId, ...data } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  context.expectRevision()
  if (account.status === 'closed') return accountClosed(account)
  return (
    tooLarge(context, account, -data.amount, 1) ??
    insufficientFunds(account, data.amount) ??
    accept({ streamId: accountStream(accountId), type: 'Withdrawn', data })
  )
}

export function decideReverseEntry(command: CompleteReverseEntry, context: DecideContext): Decision {
  const { accountId, entryId, effectiveOn, reason } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  context.expectRevision()
  const entry = findEntry(account, entryId, context)
  if ('rejection' in entry) return entry
  const { event, position } = entry
  if (event.type !== 'Deposited' && event.type !== 'Withdrawn') return notReversible(account, event)
  if (account.reversed.includes(position)) {
    const message = `This entry of “${account.name}” has been reversed already; an entry can be reversed once.`
    return refuse('already-reversed', message, { accountId, accountName: account.name, entryId, position })
  }
  const { amount } = event.data
  return (
    tooLarge(context, account, event.type === 'Deposited' ? -amount : amount, 1) ??
    accept({
      streamId: accountStream(accountId),
      type: 'EntryReversed',
      data: { entryId, amount, effectiveOn, ...(reason !== undefined && { reason }) },
      metadata: { reverses: event.type, reversedPosition: position },
    })
  )
}

export function decideAnnotateEntry(command: AnnotateEntry, context: DecideContext): Decision {
  const { type: _, position: __, accountId, ...data } = command
  const account = context.account(accountId)
  if (!account) return accountNotFound(accountId)
  context.expectRevision()
  const entry = findEntry(account, data.entryId, context)
  if ('rejection' in entry) return entry
  return accept({ streamId: accountStream(accountId), type: 'EntryAnnotated', data })
}

/** Judges on the event as the log has it: a wrong hint where it stands finds nothing. */
function findEntry(
  account: AccountState,
  entryId: string,
  context: DecideContext,
): { readonly event: LedgerEvent; readonly position: number } | Refusal {
  const { accountId, name } = account
  const position = context.entryPosition
  const event = position === undefined ? undefined : context.event(position)
  const facts = { accountId, accountName: name, entryId }
  if (position === undefined || event?.eventId !== entryId || event.streamId !== accountStream(accountId)) {
    const message = `“${name}” has no entry ${entryId}. Choose one from the account's history.`
    return refuse('entry-not-found', message, facts)
  }
  if (!ENTRY_TYPES.has(event.type)) {
    const message = `${entryId} of “${name}” is no entry: it moved no money (${event.type}). Choose one from the history.`
    return refuse('entry-not-found', message, facts)
  }
  return { event, position }
}

function notReversible(account: AccountState, event: LedgerEvent): Refusal {
  const { accountId, name } = account
  const why =
    event.type === 'EntryReversed'
      ? `This entry of “${name}” is itself a reversal and cannot be reversed. Record the entry anew instead.`
      : `This entry of “${name}” belongs to a transfer and cannot be reversed. Send the money back instead, by a transfer the other way.`
  return refuse('entry-not-found', why, { accountId, accountName: name, entryId: event.eventId })
}
