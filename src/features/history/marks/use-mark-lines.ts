/** The bank's balances between the rows. Whoever never recorded one never loads what draws them. */
import { useEffect, useMemo, useState } from 'react'
import { useCursor } from '../../../stores/cursor-store'
import type { HistoryAt } from '../../../stores/history-reading'
import { useLedger } from '../../../stores/ledger-store'
import { useHasBankMarks } from '../../../stores/reconcile/has-bank-marks'
import { type LinesBetween, NO_LINES } from './lines-between'

type Lines = typeof import('./mark-lines')

/** @param hidden while rows are filtered: between those that are left a balance would say nothing */
export function useMarkLines(accountId: string, history: HistoryAt, hidden: boolean): LinesBetween {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const bound = useCursor((cursor) => cursor.bound)
  const wanted = useHasBankMarks(accountId)
  const [lines, setLines] = useState<Lines>()
  useEffect(() => {
    if (wanted) void import('./mark-lines').then(setLines, () => undefined)
  }, [wanted])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(
    () => (wanted && !hidden && lines ? lines.markLines(timeline, accountId, history, bound) : NO_LINES),
    [timeline, version, bound, accountId, history, wanted, hidden, lines],
  )
}
