import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryWord, correlationOf, correlationWord, hashInto, markedWords } from './exact-words'
import { searchText } from './search-text'
import { answers, correlationHash, WordChunk, WordChunkBuilder } from './word-chunk'

const category = fc.constantFrom('', 'Food', 'food', 'Fo', 'Bäckerei', 'Food & Drink', 'x')
const others = fc.constantFrom('', 'food', 'at the bakery', 'x y')
const correlation = fc.constantFrom('', 'a', 'b', 'ab', '0190a000-0000-7000-8000-00000000000a')
const event = fc.record({ category, others, correlation })

test('[WD4] a category, and what started an event, are found whole and nothing else is', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), category, correlation, (events, wanted, cause) => {
      const builder = new WordChunkBuilder(50)
      for (const each of events) {
        const words = markedWords(each.category, each.others)
        if (each.correlation === '') builder.add(words)
        else builder.add(words, correlationHash(each.correlation))
      }
      expect(builder.length).toBe(events.length)
      expect(builder.isFull).toBe(false)
      const chunk = WordChunk.fromBytes(builder.chunk().toBytes())
      expect(chunk.length).toBe(events.length)
      const bits = wanted === '' ? undefined : chunk.search(categoryWord(wanted))
      const caused = chunk.search(correlationWord(cause))
      events.forEach((each, index) => {
        if (bits) expect(answers(bits, index)).toBe(searchText(each.category) === searchText(wanted))
        expect(answers(caused, index)).toBe(cause !== '' && each.correlation === cause)
      })
      // Beyond the chunk nothing answers.
      expect(answers(caused, 500)).toBe(false)
    }),
  )
})

test('[WD4] words with their category marked off, and the words of a search that mean one field', () => {
  expect(markedWords('', '')).toBe('')
  expect(markedWords('', 'a b')).toBe('a b')
  expect(markedWords('Food', '')).toBe('\x1fFood\x1f')
  expect(markedWords('Food', 'a b')).toBe('\x1fFood\x1f a b')
  expect(categoryWord('Bäckerei')).toBe('\x1fbackerei\x1f')
  expect(correlationOf(correlationWord('Some-Id'))).toBe('Some-Id')
  expect(correlationOf('some-id')).toBeUndefined()
})

test('[WD4] what stands for a correlationId is what stored chunks have', () => {
  expect([...correlationHash('')]).toEqual([0, 0])
  const into = new Uint32Array(4)
  const bytes = new TextEncoder().encode('xabcx')
  hashInto(into, 1, bytes, 1, 4)
  expect([...into]).toEqual([0, ...correlationHash('abc'), 0])
  expect([...correlationHash('abc')]).toEqual([0x94d40e41, 0xab86404a])
})

test('[WD2] a chunk takes a character for each of its texts, and half of ten bytes an event', () => {
  const builder = new WordChunkBuilder(3)
  for (const words of ['abc', '', 'ABC']) builder.add(words)
  expect(builder.isFull).toBe(true)
  expect(builder.chunk().size).toBe(4 + 15)
  expect(() => builder.add('more')).toThrow(new RangeError('The chunk of words is full'))
})

test('[WD2] bytes that are no chunk, or lack a text, are refused', () => {
  const builder = new WordChunkBuilder(3)
  for (const words of ['one', 'two']) builder.add(words)
  const bytes = builder.chunk().toBytes()
  expect(() => WordChunk.fromBytes(bytes.slice(0, -1))).toThrow(
    new RangeError(`These ${bytes.length - 1} bytes are no chunk of words`),
  )
  const lacking = bytes.slice()
  lacking[8] = 3
  expect(() => WordChunk.fromBytes(lacking)).toThrow(new RangeError('A chunk of words lacks a text'))
  lacking[8] = 2
  expect(WordChunk.fromBytes(lacking).length).toBe(2)
})
