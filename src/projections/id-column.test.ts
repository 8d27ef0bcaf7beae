import { expect, test } from 'vitest'
import { IdColumn } from './id-column'
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
