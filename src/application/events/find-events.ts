/**
 * Finding events by a filter: at once where the timeline tells, else chunk by chunk as search answers, nearest to the
 * top of the list first. No event is read for it.
 *
 * [FE1] What is found is what reading every event would find, in the order of the log, whatever is combined.
 * [FE2] What is told on the way only grows; every chunk that may hold an answer is looked through once.
 * [FE3] What was found stays true while the log grows: only what came is looked through.
 */
import type { Timeline } from '../../projections/timeline'
import { answers } from '../../projections/words/word-chunk'
import { matchingSlots } from '../../time-travel/events/matching-slots'
import type { WordSearch } from '../search/word-search'
import { criteriaOf, type EventFilter, filterWords, namesGiven } from './event-filter'

export interface EventQuestion {
  readonly filter: EventFilter
  /** The moment's day; Infinity where no date bounds. */
  readonly until: number
  /** Which end of the log is looked through first. */
  readonly newestFirst: boolean
  /** Slots before it are not asked for again. */
  readonly from?: number
}

export interface EventsFound {
  /** Ascending, all that are known so far. */
  readonly slots: Uint32Array
  /** Events looked through, and to be looked through. */
  readonly done: number
  readonly total: number
}

/**
 * @param known found before `from`
 * @throws AbortError; StorageError where events cannot be read.
 */
export async function findEvents(
  timeline: Timeline,
  search: WordSearch,
  { filter, until, newestFirst, from = 0 }: EventQuestion,
  onFound: (found: EventsFound) => void,
  signal?: AbortSignal,
  known: Uint32Array = new Uint32Array(0),
): Promise<EventsFound> {
  const { size } = timeline
  const criteria = criteriaOf(timeline, filter, until)
  if (!criteria) return { slots: known, done: size, total: size }
  const { pieces, wholes } = filterWords(filter)
  const words = [...pieces, ...wholes]
  if (words.length === 0)
    return { slots: joined([known, matchingSlots(timeline, criteria, from)]), done: size, total: size }

  const { chunkEvents } = search
  const candidates = new Map<number, Uint32Array>()
  for (let chunk = Math.floor(from / chunkEvents); chunk * chunkEvents < size; chunk++) {
    const first = Math.max(from, chunk * chunkEvents)
    const slots = matchingSlots(timeline, criteria, first, Math.min(size, (chunk + 1) * chunkEvents))
    if (slots.length > 0) candidates.set(chunk, slots)
  }
  const chunks = [...candidates.keys()]
  if (newestFirst) chunks.reverse()
  const names = pieces.length > 0 ? namesGiven(timeline) : undefined
  const found = new Map<number, Uint32Array>()
  const state = (): EventsFound => ({
    slots: joined([known, ...[...found].sort(([a], [b]) => a - b).map(([, slots]) => slots)]),
    done: found.size * chunkEvents,
    total: chunks.length * chunkEvents,
  })
  await search.search(
    words,
    chunks,
    ({ chunk, answers: bits }) => {
      if (signal?.aborted) return
      const first = chunk * chunkEvents
      const holds = (slot: number, word: number): boolean =>
        answers(bits[word] as Uint8Array, slot - first) ||
        (word < pieces.length && (names?.get(slot)?.includes(pieces[word] as string) ?? false))
      found.set(
        chunk,
        (candidates.get(chunk) ?? new Uint32Array(0)).filter((slot) => words.every((_, word) => holds(slot, word))),
      )
      onFound(state())
    },
    signal,
  )
  signal?.throwIfAborted()
  return { ...state(), done: size, total: size }
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
