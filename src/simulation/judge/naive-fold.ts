/** What a ledger holds after so many events, folded with nothing but the meaning of the events in mind. */
import type { RecordedEvent } from '../../event-log/recorded-event'
import { require } from './fault'

interface NaiveAccount {
  readonly unit: string
  limit: number | null
  isOpen: boolean
  balance: number
}

/** Entries that a person may make only on an open account. */
const NEEDS_OPEN = new Set(['Deposited', 'Withdrawn', 'TransferSent', 'TransferReceived'])

export class NaiveFold {
  size = 0
  /** In the order of opening. */
  readonly accounts = new Map<string, NaiveAccount>()
  readonly revisions = new Map<string, number>()
  /** Sent and neither received nor returned. */
  readonly inTransit = new Map<string, { readonly unit: string; readonly amount: number }>()
  readonly #effects = new Map<string, { readonly account: string; readonly effect: number; isReversed: boolean }>()
  /** What came in from outside less what went out, by unit. */
  readonly #outside = new Map<string, number>()

  apply(event: RecordedEvent): void {
    this.size++
    const { streamId, data, type } = event
    const id = streamId.slice(streamId.indexOf('-') + 1)
    this.revisions.set(streamId, (this.revisions.get(streamId) ?? 0) + 1)
    if (type === 'AccountOpened') {
      const unit = `${String(data.currency)}/${String(data.exponent)}`
      this.accounts.set(id, { unit, limit: data.overdraftLimit as number | null, isOpen: true, balance: 0 })
      return
    }
    const account = this.accounts.get(id)
    if (!account) return
    if (type === 'OverdraftLimitChanged') account.limit = data.overdraftLimit as number | null
    if (type === 'AccountClosed') account.isOpen = false
    if (type === 'AccountReopened') account.isOpen = true
    this.#move(event, id, account)
    if ('commandId' in event.metadata) judgeDecided(event, account)
  }

  /** [TP3] Money is neither made nor lost: what is here and under way is what came in. */
  judgeMoney(): void {
    const held = new Map<string, number>()
    const add = (unit: string, amount: number) => held.set(unit, (held.get(unit) ?? 0) + amount)
    for (const { unit, balance } of this.accounts.values()) add(unit, balance)
    for (const { unit, amount } of this.inTransit.values()) add(unit, amount)
    for (const [unit, amount] of held) {
      const came = this.#outside.get(unit) ?? 0
      require(came === amount, () =>
        `${amount} ${unit} are held and in transit after ${this.size} events, not ${came}.`)
    }
  }

  #move(event: RecordedEvent, id: string, account: NaiveAccount): void {
    const { data, type, eventId } = event
    const amount = Number(data.amount)
    if (type === 'Deposited' || type === 'Withdrawn') {
      const effect = type === 'Deposited' ? amount : -amount
      this.#effects.set(eventId, { account: id, effect, isReversed: false })
      account.balance += effect
      this.#fromOutside(account.unit, effect)
    } else if (type === 'EntryReversed') {
      const entry = this.#effects.get(String(data.entryId))
      require(entry?.account === id && !entry.isReversed, () => `Event ${this.size} reverses what it must not.`)
      entry.isReversed = true
      account.balance -= entry.effect
      this.#fromOutside(account.unit, -entry.effect)
    } else if (type === 'TransferSent') {
      account.balance -= amount
      this.inTransit.set(String(data.transferId), { unit: account.unit, amount })
    } else if (type === 'TransferReceived' || type === 'TransferReturned') {
      const sent = this.inTransit.get(String(data.transferId))
      require(sent !== undefined, () => `Event ${this.size} ends a transfer that is not under way.`)
      this.inTransit.delete(String(data.transferId))
      account.balance += amount
      if (type === 'TransferReturned')
        require(amount === sent.amount, () => `Event ${this.size} returns another amount.`)
      // Between two currencies the one goes out and the other comes in.
      this.#fromOutside(sent.unit, -sent.amount)
      this.#fromOutside(account.unit, amount)
    }
  }

  #fromOutside(unit: string, amount: number): void {
    this.#outside.set(unit, (this.#outside.get(unit) ?? 0) + amount)
  }
}

/** What was decided here, not imported: two tabs together must not overdraw an account either. */
function judgeDecided({ type, globalPosition }: RecordedEvent, { isOpen, limit, balance }: NaiveAccount): void {
  require(isOpen || !NEEDS_OPEN.has(type), () => `Event ${globalPosition} (${type}) is on a closed account.`)
  if (type !== 'Withdrawn' && type !== 'TransferSent') return
  require(limit === null || balance >= -limit, () => `Event ${globalPosition} overdraws: ${balance}, limit ${limit}.`)
}
