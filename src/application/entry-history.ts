/**
 * Rows of an account's history for scripts: order and running balance from the timeline, words from the log, a page at
 * a time. A search filters rows; the running balance still covers all entries.
 */
import type { Timeline } from '../projections/timeline'
import { type HistoryAt, historyAt } from '../time-travel/history-at'
import type { Bound } from '../time-travel/resolve-moment'
import { entryView, type LogReader, readWords } from './entry-view'
import { CommandRejected } from './errors'
import type { EntryView, HistoryOptions } from './ledger-api'
import { PLAIN_FIGURES } from './search/entry-figures'
import { entryScope, searchEntries } from './search/search-entries'
import { textMatcher } from './search/text-matcher'
import type { WordSearch } from './search/word-search'

/** Rows whose words are read at once. */
const PAGE = 256

interface Sources {
  readonly timeline: Timeline
  readonly log: LogReader
  readonly words: WordSearch
}

/** Newest first by (effectiveOn, position). */
export async function entryHistory(
  { timeline, log, words }: Sources,
  account: number,
  bound: Bound,
  { limit = Number.POSITIVE_INFINITY, before, search = '' }: HistoryOptions,
): Promise<EntryView[]> {
  const history = historyAt(timeline, account, bound)
  const first = before === undefined ? 0 : indexAfter(history, before)
  const answers = textMatcher(search)
  const rows = Array.from({ length: history.length - first }, (_, index) => first + index)
  const candidates = answers ? await mayAnswer(timeline, words, search, history, rows) : rows
  const found: EntryView[] = []
  for (let from = 0; from < candidates.length && found.length < limit; ) {
    const page = candidates.slice(from, from + (answers ? PAGE : Math.min(PAGE, limit - found.length)))
    const slots = page.map((row) => history.slot(row))
    const events = await readWords(timeline, log, slots, bound)
    for (const [index, slot] of slots.entries()) {
      const view = found.length < limit && entryView(timeline, slot, events, bound)
      if (view && (answers?.(textsOf(view)) ?? true))
        found.push({ ...view, balance: history.balance(page[index] as number) })
    }
    from += page.length
  }
  return found
}

/** The rows that are worth reading: what the words of chunks rule out is not read. */
async function mayAnswer(
  timeline: Timeline,
  search: WordSearch,
  query: string,
  history: HistoryAt,
  rows: readonly number[],
): Promise<readonly number[]> {
  const candidates = new Set<number>()
  const scope = entryScope(
    Uint32Array.from(rows, (row) => history.slot(row)),
    search,
  )
  const texts = { ...PLAIN_FIGURES, amount: () => [] }
  await searchEntries(timeline, search, { query, texts, scope }, ({ found, asked }) => {
    for (const slot of [...found, ...asked]) candidates.add(slot)
  })
  return rows.filter((row) => candidates.has(history.slot(row)))
}

function indexAfter(rows: HistoryAt, position: number): number {
  const row = rows.rowOf(position - 1)
  if (row >= 0) return row + 1
  const message = `before: ${position} is the position of no row of this history; give that of the last row received.`
  throw new CommandRejected({ code: 'invalid-command', message, facts: { field: 'before', position } })
}

function textsOf(view: Omit<EntryView, 'balance'>): readonly (string | undefined)[] {
  return [view.payee, view.memo, view.category, view.reason, view.effectiveOn]
}
