/**
 * The rows of a history that answer to the filter, at the cursor. What was found shows at once,
 * and the cursor may move meanwhile.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useCursor } from '../../../stores/cursor-store'
import type { HistoryAt } from '../../../stores/history-reading'
import { useLedger } from '../../../stores/ledger-store'
import { useView } from '../../../stores/view-store'
import type { Scan } from './search-rows'

export interface HistoryFilter {
  readonly query: string
  /** Row numbers of the history that answer, in their order; undefined while nothing is filtered. */
  readonly rows: readonly number[] | undefined
  /** Entries looked at, while some are not. */
  readonly searching: { readonly done: number; readonly total: number } | undefined
}

/** Milliseconds of typing without a pause before it searches. */
const PAUSE = 90

export function useHistoryFilter(accountId: string, history: HistoryAt): HistoryFilter {
  const query = useView((view) => view.search)
  const position = useCursor((cursor) => cursor.bound.position)
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const [scan, setScan] = useState<Scan>()
  const filtering = query.trim() !== ''
  const previous = useRef('')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  useEffect(() => {
    if (!filtering) {
      setScan(undefined)
      previous.current = ''
      return
    }
    const stop = new AbortController()
    // A shared link with a filter, or a ledger that grew, is searched at once; typing waits for a pause.
    const search = async () => {
      // Nobody needs it to see a history.
      const { searchRows } = await import('./search-rows')
      await searchRows(timeline, accountId, query, stop.signal, setScan)
    }
    const timer = setTimeout(() => void search(), previous.current === '' || previous.current === query ? 0 : PAUSE)
    previous.current = query
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [query, accountId, timeline, version])

  const rows = useMemo(() => {
    if (!filtering) return undefined
    const found: number[] = []
    if (scan === undefined) return found
    for (let row = 0; row < history.length; row++) if (scan.flags.answers(history.slot(row), position)) found.push(row)
    return found
  }, [filtering, scan, history, position])
  const searching = filtering && (scan === undefined || scan.done < scan.total)
  return {
    query,
    rows,
    searching: searching ? { done: scan?.done ?? 0, total: scan?.total ?? history.length } : undefined,
  }
}
