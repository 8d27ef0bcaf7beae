import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHUNK_EVENTS } from './chunk-events'
import { queryWords, searchText } from './search-text'
import { answers, WordChunk, WordChunkBuilder } from './word-chunk'

const word = fc.constantFrom('a', 'ab', 'ba', 'Bäckerei', 'BACKEREI', 'Ünal', '東京', 'ﬁn', 'x\ny', '−3', 'I', 'ı')
const words = fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 4 })

function built(all: readonly string[]): WordChunk {
  const builder = new WordChunkBuilder()
  for (const each of all) builder.add(each)
  return builder.chunk()
}

const wellFormed = (text: string) => text.toWellFormed()

test('[WD1] a chunk answers for every event and word as a search of the texts themselves would', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.oneof(word, fc.string({ maxLength: 3 })), (events, wanted) => {
      const texts = events.map((each) => wellFormed(each.join('\t')))
      const chunk = built(texts)
      for (const query of queryWords(wellFormed(wanted))) {
        const bits = chunk.search(query)
        texts.forEach((text, index) => {
          expect(answers(bits, index), `${query} in ${text}`).toBe(searchText(text).includes(query))
        })
      }
    }),
    { numRuns: 300 },
  )
})

test('[WD2] a chunk is what its bytes say, and other bytes are refused', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), fc.nat(), (events, seed) => {
      const texts = events.map((each) => wellFormed(each.join('\t')))
      const bytes = built(texts).toBytes()
      expect(WordChunk.fromBytes(bytes).toBytes()).toEqual(bytes)
      expect(() => WordChunk.fromBytes(bytes.subarray(0, seed % bytes.length))).toThrow()
    }),
  )
})

test('[WD2] words of events that are all different, up to a full chunk', () => {
  const builder = new WordChunkBuilder()
  for (let index = 0; index < CHUNK_EVENTS; index++) builder.add(`word ${index}`)
  expect(builder.isFull).toBe(true)
  expect(() => builder.add('more')).toThrow(RangeError)
  const chunk = WordChunk.fromBytes(builder.chunk().toBytes())
  const bits = chunk.search(`word ${CHUNK_EVENTS - 1}`)
  expect(answers(bits, CHUNK_EVENTS - 1)).toBe(true)
  expect(answers(bits, 0)).toBe(false)
})

test.each([
  ['', []],
  ['  ', []],
  ['Brandt  Groceries brandt', ['brandt', 'groceries']],
  ['Café\u00a0Noir', ['cafe', 'noir']],
  ['−12', ['-12']],
])('[WD3] the words of "%s"', (query, expected) => {
  expect(queryWords(query)).toEqual(expected)
})
