/**
 * Accounts and totals at a moment. A date filters entries only: what an account is called, allows, and whether it is
 * open follow the recorded bound.
 */
import type { AccountTrack } from '../projections/account-track'
import type { Timeline } from '../projections/timeline'
import { NO_ACCOUNT } from '../projections/timeline-columns'
import { NO_SLOT } from '../projections/transfer-tracks'
import { balanceAt, balancesAt } from './balances-at'
import type { Bound } from './resolve-moment'

export interface AccountAt {
  /** Its place in the order of opening, from 0. */
  readonly number: number
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly exponent: number
  /** 'not-opened': known at the head, but opened after the moment; name and limit are then those of its opening. */
  readonly status: 'open' | 'closed' | 'not-opened'
  /** Minor units; null: unlimited. */
  readonly overdraftLimit: number | null
  /** Minor units. */
  readonly balance: number
  /** Events of its stream by then. */
  readonly revision: number
}

export interface TotalAt {
  readonly currency: string
  readonly exponent: number
  /** Minor units over all accounts of the currency. */
  readonly total: number
  /** Sent and neither received nor returned, in the sender's minor units; not part of `total`. */
  readonly inTransit: number
}

/** Every account known at the head, in opening order. */
export function accountsAt(timeline: Timeline, bound: Bound): AccountAt[] {
  const balances = balancesAt(timeline, bound)
  const revisions = revisionsAt(timeline, bound.position)
  return timeline.accounts.map((track) =>
    accountFrom(track, bound, balances[track.number] as number, revisions[track.number] as number),
  )
}

/** One account; undefined where there is none of that number. */
export function accountAt(timeline: Timeline, account: number, bound: Bound): AccountAt | undefined {
  const track = timeline.accounts[account]
  if (!track) return undefined
  const revision = revisionsAt(timeline, bound.position)[account] as number
  return accountFrom(track, bound, balanceAt(timeline, account, bound), revision)
}

/** By currency (and exponent, where a log has one currency with two), in the order of the first accounts opened by then. */
export function totalsAt(timeline: Timeline, bound: Bound): TotalAt[] {
  const balances = balancesAt(timeline, bound)
  const inTransit = inTransitAt(timeline, bound)
  const totals = new Map<string, { currency: string; exponent: number; total: number; inTransit: number }>()
  for (const { number, openedPosition, currency, exponent } of timeline.accounts) {
    const balance = balances[number] as number
    if (openedPosition > bound.position) continue
    const unit = `${currency}/${exponent}`
    const sum = totals.get(unit)
    if (sum) sum.total += balance
    else totals.set(unit, { currency, exponent, total: balance, inTransit: inTransit.get(unit) ?? 0 })
  }
  return [...totals.values()]
}

/** The ledger's name given by the last LedgerRenamed in the first `position` events; undefined where none was. */
export function ledgerNameAt(timeline: Timeline, position: number): string | undefined {
  return timeline.ledgerNames.findLast((given) => given.position <= position)?.name
}

function accountFrom(track: AccountTrack, { position }: Bound, balance: number, revision: number): AccountAt {
  const { number, id, currency, exponent } = track
  const account = { number, id, currency, exponent, balance, revision }
  let { name, overdraftLimit } = track
  if (track.openedPosition > position) return { ...account, name, overdraftLimit, status: 'not-opened' }
  let status: 'open' | 'closed' = 'open'
  for (const change of track.changes) {
    if (change.position > position) break
    name = change.name ?? name
    status = change.status ?? status
    // null is a limit too: none.
    if (change.overdraftLimit !== undefined) overdraftLimit = change.overdraftLimit
  }
  return { ...account, name, overdraftLimit, status }
}

/** Stream revisions after the first `position` events, counted from the nearer end. */
function revisionsAt(timeline: Timeline, position: number): Uint32Array {
  const { account } = timeline.columns
  const fromHead = position > timeline.size / 2
  const revisions = fromHead
    ? Uint32Array.from(timeline.accounts, (track) => track.revision)
    : new Uint32Array(timeline.accounts.length)
  const end = fromHead ? timeline.size : position
  const step = fromHead ? -1 : 1
  for (let slot = fromHead ? position : 0; slot < end; slot++) {
    const number = account[slot] as number
    if (number !== NO_ACCOUNT) revisions[number] = (revisions[number] as number) + step
  }
  return revisions
}

/** Money on its way, by `currency/exponent` of the sender. */
function inTransitAt(timeline: Timeline, { position, day: lastDay }: Bound): Map<string, number> {
  const { transfers, accounts } = timeline
  const { day, effect, account } = timeline.columns
  const received = transfers.slots('received')
  const returned = transfers.slots('returned')
  const sent = transfers.slots('sent')
  const seen = (slot: number) => slot !== NO_SLOT && slot < position && (day[slot] as number) <= lastDay
  const sums = new Map<string, number>()
  for (let transfer = 0; transfer < transfers.count; transfer++) {
    const slot = sent[transfer] as number
    if (!seen(slot) || seen(received[transfer] as number) || seen(returned[transfer] as number)) continue
    const sender = accounts[account[slot] as number]
    if (!sender) continue
    const unit = `${sender.currency}/${sender.exponent}`
    sums.set(unit, (sums.get(unit) ?? 0) - (effect[slot] as number))
  }
  return sums
}
