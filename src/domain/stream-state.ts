/**
 * What a decision needs to know of a stream, folded event by event: one small row a stream, whatever the log's length.
 *
 * An account keeps nothing per entry but the positions of those that were reversed. So the sign of an `EntryReversed`
 * cannot come from the state: events decided here say it in `metadata` (`reverses`, `reversedPosition`), and for logs
 * that others made, or that a merge gave new positions, `reversalOf` supplies it.
 */
import type { DecisionState } from '../event-log/event-log'
import type { RecordedEvent } from '../event-log/recorded-event'
import { asLedgerEvent, type LedgerEvent } from './events'
import { addMinor } from './money'
import { parseStreamId, transferStream } from './stream-id'

export interface LedgerState {
  readonly kind: 'ledger'
  readonly ledgerId: string
  readonly name: string
}

export interface AccountState {
  readonly kind: 'account'
  readonly accountId: string
  readonly name: string
  readonly currency: string
  readonly exponent: number
  /** Minor units ≥ 0; null: unlimited. */
  readonly overdraftLimit: number | null
  readonly openedOn: string
  readonly status: 'open' | 'closed'
  /** Minor units, after every recorded entry, future-dated ones included. */
  readonly balance: number
  /** Global positions of the entries that have been reversed, in the order of their reversal. */
  readonly reversed: readonly number[]
}

export interface TransferState {
  readonly kind: 'transfer'
  readonly transferId: string
  readonly fromAccountId: string
  readonly toAccountId: string
  /** In the sender's currency. */
  readonly amount: number
  /** In the receiver's currency. */
  readonly toAmount: number
  readonly effectiveOn: string
  readonly memo?: string
  readonly category?: string
  readonly sent: boolean
  readonly received: boolean
  readonly returned: boolean
  /** Why the money went back; there once `returned`. */
  readonly returnReason?: string
  readonly ended: null | 'completed' | 'failed'
  /** The command that began it (`metadata.commandId`); null where the log does not say. */
  readonly commandId: string | null
}

export type StreamState = LedgerState | AccountState | TransferState

/** What an `EntryReversed` undoes. */
export interface Reversal {
  readonly reverses: 'Deposited' | 'Withdrawn'
  /** Global position of the entry that is undone. */
  readonly position: number
}

export interface DecisionStateOptions {
  /** Asked first, for every `EntryReversed`; where it knows nothing, the event's metadata is believed. */
  reversalOf?(event: RecordedEvent): Reversal | undefined
}

/** The fold of this domain. Raise `version` with every change of a state's shape or meaning. */
export function makeDecisionState(options: DecisionStateOptions = {}): DecisionState<StreamState> {
  const reversalOf = (event: RecordedEvent) => options.reversalOf?.(event) ?? reversalByMetadata(event)
  return {
    version: 1,
    touches: (recorded) => {
      const event = asLedgerEvent(recorded)
      switch (event.type) {
        case 'TransferSent':
        case 'TransferReceived':
        case 'TransferReturned':
          return [event.streamId, transferStream(event.data.transferId)]
        default:
          return [event.streamId]
      }
    },
    evolve: (state, recorded, streamId) => {
      const stream = parseStreamId(streamId)
      const event = asLedgerEvent(recorded)
      switch (stream?.category) {
        case 'ledger':
          return evolveLedger(stream.id, event)
        case 'account':
          return evolveAccount(state, event, stream.id, () => reversalOf(recorded))
        case 'transfer':
          return evolveTransfer(state, event, stream.id)
        default:
          throw new Error(`${streamId} is no stream of a ledger`)
      }
    },
    ledgerName: (recorded) => {
      const event = asLedgerEvent(recorded)
      return event.type === 'LedgerRenamed' ? event.data.name : undefined
    },
  }
}

/** For events that are recorded here, one at a time: their metadata always says what a reversal undoes. */
export const decisionState: DecisionState<StreamState> = makeDecisionState()

function reversalByMetadata(event: RecordedEvent): Reversal {
  const { reverses, reversedPosition } = event.metadata
  if ((reverses === 'Deposited' || reverses === 'Withdrawn') && Number.isSafeInteger(reversedPosition)) {
    return { reverses, position: Number(reversedPosition) }
  }
  throw new Error(`Event ${event.globalPosition} reverses an entry, but nothing says whether it was paid in or out`)
}

function evolveLedger(ledgerId: string, event: LedgerEvent): LedgerState {
  if (event.type !== 'LedgerRenamed') throw misplaced(event)
  return { kind: 'ledger', ledgerId, name: event.data.name }
}

function evolveAccount(
  before: StreamState | undefined,
  event: LedgerEvent,
  accountId: string,
  reversal: () => Reversal,
): AccountState {
  if (event.type === 'AccountOpened') {
    const { name, currency, exponent, overdraftLimit, openedOn } = event.data
    const start = { status: 'open', balance: 0, reversed: [] } as const
    return { kind: 'account', accountId, name, currency, exponent, overdraftLimit, openedOn, ...start }
  }
  if (before?.kind !== 'account') throw misplaced(event)
  switch (event.type) {
    case 'AccountRenamed':
      return { ...before, name: event.data.name }
    case 'OverdraftLimitChanged':
      return { ...before, overdraftLimit: event.data.overdraftLimit }
    case 'AccountClosed':
      return { ...before, status: 'closed' }
    case 'AccountReopened':
      return { ...before, status: 'open' }
    case 'Deposited':
    case 'TransferReceived':
    case 'TransferReturned':
      return withEffect(before, event.data.amount)
    case 'Withdrawn':
    case 'TransferSent':
      return withEffect(before, -event.data.amount)
    case 'EntryReversed': {
      const { reverses, position } = reversal()
      const effect = reverses === 'Deposited' ? -event.data.amount : event.data.amount
      return { ...withEffect(before, effect), reversed: [...before.reversed, position] }
    }
    case 'EntryAnnotated':
    case 'BalanceAsserted':
      return before
    case 'LedgerRenamed':
    case 'TransferInitiated':
    case 'TransferCompleted':
    case 'TransferFailed':
      throw misplaced(event)
    default:
      return unknownEvent(event)
  }
}

/** An account after an entry of this effect, minor units. @throws RangeError where the balance would not be exact. */
export function withEffect(before: AccountState, effect: number): AccountState {
  return { ...before, balance: addMinor(before.balance, effect) }
}

function evolveTransfer(before: StreamState | undefined, event: LedgerEvent, transferId: string): TransferState {
  if (event.type === 'TransferInitiated') {
    const { fromAccountId, toAccountId, amount, toAmount, effectiveOn, memo, category } = event.data
    const { commandId } = event.metadata
    return {
      kind: 'transfer',
      transferId,
      fromAccountId,
      toAccountId,
      amount,
      toAmount,
      effectiveOn,
      ...(memo !== undefined && { memo }),
      ...(category !== undefined && { category }),
      sent: false,
      received: false,
      returned: false,
      ended: null,
      commandId: typeof commandId === 'string' ? commandId : null,
    }
  }
  if (before?.kind !== 'transfer') throw misplaced(event)
  switch (event.type) {
    case 'TransferSent':
      return { ...before, sent: true }
    case 'TransferReceived':
      return { ...before, received: true }
    case 'TransferReturned':
      return { ...before, returned: true, returnReason: event.data.reason }
    case 'TransferCompleted':
      return { ...before, ended: 'completed' }
    case 'TransferFailed':
      return { ...before, ended: 'failed' }
    default:
      throw misplaced(event)
  }
}

function misplaced(event: LedgerEvent): Error {
  return new Error(`Event ${event.globalPosition}, ${event.type}, cannot stand here in ${event.streamId}`)
}

function unknownEvent(event: never): never {
  throw new Error(`No rule for ${JSON.stringify(event)}`)
}
