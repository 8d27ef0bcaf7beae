/** Searching entries from the screens: in the words of their chunks, beside the page. */
import type { FigureTexts } from '../../application/search/entry-figures'
import { entryScope, type Judged, searchEntries } from '../../application/search/search-entries'
import { type TextMatcher, textMatcher } from '../../application/search/text-matcher'
import type { Timeline } from '../../projections/timeline'
import { ledgerApplication } from '../ledger-store'

export type { FigureTexts, TextMatcher }

/** undefined for a query without words. */
export function matcherOf(query: string): TextMatcher | undefined {
  return textMatcher(query)
}

/**
 * Judges entries of a timeline, in about this order; what is found first is told first.
 * @throws AbortError, also where another ledger was opened meanwhile; StorageError where events cannot be read.
 */
export async function searchSlots(
  timeline: Timeline,
  query: string,
  slots: Uint32Array,
  texts: FigureTexts,
  onJudged: (judged: Judged) => void,
  signal: AbortSignal,
): Promise<void> {
  const ledger = await ledgerApplication().desk.ledger
  signal.throwIfAborted()
  if (ledger.timeline !== timeline) throw new DOMException('Another ledger was opened.', 'AbortError')
  await searchEntries(
    timeline,
    ledger.words,
    { query, texts, scope: entryScope(slots, ledger.words) },
    onJudged,
    signal,
  )
}
