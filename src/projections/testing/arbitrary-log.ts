/**
 * Test support: random logs that LOG-FORMAT allows, with everything that makes time travel hard: several accounts and
 * currencies, transfers cut at any step, returned ones, reversals, backdated and future value dates, closed accounts
 * that are used again, words for entries, assertions, and many events of one instant.
 */
import fc from 'fast-check'
import { dateOfDay, instantOfMillis } from '../../domain/calendar'
import type { DomainEvent } from '../../domain/events'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'

/** What chance decides; what comes of it depends on the log before. */
export interface Move {
  /** Below 100: which kind of event. */
  readonly what: number
  /** Picks an account, an entry or a transfer. */
  readonly which: number
  readonly other: number
  readonly amount: number
  /** Days between the value date and the day of recording. */
  readonly offset: number
  /** Milliseconds since the event before. */
  readonly pause: number
}

export const FIRST_DAY = 19_700
const MS_PER_DAY = 86_400_000
const CURRENCIES = [
  ['EUR', 2],
  ['JPY', 0],
  ['BHD', 3],
  // The log states the exponent with each account, so nothing keeps one currency to one exponent.
  ['EUR', 3],
] as const

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.nat(99),
  which: fc.nat(1000),
  other: fc.nat(1000),
  amount: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2 ** 40 })),
  offset: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: -12, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: -400, max: 400 }) },
  ),
  pause: fc.oneof(fc.constant(0), fc.nat(1000), fc.nat(3 * MS_PER_DAY)),
})

/** A valid log of up to `maxLength` moves; a move is at most one event. */
export function arbitraryLog(maxLength = 120): fc.Arbitrary<RecordedEvent[]> {
  const any = fc.array(move, { maxLength, size: 'max' })
  const neverBackdated = any.map((moves) => moves.map((each) => ({ ...each, offset: 0 })))
  return fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: neverBackdated }).map(logOf)
}

/** A valid log of exactly `length` moves, long enough to pass checkpoints. */
export function arbitraryLongLog(length: number): fc.Arbitrary<RecordedEvent[]> {
  return fc.array(move, { minLength: length, maxLength: length, size: 'max' }).map(logOf)
}

interface AccountSoFar {
  readonly id: string
  readonly currency: string
  readonly exponent: number
  status: 'open' | 'closed'
}
interface EntrySoFar {
  readonly event: RecordedEvent
  readonly accountId: string
  reversed: boolean
}
interface TransferSoFar {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly amount: number
  readonly toAmount: number
  step: 'initiated' | 'sent' | 'settled' | 'ended'
  returned: boolean
}

/** The log that these moves make, always the same for the same moves. */
export function logOf(moves: readonly Move[]): RecordedEvent[] {
  const log = new LogInTheMaking()
  for (const next of moves) log.play(next)
  return log.events
}

class LogInTheMaking {
  readonly events: RecordedEvent[] = []
  readonly #accounts: AccountSoFar[] = []
  readonly #entries: EntrySoFar[] = []
  readonly #transfers: TransferSoFar[] = []
  readonly #revisions = new Map<string, number>()
  #millis = FIRST_DAY * MS_PER_DAY

  play(move: Move): void {
    this.#millis += move.pause
    const account = pick(this.#accounts, move.which)
    const { what } = move
    if (!account || what < 6) this.#open(move)
    else if (what < 42) this.#deposit(account, move, what < 26 ? 'Deposited' : 'Withdrawn')
    else if (what < 52) this.#initiate(account, move)
    else if (what < 76) this.#carryOn(move)
    else if (what < 86) this.#reverse(move)
    else if (what < 90) this.#annotate(move)
    else if (what < 93) this.#assert(account, move)
    else this.#changeAccount(account, move)
  }

  #open({ which, other, amount }: Move): void {
    const [currency, exponent] = pick(CURRENCIES, other) ?? CURRENCIES[0]
    const id = uuidOf(1, this.#accounts.length)
    const overdraftLimit = which % 3 === 0 ? null : amount
    const data = { name: `Account ${which}`, currency, exponent, overdraftLimit, openedOn: this.#date(0) }
    this.#accounts.push({ id, currency, exponent, status: 'open' })
    this.#record(`account-${id}`, { type: 'AccountOpened', data })
  }

  #deposit({ id }: AccountSoFar, { amount, offset, which }: Move, type: 'Deposited' | 'Withdrawn'): void {
    const data = { amount, effectiveOn: this.#date(offset), payee: `Payee ${which}` }
    const event = this.#record(`account-${id}`, { type, data })
    this.#entries.push({ event, accountId: id, reversed: false })
  }

  #initiate(from: AccountSoFar, { other, amount, offset }: Move): void {
    const to = pick(this.#accounts, other)
    if (!to || to === from) return
    const sameUnit = to.currency === from.currency && to.exponent === from.exponent
    const toAmount = sameUnit ? amount : amount * 2
    const id = uuidOf(2, this.#transfers.length)
    this.#transfers.push({ id, from: from.id, to: to.id, amount, toAmount, step: 'initiated', returned: false })
    const data = { fromAccountId: from.id, toAccountId: to.id, amount, toAmount, effectiveOn: this.#date(offset) }
    this.#record(`transfer-${id}`, { type: 'TransferInitiated', data })
  }

  /** Mostly the newest transfer goes on, as it does in a ledger that nobody interrupts. */
  #carryOn({ which, other, offset }: Move): void {
    const unfinished = this.#transfers.filter((transfer) => transfer.step !== 'ended')
    const transfer = other % 4 === 0 ? pick(unfinished, which) : unfinished.at(-1)
    if (!transfer) return
    const { id: transferId, from, to, amount, toAmount } = transfer
    const effectiveOn = this.#date(offset)
    if (transfer.step === 'initiated') {
      transfer.step = 'sent'
      const data = { amount, effectiveOn, transferId, toAccountId: to }
      this.#record(`account-${from}`, { type: 'TransferSent', data })
    } else if (transfer.step === 'sent' && other % 5 === 0) {
      transfer.step = 'settled'
      transfer.returned = true
      const data = { amount, effectiveOn, transferId, reason: 'closed' }
      this.#record(`account-${from}`, { type: 'TransferReturned', data })
    } else if (transfer.step === 'sent') {
      transfer.step = 'settled'
      const data = { amount: toAmount, effectiveOn, transferId, fromAccountId: from }
      this.#record(`account-${to}`, { type: 'TransferReceived', data })
    } else {
      transfer.step = 'ended'
      const failed = { type: 'TransferFailed', data: { reason: 'closed' } } as const
      this.#record(`transfer-${transferId}`, transfer.returned ? failed : { type: 'TransferCompleted', data: {} })
    }
  }

  #reverse({ which, other, offset }: Move): void {
    const left = this.#entries.filter((entry) => !entry.reversed)
    const entry = pick(left, which)
    if (!entry) return
    entry.reversed = true
    const { event, accountId } = entry
    const amount = Number(event.data.amount)
    const position = event.globalPosition
    // A hint to look where it stands, a wrong hint, or none: the outcome must be the same.
    const metadata = [{ reversedPosition: position, reverses: event.type }, { reversedPosition: position + 1 }, {}]
    const data = { amount, effectiveOn: this.#date(offset), entryId: event.eventId }
    this.#record(`account-${accountId}`, { type: 'EntryReversed', data }, metadata[other % 3])
  }

  #annotate({ which, other }: Move): void {
    const entry = pick(this.#entries, which)
    if (!entry) return
    const word = other % 2 === 0 ? { memo: `Memo ${this.events.length}` } : { payee: `Shop ${this.events.length}` }
    const data = { entryId: entry.event.eventId, ...word }
    this.#record(`account-${entry.accountId}`, { type: 'EntryAnnotated', data })
  }

  #assert({ id }: AccountSoFar, { amount, offset }: Move): void {
    this.#record(`account-${id}`, {
      type: 'BalanceAsserted',
      data: { balance: amount, effectiveOn: this.#date(offset) },
    })
  }

  #changeAccount(account: AccountSoFar, { what, other, amount }: Move): void {
    const stream = `account-${account.id}`
    if (what === 93)
      this.#record(`ledger-${uuidOf(3, 0)}`, { type: 'LedgerRenamed', data: { name: `Ledger ${other}` } })
    else if (what < 96) this.#record(stream, { type: 'AccountRenamed', data: { name: `Renamed ${other}` } })
    else if (what < 98) {
      const overdraftLimit = other % 3 === 0 ? null : amount
      this.#record(stream, { type: 'OverdraftLimitChanged', data: { overdraftLimit } })
    } else if (account.status === 'open') {
      account.status = 'closed'
      this.#record(stream, { type: 'AccountClosed', data: { closedOn: this.#date(0) } })
    } else {
      account.status = 'open'
      this.#record(stream, { type: 'AccountReopened', data: { reopenedOn: this.#date(0) } })
    }
  }

  #date(offset: number): string {
    return dateOfDay(Math.floor(this.#millis / MS_PER_DAY) + offset)
  }

  #record(streamId: string, event: DomainEvent, metadata: JsonObject = {}): RecordedEvent {
    const globalPosition = this.events.length + 1
    const streamRevision = (this.#revisions.get(streamId) ?? 0) + 1
    this.#revisions.set(streamId, streamRevision)
    const recorded: RecordedEvent = {
      globalPosition,
      streamId,
      streamRevision,
      eventId: uuidOf(4, globalPosition),
      type: event.type,
      schemaVersion: 1,
      recordedAt: instantOfMillis(this.#millis),
      // Plain JSON by construction; the interfaces of events.ts only lack the index signature.
      data: event.data as unknown as JsonObject,
      metadata,
    }
    this.events.push(recorded)
    return recorded
  }
}

function pick<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % items.length]
}

/** A UUID that looks random, so that ids do not rise with their positions. */
export function uuidOf(kind: number, number: number): string {
  let hex = ''
  for (let word = 0; word < 4; word++) {
    const mixed = Math.imul(number * 4 + word + kind * 0x9e3779b1, 0x85ebca6b)
    hex += (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0).toString(16).padStart(8, '0')
  }
  // The number itself keeps two of them from ever being equal.
  const tail = `${kind}${number.toString(16).padStart(7, '0')}${hex.slice(24, 28)}`
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${tail}`
}
