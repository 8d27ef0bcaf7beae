/**
 * Given / when / then for deciders: a ledger in memory that records what was decided, folds it as the log does, and
 * answers commands. For tests only.
 */
import type { RecordedEvent } from '../../event-log/recorded-event'
import { checkCommand } from '../check-command'
import type { Command } from '../commands'
import { decide } from '../decide'
import { asLedgerEvent, type LedgerEvent } from '../events'
import type { Rejection, RejectionCode } from '../rejections'
import { accountStream, transferStream } from '../stream-id'
import { type AccountState, decisionState, type StreamState, type TransferState } from '../stream-state'
import { amountToCome, nextTransferStep, type TransferEnding } from '../transfer-process'
import { withDefaults } from '../with-defaults'
import type { DecidedEvent, Decision } from './decision'

export const TODAY = '2026-11-23'
export const LEDGER_ID = uuid(0)
export const CHECKING = uuid(1)
export const SAVINGS = uuid(2)
export const DOLLARS = uuid(3)
export const NOBODY = uuid(4)

/** What a command came to: event types and data, or a code. */
export type Outcome =
  | { readonly events: readonly DecidedEvent[] }
  | {
      readonly code: RejectionCode | 'wrong-expected-revision'
      readonly message: string
      readonly facts: Rejection['facts']
    }

/** A UUID that says its number: lower case, as ids in the log are. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

class RevisionMismatch extends Error {}

export class SpecificationLedger {
  readonly events: RecordedEvent[] = []
  readonly states = new Map<string, StreamState>()
  /** Added to what the log's amounts come to. */
  extraTurnover = 0
  /** Whether deciders are told the sum of all amounts. */
  tellsTurnover = true
  readonly #revisions = new Map<string, number>()
  #ids = 1_000

  account(accountId: string): AccountState | undefined {
    const state = this.states.get(accountStream(accountId))
    return state?.kind === 'account' ? state : undefined
  }

  transfer(transferId: string): TransferState | undefined {
    const state = this.states.get(transferStream(transferId))
    return state?.kind === 'transfer' ? state : undefined
  }

  balance(accountId: string): number | undefined {
    return this.account(accountId)?.balance
  }

  /** Records events as they are, whether or not a decider would have made them. */
  record(...decided: readonly DecidedEvent[]): void {
    for (const { streamId, type, data, metadata } of decided) {
      const streamRevision = (this.#revisions.get(streamId) ?? 0) + 1
      this.#revisions.set(streamId, streamRevision)
      const event: RecordedEvent = {
        globalPosition: this.events.length + 1,
        streamId,
        streamRevision,
        eventId: this.#newId(),
        type,
        schemaVersion: 1,
        recordedAt: '2026-11-23T06:15:00.123Z',
        data: data as unknown as RecordedEvent['data'],
        metadata: { commandId: 'a-command', ...metadata },
      }
      this.events.push(event)
      for (const touched of decisionState.touches(event)) {
        this.states.set(touched, decisionState.evolve(this.states.get(touched), event, touched))
      }
    }
  }

  /** Judges a command as a caller gives it, and records nothing. */
  judge(given: unknown, expectedRevision?: number): Outcome {
    const command = checkCommand(given)
    if ('code' in command) return command
    const complete = withDefaults(command, { today: TODAY, newId: () => this.#newId() })
    if ('code' in complete) return complete
    try {
      return outcomeOf(decide(complete, this.#context(command, expectedRevision)))
    } catch (error) {
      if (!(error instanceof RevisionMismatch)) throw error
      return { code: 'wrong-expected-revision', message: '', facts: {} }
    }
  }

  /** Judges a command and records what was decided. */
  dispatch(given: Command): Outcome {
    const outcome = this.judge(given)
    if ('events' in outcome) this.record(...outcome.events)
    return outcome
  }

  /** Takes the next step of a transfer. */
  step(transferId: string, ending?: TransferEnding): readonly DecidedEvent[] | 'done' {
    const transfer = this.transfer(transferId)
    if (!transfer) throw new Error(`No transfer ${transferId}`)
    const events = nextTransferStep(transfer, this.account(transfer.toAccountId), ending)
    if (events !== 'done') this.record(...events)
    return events
  }

  /** The eventId of the last event. */
  lastId(): string {
    return this.events.at(-1)?.eventId ?? ''
  }

  /** All amounts of a currency, with those that transfers in transit will still add. */
  turnoverOf(currency: string): number {
    let sum = this.extraTurnover
    for (const event of this.events) {
      const state = this.states.get(event.streamId)
      if (state?.kind === 'account' && state.currency === currency) sum += Number(event.data.amount ?? 0)
    }
    const currencyOf = (accountId: string) => this.account(accountId)?.currency
    for (const state of this.states.values()) {
      if (state.kind === 'transfer') sum += amountToCome(state, currency, currencyOf)
    }
    return sum
  }

  #context(command: Command, expectedRevision: number | undefined) {
    const entryId = 'entryId' in command ? command.entryId : undefined
    const accountId =
      'fromAccountId' in command ? command.fromAccountId : 'accountId' in command ? command.accountId : ''
    const index = this.events.findIndex((event) => event.eventId === entryId)
    return {
      ledgerId: LEDGER_ID,
      account: (id: string) => this.account(id),
      transfer: (id: string) => this.transfer(id),
      event: (position: number): LedgerEvent | undefined => {
        const event = this.events[position - 1]
        return event && asLedgerEvent(event)
      },
      entryPosition: index < 0 ? undefined : index + 1,
      expectRevision: () => {
        const actual = this.#revisions.get(accountStream(accountId ?? '')) ?? 0
        if (expectedRevision !== undefined && expectedRevision !== actual) throw new RevisionMismatch()
      },
      turnoverOf: (currency: string) => (this.tellsTurnover ? this.turnoverOf(currency) : undefined),
    }
  }

  #newId(): string {
    return uuid(this.#ids++)
  }
}

/** Given what happened, when this is asked for, then that must follow. */
export function given(...history: readonly DecidedEvent[]) {
  const ledger = new SpecificationLedger()
  ledger.record(...history)
  return {
    ledger,
    when: (command: unknown, expectedRevision?: number): Outcome => ledger.judge(command, expectedRevision),
  }
}

export function opened(
  accountId: string,
  options: { currency?: string; exponent?: number; overdraftLimit?: number | null; name?: string } = {},
): DecidedEvent {
  const { currency = 'EUR', exponent = 2, overdraftLimit = 0, name = 'Household' } = options
  const data = { name, currency, exponent, overdraftLimit, openedOn: '2026-01-01' }
  return { streamId: accountStream(accountId), type: 'AccountOpened', data }
}

export function deposited(accountId: string, amount: number, effectiveOn = '2026-02-01'): DecidedEvent {
  return { streamId: accountStream(accountId), type: 'Deposited', data: { amount, effectiveOn } }
}

export function withdrawn(accountId: string, amount: number, effectiveOn = '2026-02-01'): DecidedEvent {
  return { streamId: accountStream(accountId), type: 'Withdrawn', data: { amount, effectiveOn } }
}

export function closed(accountId: string): DecidedEvent {
  return { streamId: accountStream(accountId), type: 'AccountClosed', data: { closedOn: '2026-03-01' } }
}

function outcomeOf(decision: Decision): Outcome {
  return 'rejection' in decision ? decision.rejection : decision
}
