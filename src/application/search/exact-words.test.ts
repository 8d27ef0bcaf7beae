import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBatch } from '../../event-log/batch-codec'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonObject } from '../../event-log/recorded-event'
import { categoryWord, correlationWord } from '../../projections/words/exact-words'
import { searchText } from '../../projections/words/search-text'
import { answers, WordChunk, WordChunkBuilder } from '../../projections/words/word-chunk'
import { wordsOfBatch } from './event-words'

const text = fc.constantFrom('', 'Food', 'food', 'Food and drink', 'drink', 'Bäckerei', '"q"', '\x1ffood\x1f', 'a\tb')
const some = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: undefined })
const id = fc.constantFrom('0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002', 'x', '"', '')

interface Said {
  readonly category?: string | undefined
  readonly memo?: string | undefined
  readonly payee?: string | undefined
  readonly correlationId?: string | undefined
}

const said: fc.Arbitrary<Said> = fc.record({
  category: some(text),
  memo: some(text),
  payee: some(text),
  correlationId: some(id),
})

const without = (object: object): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))

function lineOf({ correlationId, ...data }: Said, at: number): string {
  return canonicalJson({
    globalPosition: at + 1,
    streamId: 'account-0190a000-0000-7000-8000-00000000000a',
    streamRevision: at + 1,
    eventId: '0190a000-0000-7000-8000-00000000000b',
    type: 'Deposited',
    schemaVersion: 1,
    recordedAt: '2026-11-23T06:15:00.123Z',
    // A fraction is left to a parser.
    data: without({ ...data, ...(at % 3 === 0 ? { rate: 1.5 } : {}) }),
    metadata: without({ commandId: 'c', correlationId }),
  })
}

test('[WD4] a category and a correlationId are found as wholes, in memory and from stored bytes', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), (events) => {
      const builder = new WordChunkBuilder()
      for (const { words, correlation } of wordsOfBatch({ bytes: encodeBatch(events.map(lineOf)) }))
        builder.add(words, correlation)
      const made = builder.chunk()
      for (const chunk of [made, WordChunk.fromBytes(made.toBytes())]) {
        for (const category of ['food', 'FOOD and drink', 'drink', 'backerei', '"q"', 'foo']) {
          const bits = chunk.search(categoryWord(category))
          events.forEach((event, at) => {
            const own = searchText((event.category ?? '').replaceAll('\x1f', ' '))
            expect(answers(bits, at), `${category} of ${at}`).toBe(own === searchText(category))
          })
        }
        for (const wanted of ['0190a000-0000-7000-8000-000000000001', 'x', '"', '', 'y']) {
          const bits = chunk.search(correlationWord(wanted))
          events.forEach(({ correlationId }, at) => {
            expect(answers(bits, at), `${wanted} of ${at}`).toBe(wanted !== '' && correlationId === wanted)
          })
        }
      }
    }),
    { numRuns: 200 },
  )
})
