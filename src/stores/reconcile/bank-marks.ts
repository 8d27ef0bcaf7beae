/** The bank's balances of an account as its history and header show them, and whether a new entry would touch one. */
import { useMemo } from 'react'
import type { Timeline } from '../../projections/timeline'
import { entriesBelow, type MarkAt, marksAt } from '../../time-travel/reconcile/marks'
import type { Bound } from '../../time-travel/resolve-moment'
import { boundOfNow } from '../account-reading'
import { useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import { dateOfDay } from './day-of-date'

export type { MarkAt }

/** An account's marks that the moment shows, newest first. */
export function bankMarks(timeline: Timeline, account: number, bound: Bound): readonly MarkAt[] {
  return marksAt(timeline, account, bound).reverse()
}

export interface BelowMark {
  /** Entries of the mark's day or before that were recorded since it agreed. */
  readonly count: number
  /** What they come to, minor units. */
  readonly sum: number
}

export function belowMark(timeline: Timeline, account: number, mark: MarkAt, bound: Bound): BelowMark {
  const slots = entriesBelow(timeline, account, mark, bound.position)
  const { effect } = timeline.columns
  return { count: slots.length, sum: slots.reduce((sum, slot) => sum + (effect[slot] as number), 0) }
}

/** The newest mark that no longer agrees because of this entry; undefined for nearly every entry. */
export function brokenBy(timeline: Timeline, marks: readonly MarkAt[], slot: number): MarkAt | undefined {
  const day = timeline.columns.day[slot] as number
  return marks.find((mark) => mark.agreedUntil !== undefined && slot >= mark.agreedUntil && day <= mark.day)
}

/** The marks at the cursor that agreed once and no longer do, newest first. */
export function useChangedMarks(accountId: string): readonly MarkAt[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const bound = useCursor((cursor) => cursor.bound)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const account = timeline.accountNumber(accountId)
    if (account === undefined) return []
    return bankMarks(timeline, account, bound).filter(({ status }) => status === 'changed')
  }, [timeline, version, bound, accountId])
}

export interface AgreedBalance {
  readonly date: string
  /** Minor units. */
  readonly balance: number
}

/** The newest agreed balance that an entry of this date would move, as the ledger is now. */
export function useAgreedBalance(accountId: string | undefined, date: string | null): AgreedBalance | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  const agreed = useMemo(() => {
    const account = accountId === undefined ? undefined : timeline.accountNumber(accountId)
    if (account === undefined) return undefined
    const newest = bankMarks(timeline, account, boundOfNow(timeline)).find(({ status }) => status === 'agrees')
    return newest && { date: dateOfDay(newest.day), balance: newest.asserted }
  }, [timeline, version, accountId])
  return agreed && date !== null && date <= agreed.date ? agreed : undefined
}
