import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UuidMap, UuidSet, uuidWords } from './uuid-set'

const near = fc.tuple(fc.nat(3), fc.nat(5)).map(([word, number]) => Uint32Array.from([7, 7, 7, 7].with(word, number)))
const textOf = (words: Uint32Array) => {
  const hex = [...words].map((word) => word.toString(16).padStart(8, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

test('a set and a map of ids, given as text or as words, answer as those of strings do', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ id: near, asText: fc.boolean() }), { maxLength: 40 }), (steps) => {
      const set = new UuidSet()
      const map = new UuidMap()
      const known: string[] = []
      const numbers = new Map<string, number>()
      for (const [step, { id, asText }] of steps.entries()) {
        const text = textOf(id)
        // Words behind others.
        const words = Uint32Array.of(9, 9, ...id)
        expect(set.has(text)).toBe(known.includes(text))
        expect(set.ordinalOf(text)).toBe(known.indexOf(text))
        expect(set.ordinalOfWords(words, 2)).toBe(known.indexOf(text))
        expect(asText ? set.add(text) : set.addWords(words, 2)).toBe(!known.includes(text))
        if (!known.includes(text)) known.push(text)
        expect(map.has(text)).toBe(numbers.has(text))
        expect(map.get(text)).toBe(numbers.get(text))
        expect(map.getWords(words, 2)).toBe(numbers.get(text))
        map.set(text, step)
        numbers.set(text, step)
        expect([set.size, map.size]).toEqual([known.length, numbers.size])
      }
    }),
  )
})

test('what is no id is told', () => {
  const nil = '00000000-0000-0000-0000-000000000000'
  const texts = ['', 'x', nil.replaceAll('-', ''), `${nil}0`, nil.slice(1), '0-000000-0000-0000-0000-0000000000000']
  // A digit where a dash must be, and what stands beside the digits.
  texts.push(...[8, 13, 18, 23].map((at) => `${nil.slice(0, at)}0${nil.slice(at + 1)}`))
  texts.push(...[...'/:@G`g-'].map((other) => `${nil.slice(0, -1)}${other}`))
  for (const text of texts) expect(() => uuidWords(text)).toThrow(new TypeError(`${JSON.stringify(text)} is no UUID.`))
  expect([...uuidWords('01234567-89ab-cdef-FEDC-BA9876543210')]).toEqual([
    0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210,
  ])
})
