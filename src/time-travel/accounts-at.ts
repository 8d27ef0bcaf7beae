/**
 * Accounts and totals at a moment. A date filters entries only: what an account is called, allows, and whether it is
 * open follow the recorded bound.
 */
import type { AccountTrack } from '../projections/account-track'
import type { Timeline } from '../projections/timeline'
import { NO_ACCOUNT } from '../projections/timeline-columns'
import { balanceAt, balancesAt } from './balances-at'
import { inTransitAt } from './in-transit'
import type { Bound } from './resolve-moment'
import { unitsOf } from './units'

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

/**
 * By currency (and exponent, where a log has one currency with two), in the order of the first accounts opened by then.
 * @param balances of all accounts at that moment, where they are known
 */
export function totalsAt(timeline: Timeline, bound: Bound, balances = balancesAt(timeline, bound)): TotalAt[] {
  const { units, ofAccount } = unitsOf(timeline)
  const totals = new Float64Array(units.length)
  const inTransit = new Float64Array(units.length)
  for (let account = 0; account < balances.length; account++) {
    const unit = ofAccount[account] as number
    totals[unit] = (totals[unit] as number) + (balances[account] as number)
  }
  addInTransit(timeline, bound, ofAccount, inTransit)
  return units.flatMap(({ currency, exponent, openedPosition }, unit) =>
    openedPosition > bound.position
      ? []
      : [{ currency, exponent, total: totals[unit] as number, inTransit: inTransit[unit] as number }],
  )
}

/** The ledger's name given by the last LedgerRenamed in the first `position` events; undefined where none was. */
export function ledgerNameAt(timeline: Timeline, position: number): string | undefined {
  return timeline.ledgerNames.findLast((given) => given.position <= position)?.name
}

function accountFrom(track: AccountTrack, { position }: Bound, balance: number, revision: number): AccountAt {
  const { number, id, currency, exponent } = track
  let { name, overdraftLimit } = track
  let status: AccountAt['status'] = track.openedPosition > position ? 'not-opened' : 'open'
  for (const change of track.changes) {
    if (change.position > position) break
    name = change.name ?? name
    status = change.status ?? status
    // null is a limit too: none.
    if (change.overdraftLimit !== undefined) overdraftLimit = change.overdraftLimit
  }
  return { number, id, name, currency, exponent, status, overdraftLimit, balance, revision }
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

/** Adds the money on its way to the sums of the senders' units. */
function addInTransit(timeline: Timeline, bound: Bound, unitOfAccount: Uint32Array, sums: Float64Array): void {
  const { effect, account } = timeline.columns
  const { transfers } = timeline
  const sent = transfers.slots('sent')
  const isInTransit = inTransitAt(timeline, bound)
  for (let transfer = 0; transfer < transfers.count; transfer++) {
    if (!isInTransit(transfer)) continue
    const slot = sent[transfer] as number
    const unit = unitOfAccount[account[slot] as number] as number
    sums[unit] = (sums[unit] as number) - (effect[slot] as number)
  }
}

/** What the account is called after the first `position` events. */
export function nameAt({ name, changes }: AccountTrack, position: number): string {
  return changes.findLast((change) => change.name !== undefined && change.position <= position)?.name ?? name
}
