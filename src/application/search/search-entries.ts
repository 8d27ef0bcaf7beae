/**
 * Looks through entries, chunk by chunk as their words become known. What is found first can be shown at once.
 *
 * [SE6] Every entry of the scope is judged once, whatever order its words come in.
 */
import type { Timeline } from '../../projections/timeline'
import { type EntryFigures, EntryMatcher } from './entry-matcher'
import type { WordSearch } from './word-search'

/** Which entries are looked through, in which order. */
export interface SearchScope {
  readonly chunks: readonly number[]
  /** Entries in all the chunks; where it is not known, events. */
  readonly total: number
  /** The entries of a chunk in their order. */
  slotsOf(chunk: number): Iterable<number>
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
    *slotsOf(chunk) {
      for (let slot = Math.min(size, (chunk + 1) * chunkEvents) - 1; slot >= chunk * chunkEvents; slot--) yield slot
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
 * @param words in the form that `queryWords` gives; at least one
 * @throws AbortError; StorageError where events cannot be read.
 */
export async function searchEntries(
  timeline: Timeline,
  search: WordSearch,
  { words, scope, figures }: { words: readonly string[]; scope: SearchScope; figures: EntryFigures },
  onJudged: (judged: Judged) => void,
  signal?: AbortSignal,
): Promise<void> {
  const matcher = new EntryMatcher(timeline, words.length, figures, search.chunkEvents)
  const waiting: number[] = []
  const taken = new Set<number>()
  let done = 0
  /** @param later takes those whose words are not all there yet; without it they are asked for */
  const judge = (slots: Iterable<number>, later?: number[]) => {
    const found: number[] = []
    const asked: number[] = []
    for (const slot of slots) {
      done++
      if (!timeline.isEntry(slot)) continue
      const verdict = matcher.judge(slot)
      if (verdict === 'yes') found.push(slot)
      else if (verdict !== 'no') (verdict === 'later' && later ? later : asked).push(slot)
    }
    onJudged({ found, asked, done })
  }
  await search.search(
    words,
    scope.chunks,
    (answers) => {
      if (signal?.aborted) return
      matcher.take(answers)
      taken.add(answers.chunk)
      judge(scope.slotsOf(answers.chunk), waiting)
    },
    signal,
  )
  if (waiting.length === 0) return
  // Corrections, and what a reversal undoes, may stand where no entry of the scope does.
  const more = new Set(waiting.flatMap((slot) => matcher.chunksFor(slot)).filter((chunk) => !taken.has(chunk)))
  if (more.size > 0) await search.search(words, [...more], (answers) => matcher.take(answers), signal)
  done -= waiting.length
  judge(waiting)
}
