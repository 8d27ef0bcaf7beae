import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { decimalText } from '../../domain/money'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { queryWords, searchText } from '../../projections/words/search-text'
import { resolveMoment } from '../../time-travel/resolve-moment'
import type { SearchResults } from '../ledger-api'
import { PLAIN_FIGURES } from './entry-figures'
import { searchLedger } from './ledger-search'
import { searchEntries } from './search-entries'
import type { WordSearch } from './word-search'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const CHUNK = 8
const FIELDS = ['payee', 'memo', 'category', 'reason'] as const
const ENTRIES = ['Deposited', 'Withdrawn', 'TransferSent', 'TransferReceived', 'TransferReturned', 'EntryReversed']

const textOf = (event: RecordedEvent | undefined, field: string): string => {
  const text = event?.data[field]
  return typeof text === 'string' ? text : ''
}

/** What the chunks of a log say, looked up in its events. */
function wordsOf(log: readonly RecordedEvent[]): WordSearch {
  return {
    chunkEvents: CHUNK,
    search: async (words, chunks, onAnswers) => {
      for (const chunk of chunks) {
        await Promise.resolve()
        const events = log.slice(chunk * CHUNK, (chunk + 1) * CHUNK)
        const said = events.map((event) => searchText(FIELDS.map((field) => textOf(event, field)).join(' ')))
        const answers = words.map((word) => {
          const bits = new Uint8Array(CHUNK / 8)
          said.forEach((text, index) => {
            if (text.includes(word)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
          })
          return bits
        })
        onAnswers({ chunk, answers, events: events.length })
      }
    },
    prepare: async () => undefined,
    close() {},
  }
}

interface At {
  readonly position: number
  readonly effectiveOn?: string | undefined
}

/** All that an entry says at a moment, by reading the log from the beginning. */
function textsAt(log: readonly RecordedEvent[], entry: RecordedEvent, position: number): string[] {
  const known = log.slice(0, position)
  const accounts = known.filter(({ type }) => type === 'AccountOpened' || type === 'AccountRenamed')
  const nameOf = (id: string) =>
    textOf(
      accounts.findLast(({ streamId }) => streamId === `account-${id}`),
      'name',
    )
  const own = (event: RecordedEvent) => {
    const corrections = known.filter(({ type, data }) => type === 'EntryAnnotated' && data.entryId === event.eventId)
    return FIELDS.map((field) => textOf(corrections.findLast(({ data }) => field in data) ?? event, field))
  }
  const undone = known.find(({ eventId }) => entry.type === 'EntryReversed' && eventId === entry.data.entryId)
  const initiation = known.find(
    ({ type, streamId }) => type === 'TransferInitiated' && streamId === `transfer-${entry.data.transferId}`,
  )
  const other =
    entry.type === 'TransferReturned'
      ? textOf(initiation, 'toAccountId')
      : textOf(entry, 'toAccountId') || textOf(entry, 'fromAccountId')
  return [...own(entry), ...(undone ? own(undone) : []), nameOf(other), textOf(entry, 'effectiveOn')]
}

function naive(log: readonly RecordedEvent[], text: string, { position, effectiveOn }: At): number[] {
  const exponents = new Map(
    log.map(({ streamId, data }) => [data.exponent === undefined ? '' : streamId, data.exponent]),
  )
  const effectOf = (entry: RecordedEvent): number => {
    const amount = Number(entry.data.amount)
    const undone = log.find(({ eventId }) => entry.type === 'EntryReversed' && eventId === entry.data.entryId)
    if (undone) return -effectOf(undone)
    return ['Withdrawn', 'TransferSent'].includes(entry.type) ? -amount : amount
  }
  return log
    .slice(0, position)
    .filter((event) => ENTRIES.includes(event.type))
    .filter((event) => effectiveOn === undefined || textOf(event, 'effectiveOn') <= effectiveOn)
    .filter((event) => {
      const figure = decimalText(effectOf(event), Number(exponents.get(event.streamId)))
      const texts = [...textsAt(log, event, position), figure].map(searchText)
      return queryWords(text).every((word) => texts.some((each) => each.includes(word)))
    })
    .map(({ globalPosition }) => globalPosition)
    .reverse()
}

const text = fc.oneof(
  fc.constantFrom('payee', '1', 'ACCOUNT', 'account 5', 'closed', '-', '.5', '2023-1', 'note', 'payee 7', 'nobody'),
  fc.nat(99).map(String),
)
const situation = fc.tuple(arbitraryLog(70), text, fc.nat(), fc.nat(), fc.boolean())

async function search(
  log: readonly RecordedEvent[],
  text: string,
  { position, effectiveOn }: At,
  more: { limit?: number } = {},
) {
  const timeline = timelineOf(log)
  const told: SearchResults[] = []
  const results = await searchLedger(
    { timeline, log: { readAt: async (at) => at.map((each) => log[each - 1] as RecordedEvent) }, words: wordsOf(log) },
    {
      text,
      bound: resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) }),
      limit: Number.POSITIVE_INFINITY,
      onResults: (results) => told.push(results),
      ...more,
    },
  )
  return { results, told }
}

test('[SE7] a search finds what reading every entry finds, at any moment', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(situation, async ([log, text, someDate, somePosition, atHead]) => {
      const dates = datesOf(log)
      const at = {
        position: atHead ? log.length : somePosition % (log.length + 1),
        effectiveOn: atHead ? undefined : dates[someDate % dates.length],
      }
      const { results } = await search(log, text, at)
      const expected = naive(log, text, at)
      found += expected.length
      expect(results.entries.map(({ position }) => position)).toEqual(expected)
      expect(results).toMatchObject({ total: expected.length, done: true })
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(100)
})

test('[SE6] every entry of the scope is judged once, in whatever order its words come', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog(60), text, fc.nat(), async (log, query, seed) => {
      const timeline = timelineOf(log)
      const chunks = Array.from({ length: Math.ceil(log.length / CHUNK) }, (_, chunk) => chunk)
      const shuffled = chunks.sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5))
      const slotsOf = (chunk: number) =>
        [...log.keys()].filter((slot) => Math.floor(slot / CHUNK) === chunk && timeline.isEntry(slot))
      const scope = { chunks: shuffled, total: log.length, slotsOf }
      const judged: number[] = []
      let done = 0
      await searchEntries(timeline, wordsOf(log), { query, texts: PLAIN_FIGURES, scope }, (each) => {
        judged.push(...each.found, ...each.asked)
        done = each.done
      })
      expect(new Set(judged).size).toBe(judged.length)
      expect(done).toBe(chunks.flatMap(slotsOf).length)
    }),
  )
})

test('[SE8] what is told on the way only grows, and all are counted however few are given', async () => {
  await fc.assert(
    fc.asyncProperty(situation, fc.integer({ min: 0, max: 5 }), async ([log, text], limit) => {
      const { results, told } = await search(log, text, { position: log.length }, { limit })
      const expected = naive(log, text, { position: log.length })
      expect(results.total).toBe(expected.length)
      expect(results.entries.map(({ position }) => position)).toEqual(expected.slice(0, limit))
      const totals = told.map(({ total }) => total)
      expect(totals).toEqual([...totals].sort((a, b) => a - b))
      for (const { entries } of told) expect(entries.length).toBeLessThanOrEqual(limit)
    }),
    { numRuns: 100 },
  )
})

test('[SE7] a text without a word is answered by nothing', async () => {
  expect((await search([], '  ', { position: 0 })).results).toEqual({ total: 0, entries: [], done: true })
})
