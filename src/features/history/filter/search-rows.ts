/**
 * Looking for the entries of an account that answer to the filter. The words of the log are searched beside the page;
 * only entries that were corrected, or whose other account was renamed, are read and judged moment by moment.
 */
import type { Timeline } from '../../../projections/timeline'
import { accountNameAt } from '../../../stores/account-reading'
import { useCursor } from '../../../stores/cursor-store'
import { cachedEntryWords, readEntryWords } from '../../../stores/entry-words'
import { entrySlots } from '../../../stores/history-reading'
import { matcherOf, searchSlots, type TextMatcher } from '../../../stores/search/entry-search'
import { MatchFlags } from './match-flags'
import { ROW_FIGURES, rowText } from './row-text'

export interface Scan {
  readonly flags: MatchFlags
  /** Entries looked at. */
  readonly done: number
  readonly total: number
}

/** Entries read at once: fewer than the cache of events holds, many enough that reading is not all waiting. */
const READ_AT_ONCE = 400
/** Milliseconds between two pictures of what was found. */
const SHOW_EVERY = 60

/** @param show is called with what was found so far; at last with all */
export async function searchRows(
  timeline: Timeline,
  accountId: string,
  query: string,
  signal: AbortSignal,
  show: (scan: Scan) => void,
): Promise<void> {
  const matches = matcherOf(query)
  if (!matches || signal.aborted) return
  const slots = nearestFirst(entrySlots(timeline, accountId), useCursor.getState().bound.position)
  const flags = new MatchFlags(timeline.size)
  const asked: number[] = []
  let shown = Number.NEGATIVE_INFINITY
  const showSoon = (done: number) => {
    if (signal.aborted || performance.now() - shown < SHOW_EVERY) return
    show({ flags, done, total: slots.length })
    shown = performance.now()
  }
  try {
    await searchSlots(
      timeline,
      query,
      slots,
      ROW_FIGURES,
      (judged) => {
        flags.add(judged.found)
        asked.push(...judged.asked)
        showSoon(judged.done - asked.length)
      },
      signal,
    )
  } catch {
    // The words could not be searched: each entry says for itself whether it answers, or what is wrong with it.
    asked.length = 0
    asked.push(...slots)
  }
  for (let from = 0; from < asked.length; from += READ_AT_ONCE) {
    if (signal.aborted) return
    const chunk = asked.slice(from, from + READ_AT_ONCE)
    const positions = chunk.map((slot) => slot + 1)
    await readEntryWords(timeline, positions, timeline.size)
    for (const slot of chunk) judge(timeline, accountId, slot, flags, matches)
    showSoon(slots.length - asked.length + from + chunk.length)
  }
  if (!signal.aborted) show({ flags, done: slots.length, total: slots.length })
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

function judge(timeline: Timeline, accountId: string, slot: number, flags: MatchFlags, matches: TextMatcher): void {
  const number = timeline.accountNumber(accountId) ?? -1
  const exponent = timeline.accounts[number]?.exponent ?? 2
  const effect = timeline.columns.effect[slot] ?? 0
  const day = timeline.columns.day[slot] ?? 0
  const reversed = timeline.reverses(slot)
  const textsAt = (position: number) => {
    const words = cachedEntryWords(timeline, slot + 1, position) ?? { payee: '', memo: '', category: '' }
    const counterpart =
      words.counterpartId === undefined ? '' : (accountNameAt(timeline, words.counterpartId, position) ?? '')
    // A reversal is found by all that the entry says which it undoes, as in the palette; its row shows less.
    const undone = reversed === undefined ? undefined : cachedEntryWords(timeline, reversed + 1, position)
    return [...rowText({ words, counterpart, effect, exponent, day }), undone?.memo ?? '']
  }
  flags.judge(slot, changesOf(timeline, slot), textsAt, matches)
}

/** Positions behind the entry from which its row says something else. */
function changesOf(timeline: Timeline, slot: number): readonly number[] {
  const corrections = timeline.annotationsOf(timeline.reverses(slot) ?? slot).map((annotation) => annotation + 1)
  const other = cachedEntryWords(timeline, slot + 1, timeline.size)?.counterpartId
  const track = timeline.accounts[timeline.accountNumber(other ?? '') ?? -1]
  const renamings = (track?.changes ?? []).flatMap(({ name, position }) => (name === undefined ? [] : position))
  return [...corrections, ...renamings].filter((position) => position > slot + 1).sort((a, b) => a - b)
}
