/**
 * Two moments as the page shows them: A as it was pinned, B at the cursor. Balances and totals move in the frame of the
 * cursor; what lies between follows as soon as there is time, since over both clocks it may want a pass over the log.
 */
import { useDeferredValue, useMemo } from 'react'
import type { EventType } from '../../domain/events'
import type { AccountTrack } from '../../projections/account-track'
import type { Timeline } from '../../projections/timeline'
import { totalsAt } from '../../time-travel/accounts-at'
import { balancesAt } from '../../time-travel/balances-at'
import { compareBounds, type Difference } from '../../time-travel/compare/compare-bounds'
import { KIND_COUNT, kindOf } from '../../time-travel/compare/kind-set'
import { type Knowledge, knowledgeAt, learnedLater } from '../../time-travel/compare/learned-later'
import type { SlotRows } from '../../time-travel/compare/slot-rows'
import type { Moment } from '../../time-travel/moment'
import { type Bound, resolveMoment } from '../../time-travel/resolve-moment'
import { unitsOf } from '../../time-travel/units'
import { useAccountsAtCursor } from '../account-reading'
import { localDay, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'

export { REVERSALS } from '../../time-travel/compare/kind-set'
export type { Difference, Knowledge, SlotRows }

/** One currency on both sides. Minor units. */
export interface ComparedUnit {
  /** Index among the units of the ledger. */
  readonly unit: number
  readonly currency: string
  readonly exponent: number
  readonly a: number
  readonly b: number
  /** Accounts opened by then. */
  readonly accountsA: number
  readonly accountsB: number
}

export interface ComparedBalances {
  readonly tracks: readonly AccountTrack[]
  readonly boundA: Bound
  readonly boundB: Bound
  readonly isNowA: boolean
  readonly isNowB: boolean
  /** A shows nothing that B does not: entries lead from one to the other. */
  readonly isForward: boolean
  /** By account number, minor units. B's is written over with the next move of the cursor. */
  readonly a: Float64Array
  readonly b: Float64Array
  /** Index of the unit, by account number. */
  readonly unitOf: Uint32Array
  /** Those that either side knows. */
  readonly units: readonly ComparedUnit[]
}

export function useComparedBalances(a: Moment): ComparedBalances {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const { tracks, balances: atB, bound: boundB } = useAccountsAtCursor()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  const [boundA, atA] = useMemo(() => {
    const bound = resolveMoment(timeline, a)
    return [bound, balancesAt(timeline, bound)] as const
  }, [timeline, version, a])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  const units = useMemo(
    () => comparedUnits(timeline, [boundA, boundB], [atA, atB]),
    [timeline, version, boundA, boundB, atA, atB],
  )
  const isNow = ({ position, day }: Bound) => position >= timeline.size && day === Number.POSITIVE_INFINITY
  // One object as long as it holds the same: whoever counts widths or accounts counts them once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(
    () => ({
      tracks,
      boundA,
      boundB,
      isNowA: isNow(boundA),
      isNowB: isNow(boundB),
      isForward: boundA.position <= boundB.position && boundA.day <= boundB.day,
      a: atA,
      b: atB,
      units,
      unitOf: unitsOf(timeline).ofAccount,
    }),
    [version, tracks, boundA, boundB, atA, atB, units],
  )
}

type Both<Value> = readonly [a: Value, b: Value]

function comparedUnits(timeline: Timeline, bounds: Both<Bound>, balances: Both<Float64Array>): ComparedUnit[] {
  const [totalsA, totalsB] = [totalsAt(timeline, bounds[0], balances[0]), totalsAt(timeline, bounds[1], balances[1])]
  const { units, ofAccount } = unitsOf(timeline)
  const counts = bounds.map(({ position }) => {
    const accounts = new Uint32Array(units.length)
    for (const { number, openedPosition } of timeline.accounts) {
      const unit = ofAccount[number] as number
      if (openedPosition <= position) accounts[unit] = (accounts[unit] as number) + 1
    }
    return accounts
  })
  return units.flatMap(({ currency, exponent }, unit) => {
    const isIt = (each: { currency: string; exponent: number }) =>
      each.currency === currency && each.exponent === exponent
    const [a, b] = [totalsA.find(isIt)?.total, totalsB.find(isIt)?.total]
    if (a === undefined && b === undefined) return []
    const [accountsA = 0, accountsB = 0] = counts.map((accounts) => accounts[unit])
    return [{ unit, currency, exponent, a: a ?? 0, b: b ?? 0, accountsA, accountsB }]
  })
}

/** Numbers of the accounts to be shown: those that either side knows, or only those that differ. */
export function comparedAccounts({ tracks, boundA, boundB, a, b }: ComparedBalances, changedOnly: boolean): number[] {
  const numbers: number[] = []
  const [least, most] = [Math.min(boundA.position, boundB.position), Math.max(boundA.position, boundB.position)]
  for (const { number, openedPosition } of tracks) {
    if (openedPosition > most) continue
    if (changedOnly && a[number] === b[number] && openedPosition <= least) continue
    numbers.push(number)
  }
  return numbers
}

export interface Between extends Difference {
  readonly boundA: Bound
  readonly boundB: Bound
  /** A shows nothing that B does not. */
  readonly isForward: boolean
  readonly learnedLater: SlotRows
  /** What A speaks of; undefined where nothing can be learned about it. */
  readonly known: Knowledge | undefined
}

/** @param accountId only what concerns this account */
export function useBetween(a: Moment, accountId: string | undefined): Between {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const boundB = useDeferredValue(useCursor((cursor) => cursor.bound))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const boundA = resolveMoment(timeline, a)
    const account = accountId === undefined ? undefined : timeline.accountNumber(accountId)
    const known = knowledgeAt(timeline, a, localDay)
    return {
      ...compareBounds(timeline, boundA, boundB, account),
      boundA,
      boundB,
      isForward: boundA.position <= boundB.position && boundA.day <= boundB.day,
      known,
      learnedLater: learnedLater(timeline, known, boundB, account),
    }
  }, [timeline, version, a, boundB, accountId])
}

/** What the entries of a kind between the two moments add up to in a currency, minor units; those gone taken away. */
export function sumOfKind({ added, gone }: Difference, unit: number, type: EventType): number {
  const place = unit * KIND_COUNT + kindOf(type)
  return (added.sums[place] ?? 0) - (gone.sums[place] ?? 0)
}

/** Events of a type between the two moments. */
export function countOfType({ added, gone, others }: Difference, type: EventType): number {
  const kind = kindOf(type)
  return (added.counts[kind] ?? 0) + (gone.counts[kind] ?? 0) + (others[kind] ?? 0)
}

/** The total of a currency by what a later moment knows about A's day. */
export function totalAsKnown(unit: ComparedUnit, known: Knowledge, by: Bound): number {
  const { timeline } = useLedger.getState()
  const totals = totalsAt(timeline, { position: by.position, day: known.day })
  return totals.find(({ currency, exponent }) => currency === unit.currency && exponent === unit.exponent)?.total ?? 0
}
