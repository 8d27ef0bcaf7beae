/** What events of a ledger must be to each other: openings, reversals, steps of transfers, sums that stay exact. */

import { asLedgerEvent, type LedgerEvent } from '../../domain/events'
import { accountStream, transferStream } from '../../domain/stream-id'
import type { AccountState, StreamState, TransferState } from '../../domain/stream-state'
import type { DecisionState } from '../../event-log/event-log'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { type FilePlace, LogFormatError } from '../log-format-error'
import type { CheckedStream } from './checked-stream'
import type { EntryIndex } from './entry-index'

export type Fold = DecisionState<StreamState>

/**
 * The signed effect of an entry on its account, minor units; 0 for other events.
 * An `EntryReversed` undoes an entry that the index knows.
 */
export function effectOf(recorded: RecordedEvent, entries: EntryIndex): number {
  const event = asLedgerEvent(recorded)
  switch (event.type) {
    case 'Deposited':
    case 'TransferReceived':
    case 'TransferReturned':
      return event.data.amount
    case 'Withdrawn':
    case 'TransferSent':
      return -event.data.amount
    case 'EntryReversed':
      return -(entries.find(event.data.entryId)?.effect ?? 0)
    default:
      return 0
  }
}

export class LedgerRules {
  /** By currency: the sum of all amounts, whatever their sign. */
  private readonly sums = new Map<string, number>()

  constructor(
    private readonly stateOf: (streamId: string) => StreamState | undefined,
    private readonly entries: EntryIndex,
  ) {}

  /** @throws LogFormatError `invariant`. `recorded` has passed the check of its fields. */
  check(recorded: RecordedEvent, stream: CheckedStream, place: FilePlace): void {
    const event = asLedgerEvent(recorded)
    switch (event.type) {
      case 'AccountOpened':
        if (stream.state !== undefined) throw broken(`Account ${stream.id} is opened a second time.`, place)
        return
      case 'TransferInitiated':
      case 'TransferCompleted':
      case 'TransferFailed':
        this.checkTransfer(event, stream, place)
        return
      case 'TransferSent':
      case 'TransferReceived':
      case 'TransferReturned':
        this.checkStep(event, stream.id, place)
        this.checkSum(event.data.amount, stream, place)
        return
      case 'EntryReversed':
        this.checkReversal(event, stream, place)
        this.checkSum(event.data.amount, stream, place)
        return
      case 'Deposited':
      case 'Withdrawn':
        this.checkSum(event.data.amount, stream, place)
        return
      default:
        return
    }
  }

  /** The event is recorded: it counts from here on. */
  take(recorded: RecordedEvent, stream: CheckedStream, effect: number): void {
    const event = asLedgerEvent(recorded)
    const isReversible = event.type === 'Deposited' || event.type === 'Withdrawn'
    this.entries.add(event.eventId, isReversible ? stream.ordinal : 0, effect)
    if (event.type === 'EntryReversed') {
      const undone = this.entries.find(event.data.entryId)
      if (undone) this.entries.markReversed(undone.position)
    }
    if (effect !== 0 && stream.state?.kind === 'account') this.add(Math.abs(effect), stream.state.currency)
  }

  /** Whether all amounts of the currency stay exact with this one, minor units. */
  canAdd(amount: number, currency: string): boolean {
    return Number.isSafeInteger((this.sums.get(currency) ?? 0) + amount)
  }

  /** Counts an amount, minor units, whatever its sign was. */
  add(amount: number, currency: string): void {
    this.sums.set(currency, (this.sums.get(currency) ?? 0) + amount)
  }

  private checkSum(amount: number, { state }: CheckedStream, place: FilePlace): void {
    if (state?.kind === 'account' && !this.canAdd(amount, state.currency)) {
      throw broken(`All amounts of ${state.currency} together are more than a program can add exactly (2^53).`, {
        ...place,
        path: 'data.amount',
      })
    }
  }

  private checkReversal(
    { data }: LedgerEvent & { type: 'EntryReversed' },
    stream: CheckedStream,
    place: FilePlace,
  ): void {
    const undone = this.entries.find(data.entryId)
    const at = { ...place, path: 'data.entryId' }
    if (!undone) throw broken(`It reverses ${data.entryId}, which is no deposit or withdrawal before it.`, at)
    if (undone.stream !== stream.ordinal)
      throw broken(`It reverses ${data.entryId}, which belongs to another account.`, at)
    if (undone.isReversed) throw broken(`It reverses ${data.entryId} a second time.`, at)
    if (Math.abs(undone.effect) !== data.amount) {
      throw broken(`It reverses ${data.amount} minor units of an entry of ${Math.abs(undone.effect)}.`, {
        ...place,
        path: 'data.amount',
      })
    }
  }

  private checkTransfer(
    event: LedgerEvent & { type: 'TransferInitiated' | 'TransferCompleted' | 'TransferFailed' },
    { id, state }: CheckedStream,
    place: FilePlace,
  ): void {
    if (event.type === 'TransferInitiated') {
      if (state !== undefined) throw broken(`Transfer ${id} is initiated a second time.`, place)
      this.checkAmounts(event.data, place)
      return
    }
    if (state?.kind !== 'transfer')
      throw broken(`${event.type} of transfer ${id}, which was not initiated before.`, place)
    if (state.ended !== null)
      throw broken(`${event.type} of transfer ${id}, which has ended already (${state.ended}).`, place)
  }

  private checkStep(
    { type, data }: LedgerEvent & { type: 'TransferSent' | 'TransferReceived' | 'TransferReturned' },
    accountId: string,
    place: FilePlace,
  ): void {
    const transfer = this.stateOf(transferStream(data.transferId))
    const at = { ...place, path: 'data.transferId' }
    const what = `${type} of transfer ${data.transferId}`
    if (transfer?.kind !== 'transfer') throw broken(`${what}, which was not initiated before.`, at)
    const order = outOfOrder(type, transfer)
    if (order) throw broken(`${what}, ${order}.`, at)
    const isReceipt = type === 'TransferReceived'
    if (accountId !== (isReceipt ? transfer.toAccountId : transfer.fromAccountId))
      throw broken(`${what}, but the transfer names another account.`, at)
    if (data.amount !== (isReceipt ? transfer.toAmount : transfer.amount))
      throw broken(`${what}, but the transfer names another amount.`, { ...place, path: 'data.amount' })
    if (isReceipt) this.checkAmounts(transfer, place)
  }

  /** Within one currency a transfer neither makes nor destroys money. */
  private checkAmounts(
    transfer: Pick<TransferState, 'fromAccountId' | 'toAccountId' | 'amount' | 'toAmount'>,
    place: FilePlace,
  ): void {
    if (transfer.amount === transfer.toAmount) return
    const from = this.account(transfer.fromAccountId)
    const to = this.account(transfer.toAccountId)
    if (from && from.currency === to?.currency) {
      throw broken(
        `toAmount is ${transfer.toAmount} and amount ${transfer.amount}, but both accounts are in ${from.currency}.`,
        { ...place, path: 'data.toAmount' },
      )
    }
  }

  private account(accountId: string): AccountState | undefined {
    const state = this.stateOf(accountStream(accountId))
    return state?.kind === 'account' ? state : undefined
  }
}

/** Sent, then received or returned, each once, and nothing after the end. */
function outOfOrder(
  type: 'TransferSent' | 'TransferReceived' | 'TransferReturned',
  transfer: TransferState,
): string | undefined {
  if (transfer.ended !== null) return `which has ended already (${transfer.ended})`
  if (type === 'TransferSent') return transfer.sent ? 'which was sent already' : undefined
  if (!transfer.sent) return 'which was not sent before'
  if (transfer.received) return 'which was received already'
  if (transfer.returned) return 'which was returned already'
  return undefined
}

function broken(problem: string, place: FilePlace): LogFormatError {
  return new LogFormatError('invariant', problem, place)
}
