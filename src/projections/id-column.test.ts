import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdColumn, indexedIds } from './id-column'
import { uuidOf } from './testing/arbitrary-log'

test.each([
  ['scanning', false],
  ['an index', true],
])('[PJ8] ids are found by %s, also while they grow', (_, always) => {
  const ids = new IdColumn(undefined, always)
  for (let number = 0; number < 3000; number++) {
    ids.push(uuidOf(1, number))
    expect(ids.find(uuidOf(1, number))).toBe(number)
    expect(ids.find(uuidOf(2, number))).toBe(-1)
  }
  for (let number = 0; number < 3000; number += 7) expect(ids.find(`account-${uuidOf(1, number)}`, 8)).toBe(number)
  expect(new IdColumn(ids.toWords(), always).find(uuidOf(1, 5))).toBe(5)
})

test('[PJ8] many long searches are served by an index that rest forgets', () => {
  const ids = new IdColumn()
  for (let number = 0; number < 2000; number++) ids.push(uuidOf(1, number))
  for (let round = 0; round < 3; round++) {
    for (let number = 0; number < 400; number++) expect(ids.find(uuidOf(1, number))).toBe(number)
    ids.push(uuidOf(3, round))
    expect(ids.find(uuidOf(3, round))).toBe(2000 + round)
    expect(ids.find(uuidOf(2, 1))).toBe(-1)
    if (round === 1) ids.rest()
  }
})

test('[PJ8] ids are given back as they were, and what is no id is not found', () => {
  const ids = new IdColumn()
  const nil = '00000000-0000-0000-0000-000000000000'
  ids.push('0189abcd-ef01-7234-8567-89abcdef0123')
  ids.push(nil)
  expect(ids.at(0)).toBe('0189abcd-ef01-7234-8567-89abcdef0123')
  expect(ids.at(1)).toBe(nil)
  for (const text of ['', 'x', nil.replaceAll('0', 'p'), '0189ABCD-EF01-7234-8567-89ABCDEF0123']) {
    expect(ids.findText(text)).toBe(-1)
  }
  expect(ids.findText(nil)).toBe(1)
  expect(ids.holds(1, nil)).toBe(true)
  for (const index of [0, -1, 2, 0.5, Number.NaN]) expect(ids.holds(index, nil)).toBe(false)
})

/** Ids that differ in their first digits, in their last, or in between; and a column of them as a plain list. */
const anyId = fc.tuple(fc.nat(3), fc.nat(40)).map(([kind, number]) => {
  const digits = number.toString(16).padStart(4, '0')
  const places = ['0189abcd', 'ef01', '7234', '8567', '89abcdef0123']
  if (kind === 0) return `${digits}abcd-ef01-7234-8567-89abcdef0123`
  if (kind === 1) return `0189abcd-${digits}-7234-8567-89abcdef0123`
  if (kind === 2) return `0189abcd-ef01-7234-${digits}-89abcdef0123`
  return [...places.slice(0, 4), `89abcdef${digits}`].join('-')
})
const wordsOf = (id: string) => {
  const hex = id.replaceAll('-', '')
  return [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16))
}

test('[PJ8] whatever is added, asked and reserved, the answers are those of a list', () => {
  const step = fc.record({ id: anyId, how: fc.constantFrom('text', 'words', 'rest', 'room'), asked: anyId })
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 40 }), (always, steps) => {
      const ids = always ? indexedIds(steps.length) : new IdColumn()
      const list: string[] = []
      for (const { id, how, asked } of steps) {
        if (how === 'rest') ids.rest()
        else if (how === 'room') ids.reserve(list.length + 2_000)
        else if (list.includes(id)) continue
        else if (how === 'text') ids.push(id)
        else ids.pushWords(Uint32Array.of(9, ...wordsOf(id)), 1)
        if (how === 'text' || how === 'words') list.push(id)
        const at = list.indexOf(asked)
        expect(ids.find(`x${asked}`, 1)).toBe(at)
        expect(ids.findWords(Uint32Array.of(1, 2, ...wordsOf(asked)), 2)).toBe(at)
        expect(ids.findText(asked)).toBe(at)
        expect(ids.length).toBe(list.length)
        expect(list.map((_, index) => ids.holds(index, asked))).toEqual(list.map((each) => each === asked))
      }
      expect(list.map((_, index) => ids.at(index))).toEqual(list)
      expect([...ids.toWords()]).toEqual(list.flatMap(wordsOf))
    }),
  )
})

test('[PJ12] ids that come later: others can be added meanwhile, none can be read, and only as many are taken', () => {
  const [first, second, third] = [uuidOf(1, 1), uuidOf(1, 2), uuidOf(1, 3)]
  const ids = IdColumn.awaiting(2)
  ids.push(third)
  ids.pushWords(Uint32Array.from(wordsOf(uuidOf(1, 4))), 0)
  expect([ids.length, ids.isWhole]).toEqual([4, false])
  const notYet = 'The ids of the snapshot are not there yet'
  for (const read of [() => ids.at(2), () => ids.holds(2, third), () => ids.find(third), () => ids.toWords()])
    expect(read).toThrow(notYet)
  const words = Uint32Array.from([first, second].flatMap(wordsOf))
  expect(() => ids.fill(words.subarray(0, 4))).toThrow(new RangeError('1 ids came where 2 must'))
  ids.fill(words)
  expect(ids.isWhole).toBe(true)
  ids.push(uuidOf(1, 5))
  expect([0, 1, 2, 3, 4].map((index) => ids.at(index))).toEqual([1, 2, 3, 4, 5].map((number) => uuidOf(1, number)))
  expect(ids.find(second)).toBe(1)
})
