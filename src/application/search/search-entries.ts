/**
 * Looks through entries, chunk by chunk as their words become known. What is found first can be shown at once.
 *
 * [SE6] Every entry of the scope is judged once, whatever order its words come in.
 */
import type { Timeline } from '../../projections/timeline'
import { queryWords } from '../../projections/words/search-text'
import { entryFigures, type FigureTexts } from './entry-figures'
import { EntryMatcher } from './entry-matcher'
import type { ChunkAnswers } from './word-index'
import type { WordSearch } from './word-search'

/** Chunks asked for: one, then so many times more each time. */
const EACH_TIME_MORE = 8

/** Which entries are looked through, in which order. */
export interface SearchScope {
  readonly chunks: readonly number[]
  /** Entries in all the chunks; where it is not known, events. */
  readonly total: number
  /** The entries of a chunk in their order. */
  slotsOf(chunk: number): readonly number[]
}

export interface EntryQuery {
  /** Without words it is answered by nothing. */
  readonly query: string
  readonly texts: FigureTexts
  readonly scope: SearchScope
}

/** What became of some of the entries; the others of them do not answer. */
export interface Judged {
  readonly found: readonly number[]
  /** Only reading their events tells whether these answer. */
  readonly asked: readonly number[]
  /** Entries judged, of those in the scope. */
  readonly done: number
}

type Chunked = Pick<WordSearch, 'chunkEvents'>

/** Newest first. */
export function ledgerScope(timeline: Timeline, { chunkEvents }: Chunked): SearchScope {
  const { size } = timeline
  return {
    chunks: Array.from({ length: Math.ceil(size / chunkEvents) }, (_, index) => index).reverse(),
    total: size,
    slotsOf(chunk) {
      const first = chunk * chunkEvents
      const end = Math.min(size, first + chunkEvents)
      return Array.from({ length: Math.max(0, end - first) }, (_, index) => end - 1 - index)
    },
  }
}

/** In the order of the slots, as far as chunks allow: those whose chunk comes first are looked through first. */
export function entryScope(slots: Uint32Array, { chunkEvents }: Chunked): SearchScope {
  const byChunk = new Map<number, number[]>()
  for (const slot of slots) {
    const chunk = Math.floor(slot / chunkEvents)
    const known = byChunk.get(chunk)
    if (known) known.push(slot)
    else byChunk.set(chunk, [slot])
  }
  return { chunks: [...byChunk.keys()], total: slots.length, slotsOf: (chunk) => byChunk.get(chunk) ?? [] }
}

/**
 * Entries whose words, date, amount (as `texts` write them) or other account hold every word of the query.
 * @param onJudged may say when it has shown what was found: until then the search does not hurry on
 * @throws AbortError; StorageError where events cannot be read.
 */
export async function searchEntries(
  timeline: Timeline,
  search: WordSearch,
  { query, texts, scope }: EntryQuery,
  onJudged: (judged: Judged) => Promise<void> | undefined | void,
  signal?: AbortSignal,
): Promise<void> {
  const words = queryWords(query)
  if (words.length === 0) return
  const figures = entryFigures(timeline, words, texts)
  const matcher = new EntryMatcher(timeline, words.length, figures, search.chunkEvents)
  const waiting: number[] = []
  const taken = new Set<number>()
  let done = 0
  let told: Promise<void> | undefined | void
  /** @param later takes those whose words are not all there yet; without it they are asked for */
  const judge = (slots: readonly number[], later?: number[]) => {
    const found: number[] = []
    const asked: number[] = []
    for (const slot of slots) {
      done++
      if (!timeline.isEntry(slot)) continue
      const verdict = matcher.judge(slot)
      if (verdict === 'yes') found.push(slot)
      else if (verdict !== 'no') (verdict === 'later' && later ? later : asked).push(slot)
    }
    told = onJudged({ found, asked, done })
  }
  // What is found first is told before this page is busy with the rest.
  for (let from = 0, count = 1; from < scope.chunks.length; from += count, count *= EACH_TIME_MORE) {
    const take = (answers: ChunkAnswers) => {
      if (signal?.aborted) return
      matcher.take(answers)
      taken.add(answers.chunk)
      judge(scope.slotsOf(answers.chunk), waiting)
    }
    await search.search(words, scope.chunks.slice(from, from + count), take, signal)
    await told
  }
  if (waiting.length === 0) return
  // Corrections, and what a reversal undoes, may stand where no entry of the scope does.
  const more = new Set(waiting.flatMap((slot) => matcher.chunksFor(slot)).filter((chunk) => !taken.has(chunk)))
  if (more.size > 0) await search.search(words, [...more], (answers) => matcher.take(answers), signal)
  done -= waiting.length
  judge(waiting)
}
