/** One account's statement at the cursor: the figures in the frame of the cursor, or as soon after as there is time. */
import { useDeferredValue, useMemo } from 'react'
import type { AccountTrack } from '../../projections/account-track'
import type { Timeline } from '../../projections/timeline'
import { reversedByAt } from '../../time-travel/history-at'
import type { Bound } from '../../time-travel/resolve-moment'
import {
  dateOrNone,
  type NamedPeriod,
  namedPeriod,
  nameOfPeriod,
  type PeriodDates,
  periodOfDates,
} from '../../time-travel/statement/periods'
import { type Statement, statementAt } from '../../time-travel/statement/statement-at'
import { labelAt } from '../account-reading'
import { useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'

export type { NamedPeriod, PeriodDates, Statement }
export { dateOrNone, namedPeriod, nameOfPeriod }

export interface AccountStatement {
  readonly timeline: Timeline
  readonly track: AccountTrack
  readonly name: string
  /** Of the moment; everything else here is of it too. */
  readonly bound: Bound
  readonly statement: Statement
}

/** Undefined where the ledger has no such account. */
export function useStatement(accountId: string, { from, to }: PeriodDates): AccountStatement | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const bound = useDeferredValue(useCursor((cursor) => cursor.bound))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const track = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
    if (track === undefined) return undefined
    const statement = statementAt(timeline, track.number, bound, periodOfDates({ from, to }))
    return { timeline, track, name: labelAt(track, bound.position).name, bound, statement }
  }, [timeline, version, bound, accountId, from, to])
}

/** The figures of one row. */
export interface StatementRow {
  /** globalPosition of the entry. */
  readonly position: number
  /** Days since 1970 of the value date. */
  readonly day: number
  /** Signed minor units. */
  readonly effect: number
  /** Minor units after it. */
  readonly balance: number
  /** Value day of the reversal that the moment shows. */
  readonly reversedOn: number | undefined
  /** Value day of what it reverses. */
  readonly reversesOf: number | undefined
}

export function statementRow({ timeline, bound, statement }: AccountStatement, row: number): StatementRow {
  const { day, effect } = timeline.columns
  const slot = statement.slot(row)
  const reversal = reversedByAt(timeline, slot, bound)
  const reversed = timeline.reverses(slot)
  return {
    position: slot + 1,
    day: day[slot] ?? 0,
    effect: effect[slot] ?? 0,
    balance: statement.balance(row),
    reversedOn: reversal === undefined ? undefined : day[reversal],
    reversesOf: reversed === undefined ? undefined : day[reversed],
  }
}
