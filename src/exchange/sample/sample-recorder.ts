/** Records events as a ledger would, at times of its own: positions, revisions, ids and the Merkle frontier. */

import { instantOfMillis } from '../../domain/calendar'
import type { DomainEvent, Words } from '../../domain/events'
import { accountStream, transferStream } from '../../domain/stream-id'
import { newestVersion } from '../../domain/upcasters'
import { canonicalJson } from '../../event-log/canonical-json'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash } from '../../event-log/merkle-tree'
import type { JsonObject } from '../../event-log/recorded-event'
import { makeUuidV7 } from '../../event-log/uuid'
import type { SeededRandom } from './seeded-random'

export interface SampleAccount {
  readonly id: string
  readonly currency: string
  limit: number
  balance: number
  /** Effect by value date, for balances as a bank's statement shows them. */
  readonly days: Map<string, number>
}

export interface SampleEntry {
  readonly account: SampleAccount
  readonly eventId: string
  readonly position: number
  readonly type: 'Deposited' | 'Withdrawn'
  readonly amount: number
  isReversed: boolean
}

export class SampleRecorder {
  readonly lines: string[] = []
  frontier: Frontier = EMPTY_FRONTIER
  readonly newId: () => string
  private millis = 0
  private readonly revisions = new Map<string, number>()

  constructor(random: SeededRandom) {
    this.newId = makeUuidV7(
      () => this.millis,
      (bytes) => random.fill(bytes),
    )
  }

  get lastRecordedAt(): string {
    return instantOfMillis(this.millis)
  }

  /** The time of the next events, milliseconds since 1970; an earlier one than the last is ignored. */
  setClock(millis: number): void {
    this.millis = Math.max(this.millis, millis)
  }

  open(name: string, currency: string, limit: number, openedOn: string): SampleAccount {
    const id = this.newId()
    const data = { name, currency, exponent: 2, overdraftLimit: limit, openedOn }
    this.command((record) => record(accountStream(id), { type: 'AccountOpened', data }))
    return { id, currency, limit, balance: 0, days: new Map() }
  }

  rename({ id }: SampleAccount, name: string): void {
    this.command((record) => record(accountStream(id), { type: 'AccountRenamed', data: { name } }))
  }

  changeLimit(account: SampleAccount, overdraftLimit: number): void {
    account.limit = overdraftLimit
    this.command((record) =>
      record(accountStream(account.id), { type: 'OverdraftLimitChanged', data: { overdraftLimit } }),
    )
  }

  /** Money in (`amount` > 0) or out; undefined where the account has not so much. */
  move(account: SampleAccount, amount: number, effectiveOn: string, words: Words): SampleEntry | undefined {
    if (amount === 0 || account.balance + account.limit + amount < 0) return undefined
    const type = amount > 0 ? 'Deposited' : 'Withdrawn'
    const data = { amount: Math.abs(amount), effectiveOn, ...words }
    const eventId = this.command((record) => record(accountStream(account.id), { type, data }))
    credit(account, amount, effectiveOn)
    return { account, eventId, position: this.lines.length, type, amount: Math.abs(amount), isReversed: false }
  }

  /** Nothing happens where the sender has not so much. `toAmount`: in the receiver's currency. */
  transfer(
    from: SampleAccount,
    to: SampleAccount,
    amount: number,
    effectiveOn: string,
    memo: string,
    toAmount = amount,
  ): void {
    if (amount <= 0 || from.balance + from.limit < amount) return
    const transferId = this.newId()
    const words = { memo, category: 'Transfer' }
    this.command((record) => {
      const ends = { fromAccountId: from.id, toAccountId: to.id }
      const initiated = { ...ends, amount, toAmount, effectiveOn, ...words }
      const stream = transferStream(transferId)
      record(stream, { type: 'TransferInitiated', data: initiated })
      record(accountStream(from.id), {
        type: 'TransferSent',
        data: { amount, effectiveOn, transferId, toAccountId: to.id, ...words },
      })
      this.setClock(this.millis + 8)
      record(accountStream(to.id), {
        type: 'TransferReceived',
        data: { amount: toAmount, effectiveOn, transferId, fromAccountId: from.id, ...words },
      })
      this.setClock(this.millis + 6)
      return record(stream, { type: 'TransferCompleted', data: {} })
    })
    credit(from, -amount, effectiveOn)
    credit(to, toAmount, effectiveOn)
  }

  reverse(entry: SampleEntry, effectiveOn: string, reason: string): void {
    if (entry.isReversed) return
    const { account, eventId, position, type, amount } = entry
    entry.isReversed = true
    const data = { entryId: eventId, amount, effectiveOn, reason }
    const metadata = { reverses: type, reversedPosition: position }
    this.command((record) => record(accountStream(account.id), { type: 'EntryReversed', data }, metadata))
    credit(account, type === 'Deposited' ? -amount : amount, effectiveOn)
  }

  annotate({ account, eventId }: SampleEntry, words: Words): void {
    this.command((record) =>
      record(accountStream(account.id), { type: 'EntryAnnotated', data: { entryId: eventId, ...words } }),
    )
  }

  /** What the bank's statement says of the end of a day. */
  assertBalance(account: SampleAccount, effectiveOn: string): void {
    let balance = 0
    for (const [day, effect] of account.days) if (day <= effectiveOn) balance += effect
    this.command((record) =>
      record(accountStream(account.id), { type: 'BalanceAsserted', data: { balance, effectiveOn } }),
    )
  }

  /** Events of one command share its id; gives the last eventId. */
  private command(
    events: (record: (streamId: string, event: DomainEvent, metadata?: JsonObject) => string) => string,
  ): string {
    const commandId = this.newId()
    let causationId = commandId
    return events((streamId, event, metadata = {}) => {
      const origin = { commandId, correlationId: commandId, causationId }
      causationId = this.append(streamId, event, { ...origin, ...metadata })
      return causationId
    })
  }

  private append(streamId: string, { type, data }: DomainEvent, metadata: JsonObject): string {
    const eventId = this.newId()
    const streamRevision = (this.revisions.get(streamId) ?? 0) + 1
    this.revisions.set(streamId, streamRevision)
    const line = canonicalJson({
      globalPosition: this.lines.length + 1,
      streamId,
      streamRevision,
      eventId,
      type,
      schemaVersion: newestVersion(type),
      recordedAt: instantOfMillis(this.millis),
      data: { ...data },
      metadata,
    })
    this.frontier = appendLeaf(this.frontier, this.lines.length, leafHash(line))
    this.lines.push(line)
    return eventId
  }
}

function credit(account: SampleAccount, effect: number, day: string): void {
  account.balance += effect
  account.days.set(day, (account.days.get(day) ?? 0) + effect)
}
