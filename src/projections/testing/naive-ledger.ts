/**
 * Test support: the ledger at a moment by going through all events from the first, with nothing but LOG-FORMAT in
 * mind. Slow, and written without looking at the projections that it judges.
 */
import type { LedgerEvent } from '../../domain/events'
import type { RecordedEvent } from '../../event-log/recorded-event'

/** `position`: events seen; `effectiveOn`: the last value date seen, undefined for all. */
export interface NaiveMoment {
  readonly position: number
  readonly effectiveOn?: string | undefined
}

export interface NaiveEntry {
  readonly accountId: string
  readonly position: number
  readonly eventId: string
  readonly effectiveOn: string
  readonly effect: number
  balance: number
  reversed: boolean
}

export interface NaiveAccount {
  readonly id: string
  readonly currency: string
  readonly exponent: number
  name: string
  status: 'open' | 'closed'
  overdraftLimit: number | null
  balance: number
  revision: number
}

const SIGNS: Record<string, number> = {
  Deposited: 1,
  Withdrawn: -1,
  TransferSent: -1,
  TransferReceived: 1,
  TransferReturned: 1,
}

/** Every entry seen from the moment, by (effectiveOn, position), running balances of each account included. */
export function naiveEntries(log: readonly RecordedEvent[], moment: NaiveMoment): NaiveEntry[] {
  const byId = new Map(log.map((event) => [event.eventId, event]))
  const entries: NaiveEntry[] = []
  const reversed = new Set<unknown>()
  for (const event of log.slice(0, moment.position)) {
    const named = event.type === 'EntryReversed' ? byId.get(String(event.data.entryId))?.type : undefined
    const sign = named ? -(SIGNS[named] ?? 0) : SIGNS[event.type]
    const effectiveOn = String(event.data.effectiveOn)
    if (!sign || (moment.effectiveOn !== undefined && effectiveOn > moment.effectiveOn)) continue
    if (event.type === 'EntryReversed') reversed.add(event.data.entryId)
    const { globalPosition: position, eventId } = event
    const effect = sign * Number(event.data.amount)
    entries.push({ accountId: idOf(event), position, eventId, effectiveOn, effect, balance: 0, reversed: false })
  }
  entries.sort((a, b) =>
    a.effectiveOn === b.effectiveOn ? a.position - b.position : a.effectiveOn < b.effectiveOn ? -1 : 1,
  )
  const balances = new Map<string, number>()
  for (const entry of entries) {
    entry.balance = (balances.get(entry.accountId) ?? 0) + entry.effect
    balances.set(entry.accountId, entry.balance)
    entry.reversed = reversed.has(entry.eventId)
  }
  return entries
}

/** Balances by account id, of every account in the whole log; 0 where it is not opened yet. */
export function naiveBalances(log: readonly RecordedEvent[], moment: NaiveMoment): Map<string, number> {
  const balances = new Map<string, number>()
  for (const event of log) if (event.type === 'AccountOpened') balances.set(idOf(event), 0)
  for (const entry of naiveEntries(log, moment)) {
    balances.set(entry.accountId, (balances.get(entry.accountId) ?? 0) + entry.effect)
  }
  return balances
}

/** The accounts opened by the moment, in opening order. */
export function naiveAccounts(log: readonly RecordedEvent[], moment: NaiveMoment): NaiveAccount[] {
  const accounts = new Map<string, NaiveAccount>()
  for (const event of log.slice(0, moment.position) as unknown as LedgerEvent[]) {
    const id = idOf(event)
    if (event.type === 'AccountOpened') {
      const { name, currency, exponent, overdraftLimit } = event.data
      accounts.set(id, { id, currency, exponent, name, status: 'open', overdraftLimit, balance: 0, revision: 0 })
    }
    const account = accounts.get(id)
    if (!account || !event.streamId.startsWith('account-')) continue
    account.revision++
    if (event.type === 'AccountRenamed') account.name = event.data.name
    if (event.type === 'OverdraftLimitChanged') account.overdraftLimit = event.data.overdraftLimit
    if (event.type === 'AccountClosed') account.status = 'closed'
    if (event.type === 'AccountReopened') account.status = 'open'
  }
  const balances = naiveBalances(log, moment)
  for (const account of accounts.values()) account.balance = balances.get(account.id) ?? 0
  return [...accounts.values()]
}

/** Money sent and neither received nor returned, by `currency/exponent` of the sender. */
export function naiveInTransit(log: readonly RecordedEvent[], moment: NaiveMoment): Map<string, number> {
  const accounts = new Map(naiveAccounts(log, { position: log.length }).map((account) => [account.id, account]))
  const seen = new Set(naiveEntries(log, moment).map((entry) => entry.position))
  const steps = log.filter((event) => seen.has(event.globalPosition) && event.type.startsWith('Transfer'))
  const sums = new Map<string, number>()
  for (const sent of steps) {
    if (sent.type !== 'TransferSent') continue
    const settled = steps.some((step) => step !== sent && step.data.transferId === sent.data.transferId)
    const sender = accounts.get(idOf(sent))
    if (settled || !sender) continue
    const unit = `${sender.currency}/${sender.exponent}`
    sums.set(unit, (sums.get(unit) ?? 0) + Number(sent.data.amount))
  }
  return sums
}

/** Every value date of an entry, the days around them, and no date at all. */
export function datesOf(log: readonly RecordedEvent[]): (string | undefined)[] {
  const dates = new Set<string | undefined>([undefined, '0001-01-01', '9999-12-31'])
  for (const event of log) {
    if (typeof event.data.effectiveOn !== 'string') continue
    const day = Date.parse(event.data.effectiveOn)
    for (const shift of [-86_400_000, 0, 86_400_000]) dates.add(new Date(day + shift).toISOString().slice(0, 10))
  }
  return [...dates]
}

function idOf(event: { readonly streamId: string }): string {
  return event.streamId.slice(event.streamId.indexOf('-') + 1)
}
