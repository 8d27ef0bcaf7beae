import { expect, test } from 'vitest'
import { keysFor } from './row-keys'

const counter = (from: number) => {
  let next = from
  return () => next++
}
const before = { positions: [9, 7, 5, 3], keys: [0, 1, 2, 3] }
const free = () => false

test('a row that stays in sight keeps its element, wherever it moves to', () => {
  expect(keysFor(before, [11, 9, 7, 5], free, counter(4))).toEqual([4, 0, 1, 2])
  expect(keysFor(before, [7, 5, 3, 1], free, counter(4))).toEqual([1, 2, 3, 4])
})

test('where most are others, each place keeps its element', () => {
  expect(keysFor(before, [19, 17, 15, 9, 7], free, counter(4))).toEqual([0, 1, 2, 3, 4])
  expect(keysFor(before, [19], free, counter(4))).toEqual([0])
})

test('an element that is pointed at or has the focus is never given to another row', () => {
  expect(keysFor(before, [19, 17, 15, 9], () => true, counter(4))).toEqual([4, 5, 6, 0])
})

test('no two rows share a key', () => {
  for (const positions of [
    [1, 2, 3, 4, 5, 6],
    [9, 8, 7],
    [3, 5, 7, 9, 11, 13, 15, 17],
  ]) {
    const keys = keysFor(before, positions, free, counter(4))
    expect(new Set(keys).size).toBe(positions.length)
  }
})
