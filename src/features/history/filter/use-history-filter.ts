/**
 * The rows of a history that answer to the filter, at the cursor. The words are read in chunks while one types on;
 * what was found shows at once, and the cursor may move meanwhile.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Timeline } from '../../../projections/timeline'
import { accountNameAt } from '../../../stores/account-reading'
import { useCursor } from '../../../stores/cursor-store'
import { cachedEntryWords, readEntryWords } from '../../../stores/entry-words'
import { entrySlots, type HistoryAt } from '../../../stores/history-reading'
import { useLedger } from '../../../stores/ledger-store'
import { useView } from '../../../stores/view-store'
import { MatchFlags } from './match-flags'
import { rowText } from './row-text'
import { type RowMatcher, rowMatcher } from './search-text'

export interface HistoryFilter {
  readonly query: string
  /** Row numbers of the history that answer, in their order; undefined while nothing is filtered. */
  readonly rows: readonly number[] | undefined
  /** Entries looked at, while some are not. */
  readonly searching: { readonly done: number; readonly total: number } | undefined
}

/** Fewer than the cache of events holds, many enough that reading is not all waiting. */
const CHUNK = 400
/** Milliseconds of typing without a pause before it searches. */
const PAUSE = 90

interface Scan {
  readonly flags: MatchFlags
  readonly done: number
  readonly total: number
}

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
    const matches = rowMatcher(query)
    if (matches === undefined) {
      setScan(undefined)
      previous.current = ''
      return
    }
    const stop = new AbortController()
    // A shared link with a filter, or a ledger that grew, is searched at once; typing waits for a pause.
    const timer = setTimeout(
      () => void search(timeline, accountId, matches, stop.signal, setScan),
      previous.current === '' || previous.current === query ? 0 : PAUSE,
    )
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

async function search(
  timeline: Timeline,
  accountId: string,
  matches: RowMatcher,
  signal: AbortSignal,
  show: (scan: Scan) => void,
): Promise<void> {
  const slots = nearestFirst(entrySlots(timeline, accountId), useCursor.getState().bound.position)
  const flags = new MatchFlags(timeline.size)
  for (let done = 0; done < slots.length; ) {
    const chunk = slots.slice(done, done + CHUNK)
    await readEntryWords(
      timeline,
      Array.from(chunk, (slot) => slot + 1),
      timeline.size,
    )
    if (signal.aborted) return
    for (const slot of chunk) judge(timeline, accountId, slot, flags, matches)
    done += chunk.length
    show({ flags, done, total: slots.length })
  }
  if (slots.length === 0) show({ flags, done: 0, total: 0 })
}

/** What the cursor shows is looked at first; what was recorded later serves when it moves on. */
function nearestFirst(slots: Uint32Array, position: number): Uint32Array {
  const known = slots.filter((slot) => slot < position)
  const later = slots.filter((slot) => slot >= position)
  const ordered = new Uint32Array(slots.length)
  ordered.set(known)
  ordered.set(later, known.length)
  return ordered
}

function judge(timeline: Timeline, accountId: string, slot: number, flags: MatchFlags, matches: RowMatcher): void {
  const number = timeline.accountNumber(accountId) ?? -1
  const exponent = timeline.accounts[number]?.exponent ?? 2
  const changes = timeline.annotationsOf(timeline.reverses(slot) ?? slot).map((annotation) => annotation + 1)
  const effect = timeline.columns.effect[slot] ?? 0
  const day = timeline.columns.day[slot] ?? 0
  const textsAt = (position: number) => {
    const words = cachedEntryWords(timeline, slot + 1, position) ?? { payee: '', memo: '', category: '' }
    const counterpart =
      words.counterpartId === undefined ? '' : (accountNameAt(timeline, words.counterpartId, position) ?? '')
    return rowText({ words, counterpart, effect, exponent, day })
  }
  flags.judge(slot, changes, textsAt, matches)
}
