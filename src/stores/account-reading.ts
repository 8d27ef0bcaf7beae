/**
 * What the screens read of accounts, at the cursor or at now. Each hook follows the cursor and the growing timeline.
 * At the cursor only what a frame of scrubbing can afford is computed: a revision, for one, would cost a pass over
 * the log, and no screen shows it.
 */
import { useMemo } from 'react'
import type { AccountTrack } from '../projections/account-track'
import type { Timeline } from '../projections/timeline'
import { type AccountAt, accountsAt, nameAt, type TotalAt, totalsAt } from '../time-travel/accounts-at'
import { balanceAt, balancesAt } from '../time-travel/balances-at'
import { type Bound, positionAtMillis } from '../time-travel/resolve-moment'
import { useCursor } from './cursor-store'
import { useLedger } from './ledger-store'

export type { AccountAt, TotalAt }

/** What an account is called, allows, and whether it is open, after the first `position` events. */
export type AccountLabel = Pick<AccountAt, 'name' | 'status' | 'overdraftLimit'>

export function labelAt(track: AccountTrack, position: number): AccountLabel {
  let { name, overdraftLimit } = track
  if (track.openedPosition > position) return { name, overdraftLimit, status: 'not-opened' }
  let status: 'open' | 'closed' = 'open'
  for (const change of track.changes) {
    if (change.position > position) break
    name = change.name ?? name
    status = change.status ?? status
    if (change.overdraftLimit !== undefined) overdraftLimit = change.overdraftLimit
  }
  return { name, overdraftLimit, status }
}

/** Everything recorded, future-dated entries included: what commands are judged by. */
export function boundOfNow(timeline: Timeline): Bound {
  return { position: timeline.size, day: Number.POSITIVE_INFINITY }
}

/** The timeline, and a value that changes whenever its content does. */
function useTimeline(): readonly [Timeline, number] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  return [timeline, version]
}

/** Every account as it is now, in opening order. For dialogs: what a command would meet. */
export function useAccountsNow(): readonly AccountAt[] {
  const [timeline, version] = useTimeline()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => accountsAt(timeline, boundOfNow(timeline)), [timeline, version])
}

export function useAccountNow(accountId: string): AccountAt | undefined {
  return useAccountsNow().find(({ id }) => id === accountId)
}

export interface AccountsAtCursor {
  /** In opening order; those opened later than the cursor included. */
  readonly tracks: readonly AccountTrack[]
  /** Minor units by account number. */
  readonly balances: Float64Array
  readonly position: number
  readonly bound: Bound
}

let shared: { readonly timeline: Timeline; readonly version: number; readonly at: AccountsAtCursor } | undefined

/**
 * Written in turn: a new one with each frame of a drag would be 200 kB of garbage for 27,000 accounts. Whoever shows
 * balances renders with every move of the cursor, so that nobody still looks at the last but one.
 */
let spare: Float64Array = new Float64Array(0)

/** Sidebar and totals ask in the same frame for the same moment: it is summed up once. */
function accountsAtBound(timeline: Timeline, bound: Bound): AccountsAtCursor {
  const { version } = timeline
  if (shared?.timeline === timeline && shared.version === version && shared.at.bound === bound) return shared.at
  const { accounts } = timeline
  const into = spare.length === accounts.length ? spare : new Float64Array(accounts.length)
  const at = { tracks: accounts, balances: balancesAt(timeline, bound, into), position: bound.position, bound }
  spare = shared?.at.balances ?? spare
  shared = { timeline, version, at }
  return at
}

export function useAccountsAtCursor(): AccountsAtCursor {
  const [timeline, version] = useTimeline()
  const bound = useCursor((cursor) => cursor.bound)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => accountsAtBound(timeline, bound), [timeline, version, bound])
}

/** The same balances, asked once and not kept: they are written over by the moves of the cursor. */
export function balancesAtCursor(): Float64Array {
  return accountsAtBound(useLedger.getState().timeline, useCursor.getState().bound).balances
}

export function useTotalsAtCursor(): readonly TotalAt[] {
  const [timeline, version] = useTimeline()
  const bound = useCursor((cursor) => cursor.bound)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => totalsAt(timeline, bound, accountsAtBound(timeline, bound).balances), [timeline, version, bound])
}

export interface AccountAtCursor extends AccountLabel, Pick<AccountTrack, 'id' | 'number' | 'currency' | 'exponent'> {
  /** Minor units at the cursor, at now, and so many days before now (recorded clock). */
  readonly balance: number
  readonly balanceNow: number
  readonly balanceBefore: number
}

const DAY_MS = 86_400_000

/** @param daysBefore how far back `balanceBefore` looks */
export function useAccountAtCursor(accountId: string, daysBefore: number): AccountAtCursor | undefined {
  const [timeline, version] = useTimeline()
  const bound = useCursor((cursor) => cursor.bound)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const number = timeline.accountNumber(accountId)
    const track = number === undefined ? undefined : timeline.accounts[number]
    if (track === undefined) return undefined
    const { id, currency, exponent } = track
    const before = {
      position: positionAtMillis(timeline, Date.now() - daysBefore * DAY_MS),
      day: Number.POSITIVE_INFINITY,
    }
    return {
      ...labelAt(track, bound.position),
      id,
      number: track.number,
      currency,
      exponent,
      balance: balanceAt(timeline, track.number, bound),
      balanceNow: balanceAt(timeline, track.number, boundOfNow(timeline)),
      balanceBefore: balanceAt(timeline, track.number, before),
    }
  }, [timeline, version, bound, accountId, daysBefore])
}

/** The name of an account after the first `position` events; that of its opening where it was opened later. */
export function accountNameAt(timeline: Timeline, accountId: string, position: number): string | undefined {
  const number = timeline.accountNumber(accountId)
  const track = number === undefined ? undefined : timeline.accounts[number]
  return track === undefined ? undefined : nameAt(track, position)
}
