import { expect, test } from 'vitest'
import { grownTo, wholeOf, withRoom } from './growing'
import { copyOf, emptyColumns, reserve } from './timeline-columns'

test('[PJ7] a column grows by a sixteenth, and by 4096 at least', () => {
  expect([0, 65_536, 160_000, 1_600_001].map(withRoom)).toEqual([4_096, 69_632, 170_000, 1_700_001])
})

test('[PJ7] a column that has room is not copied; one that has not keeps its kind and what it holds', () => {
  const column = Int32Array.of(7, -8, 9)
  expect(grownTo(column, 3)).toBe(column)
  const grown = grownTo(column, 4)
  expect(grown).toBeInstanceOf(Int32Array)
  expect(grown.length).toBe(withRoom(3))
  expect([...grown.subarray(0, 5)]).toEqual([7, -8, 9, 0, 0])
  expect(grownTo(Uint8Array.of(1), 9_000).length).toBe(9_000)
})

test('[PJ7] all of the memory behind the beginning of a column', () => {
  const memory = Uint32Array.of(1, 2, 3, 4)
  expect([...wholeOf(memory.subarray(1, 2))]).toEqual([2, 3, 4])
})

test('[PJ7] every column of a timeline grows, and is copied to its length', () => {
  const columns = emptyColumns()
  reserve(columns, 5_000)
  for (const column of Object.values(columns)) expect(column.length).toBe(5_000)
  for (const column of Object.values(columns)) column.set([3, 1, 2])
  const copy = copyOf(columns, 2)
  for (const column of Object.values(columns)) column.fill(0)
  for (const column of Object.values(copy)) expect([...column]).toEqual([3, 1])
})
