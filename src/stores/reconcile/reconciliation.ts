/** What the page "Find where it went wrong" reads: the bank beside the ledger, at the cursor's recorded bound. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Timeline } from '../../projections/timeline'
import { historyAt } from '../../time-travel/history-at'
import { rowsAfterDay } from '../../time-travel/reconcile/marks'
import {
  type Reconciliation,
  reconcileAt,
  type StatementAt,
  type Stretch,
} from '../../time-travel/reconcile/statements'
import { type Reason, type Suspect, type Suspects, suspectsIn } from '../../time-travel/reconcile/suspects'
import { useCursor } from '../cursor-store'
import { cachedEntryWords, type EntryWords, readEntryWords } from '../entry-words'
import { useLedger } from '../ledger-store'
import { dayOfDate } from './day-of-date'

export type { Reason, Reconciliation, StatementAt, Stretch, Suspect, Suspects }

export interface DatedBalance {
  readonly date: string
  /** Minor units. */
  readonly balance: number
}

export interface Looked extends Reconciliation {
  /** Of each stretch. */
  readonly suspects: readonly Suspects[]
  /** Events known. */
  readonly position: number
}

/** More stretches than this are listed by their balances alone. */
const MOST_STRETCHES = 6

export function useReconciliation(accountId: string, given: readonly DatedBalance[]): Looked | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // A frame of scrubbing does not wait for it.
  const position = useDeferredValue(useCursor((cursor) => cursor.bound.position))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    const account = timeline.accountNumber(accountId)
    if (account === undefined) return undefined
    const statements = given.map(({ date, balance }) => ({ day: dayOfDate(date), balance }))
    const found = reconcileAt(timeline, account, position, statements)
    const stretches = found.stretches.slice(0, MOST_STRETCHES)
    const suspects = stretches.map((stretch) => suspectsIn(timeline, account, position, stretch))
    return { ...found, stretches, suspects, position }
  }, [timeline, version, position, accountId, given])
}

/** Positions of a stretch's entries, newest first, at most `limit`. */
export function entriesOfStretch(
  timeline: Timeline,
  accountId: string,
  position: number,
  stretch: Pick<Stretch, 'afterDay' | 'until'>,
  limit: number,
): readonly number[] {
  const account = timeline.accountNumber(accountId)
  if (account === undefined) return []
  const history = historyAt(timeline, account, { position, day: Number.POSITIVE_INFINITY })
  const positions: number[] = []
  for (let row = rowsAfterDay(timeline, history, stretch.until.day); row < history.length; row++) {
    const slot = history.slot(row)
    if ((timeline.columns.day[slot] as number) <= stretch.afterDay || positions.length === limit) break
    positions.push(slot + 1)
  }
  return positions
}

/** The words of these entries; undefined for those still being read. */
export function useWordsOf(positions: readonly number[], until: number): readonly (EntryWords | undefined)[] {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [, setReads] = useState(0)
  const words = positions.map((position) => cachedEntryWords(timeline, position, until))
  const key = positions.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the positions
  useEffect(() => {
    const missing = positions.filter((position) => cachedEntryWords(timeline, position, until) === undefined)
    if (missing.length === 0) return
    let left = false
    // What cannot be read shows without words.
    readEntryWords(timeline, missing, until).then(
      () => !left && setReads((count) => count + 1),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [timeline, key, until])
  return words
}
