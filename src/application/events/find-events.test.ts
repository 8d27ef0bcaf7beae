import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantMillis } from '../../domain/calendar'
import { encodeBatch } from '../../event-log/batch-codec'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonValue, RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import { queryWords, searchText } from '../../projections/words/search-text'
import { WordChunkBuilder } from '../../projections/words/word-chunk'
import { wordsOfBatch } from '../search/event-words'
import type { WordSearch } from '../search/word-search'
import type { EventFilter } from './event-filter'
import { type EventsFound, findEvents } from './find-events'

const CHUNK = 8
const FIELDS = ['payee', 'memo', 'category', 'reason', 'name'] as const
const CATEGORIES = ['Food', 'Food and drink', 'Rent']

/** Some events get a category, and are told to be of a command. */
const seasoned = fc
  .tuple(arbitraryLog(60), fc.array(fc.nat(11), { minLength: 60, maxLength: 60 }))
  .map(([log, seeds]) =>
    log.map((event, at): RecordedEvent => {
      const seed = seeds[at] as number
      const category = seed < 3 && event.type !== 'AccountOpened' ? { category: CATEGORIES[seed] as string } : {}
      return {
        ...event,
        data: { ...event.data, ...category },
        metadata: { ...event.metadata, correlationId: `c${seed}` },
      }
    }),
  )

function searchOf(log: readonly RecordedEvent[]): WordSearch & { asked: number[] } {
  const asked: number[] = []
  return {
    asked,
    chunkEvents: CHUNK,
    search: async (words, chunks, onAnswers, signal) => {
      for (const chunk of chunks) {
        await Promise.resolve()
        signal?.throwIfAborted()
        asked.push(chunk)
        const lines = log
          .slice(chunk * CHUNK, (chunk + 1) * CHUNK)
          .map((each) => canonicalJson(each as unknown as JsonValue))
        const builder = new WordChunkBuilder(CHUNK)
        for (const { words: said, correlation } of wordsOfBatch({ bytes: encodeBatch(lines) }))
          builder.add(said, correlation)
        const made = builder.chunk()
        onAnswers({ chunk, answers: words.map((word) => made.search(word)), events: lines.length })
      }
    },
    prepare: async () => undefined,
    close() {},
  }
}

const filters = fc.record({
  text: fc.option(fc.constantFrom('', 'payee', 'renamed 1', 'food', 'ACCOUNT', 'memo 1', 'ledger', 'nobody'), {
    nil: undefined,
  }),
  category: fc.option(fc.constantFrom('food', 'FOOD and drink', 'drink'), { nil: undefined }),
  correlation: fc.option(fc.nat(12), { nil: undefined }),
  types: fc.option(fc.subarray(['Deposited', 'Withdrawn', 'AccountOpened', 'AccountRenamed', 'Nothing']), {
    nil: undefined,
  }),
  stream: fc.option(fc.nat(), { nil: undefined }),
  since: fc.option(fc.nat(), { nil: undefined }),
})
type Chosen = typeof filters extends fc.Arbitrary<infer Value> ? Value : never

function filterOf(
  log: readonly RecordedEvent[],
  { text, category, correlation, types, stream, since }: Chosen,
): EventFilter {
  const pick = (seed: number) => log[seed % Math.max(1, log.length)]
  const from = since === undefined ? undefined : instantMillis(pick(since)?.recordedAt ?? '2024-01-01T00:00:00.000Z')
  return {
    ...(text === undefined ? {} : { text }),
    ...(category === undefined ? {} : { category }),
    ...(correlation === undefined ? {} : { correlationId: `c${correlation}` }),
    ...(types ? { types } : {}),
    ...(stream === undefined ? {} : { streamId: pick(stream)?.streamId ?? 'account-none' }),
    ...(from === undefined ? {} : { recorded: { from, to: Number.POSITIVE_INFINITY } }),
  }
}

function naive(log: readonly RecordedEvent[], filter: EventFilter): number[] {
  const { text, category, correlationId, types, streamId, recorded } = filter
  return log.flatMap((event, slot) => {
    const said = FIELDS.map((field) => event.data[field]).filter((each): each is string => typeof each === 'string')
    const holds =
      queryWords(text ?? '').every((word) => said.some((each) => searchText(each).includes(word))) &&
      (category === undefined || searchText(String(event.data.category ?? '')) === searchText(category)) &&
      (correlationId === undefined || event.metadata.correlationId === correlationId) &&
      (!types || types.includes(event.type)) &&
      (streamId === undefined || event.streamId === streamId) &&
      (!recorded || instantMillis(event.recordedAt) >= recorded.from)
    return holds ? [slot] : []
  })
}

const NO_DAY = Number.POSITIVE_INFINITY

test('[FE1] [FE2] what is found is what reading every event finds; on the way it only grows', async () => {
  await fc.assert(
    fc.asyncProperty(seasoned, filters, fc.boolean(), async (log, chosen, newestFirst) => {
      const filter = filterOf(log, chosen)
      const search = searchOf(log)
      const told: EventsFound[] = []
      const found = await findEvents(timelineOf(log), search, { filter, until: NO_DAY, newestFirst }, (each) =>
        told.push(each),
      )
      expect([...found.slots]).toEqual(naive(log, filter))
      expect(found.done).toBe(found.total)
      expect(new Set(search.asked).size).toBe(search.asked.length)
      expect(search.asked).toEqual([...search.asked].sort((a, b) => (newestFirst ? b - a : a - b)))
      let before: readonly number[] = []
      for (const { slots, done, total } of told) {
        const now = [...slots]
        expect(before.every((slot) => now.includes(slot))).toBe(true)
        expect(now).toEqual(now.toSorted((a, b) => a - b))
        expect(done).toBeLessThanOrEqual(total)
        before = now
      }
    }),
    { numRuns: 250 },
  )
})

test('[FE3] what was found stays true while the log grows', async () => {
  await fc.assert(
    fc.asyncProperty(seasoned, filters, fc.nat(), async (log, chosen, seed) => {
      const filter = filterOf(log, chosen)
      const cut = log.length === 0 ? 0 : seed % log.length
      const ask = (events: readonly RecordedEvent[], from: number, known?: Uint32Array) =>
        findEvents(
          timelineOf(events),
          searchOf(events),
          { filter, until: NO_DAY, newestFirst: true, from },
          () => undefined,
          undefined,
          known,
        )
      // A stream or transfer that is not there yet is of no event.
      const first = await ask(log.slice(0, cut), 0)
      const both = await ask(log, cut, first.slots)
      expect([...both.slots]).toEqual(naive(log, filter))
    }),
    { numRuns: 150 },
  )
})

test('[FE2] a search that is given up ends, and tells nothing more', async () => {
  const [log = []] = fc.sample(
    seasoned.filter((events) => events.length > 3 * CHUNK),
    1,
  )
  const stop = new AbortController()
  const told: EventsFound[] = []
  const question = { filter: { text: 'payee' }, until: NO_DAY, newestFirst: true }
  const finding = findEvents(
    timelineOf(log),
    searchOf(log),
    question,
    (each) => {
      told.push(each)
      stop.abort()
    },
    stop.signal,
  )
  await expect(finding).rejects.toMatchObject({ name: 'AbortError' })
  expect(told).toHaveLength(1)
})
