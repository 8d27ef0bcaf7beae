import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHUNK_EVENTS } from './chunk-events'
import { correlationWord } from './exact-words'
import { queryWords, searchText } from './search-text'
import { answers, correlationHash, WordChunk, WordChunkBuilder } from './word-chunk'

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

test.each([
  ['Bäckerei', 'backerei'],
  ['ÄÖÜ', 'aou'],
  ['ﬁn ＡＢ', 'fin ab'],
  ['東京', '東京'],
  ['x\ny', 'x y'],
  ['−3', '-3'],
])('[WD1] %j is compared as %j', (text, expected) => {
  expect(searchText(text)).toBe(expected)
})

test('[WD1] [WD4] what is kept of an event is told by its place, and nothing beyond the last', () => {
  const builder = new WordChunkBuilder()
  const said = ['First words', '', 'second', 'FIRST WORDS', 'z']
  for (const [index, each] of said.entries()) builder.add(each, Uint32Array.of(index + 1, 10 * index))
  const chunk = WordChunk.fromBytes(builder.chunk().toBytes())
  expect(said.map((_, index) => chunk.saidBy(index)?.text)).toEqual(['first words', '', 'second', 'first words', 'z'])
  expect(said.map((_, index) => [...(chunk.saidBy(index)?.correlation ?? [])])).toEqual(
    said.map((_, index) => [index + 1, 10 * index]),
  )
  for (const index of [-1, 5]) expect(chunk.saidBy(index)).toBeUndefined()
})

test('[WD4] an event that shares half of what stands for its start with another does not answer for it', () => {
  const [first = 0, second = 0] = correlationHash('some start')
  const builder = new WordChunkBuilder()
  const starts = [
    [first, second],
    [first, second + 1],
    [first + 1, second],
    [0, 0],
  ]
  for (const start of starts) builder.add('x', Uint32Array.from(start))
  const bits = builder.chunk().search(correlationWord('some start'))
  expect(starts.map((_, index) => answers(bits, index))).toEqual([true, false, false, false])
  expect([...builder.chunk().search(correlationWord(''))]).toEqual([0])
})

test('[WD2] a chunk whose texts are not UTF-8 is refused', () => {
  const builder = new WordChunkBuilder()
  builder.add('abc')
  const bytes = builder.chunk().toBytes()
  bytes[bytes.length - 2] = 0xff
  expect(() => WordChunk.fromBytes(bytes)).toThrow(TypeError)
})
