import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packColumn, unpackColumn } from './packed-column'

const safe = fc.integer({ min: -(2 ** 52), max: 2 ** 52 })
const near = fc.tuple(safe, fc.constantFrom(1, 60_000, 86_400_000), fc.array(fc.nat(70_000), { maxLength: 60 }))

test('[PJ11] a packed column gives the numbers it was made of, wherever it stands', () => {
  const columns = fc.oneof(
    fc.array(safe, { maxLength: 60 }),
    near.map(([least, unit, steps]) => steps.map((step) => least + step * unit)),
  )
  fc.assert(
    fc.property(columns, columns, (first, second) => {
      const packed = [first, second].map((numbers) => packColumn(Float64Array.from(numbers)))
      const bytes = new Uint8Array((packed[0]?.length ?? 0) + (packed[1]?.length ?? 0))
      bytes.set(packed[0] ?? [])
      bytes.set(packed[1] ?? [], packed[0]?.length)
      const into = new Float64Array(first.length + second.length + 1)
      const next = unpackColumn(bytes, 0, into, 1, first.length)
      expect(next).toBe(packed[0]?.length)
      expect(unpackColumn(bytes, next, into, 1 + first.length, second.length)).toBe(bytes.length)
      expect([...into]).toEqual([0, ...first, ...second])
    }),
  )
})

test.each([
  ['all the same', [7, 7, 7], 0],
  ['within a byte', [1000, 1255, 1001], 1],
  ['of the whole range of 32 bits', [0, 0xffff_ffff], 4],
  ['minutes of a month', Array.from({ length: 600 }, (_, at) => Date.UTC(2024, 0, 1) + at * 72 * 60_000), 2],
  ['beyond', [0, 1, 2 ** 40], 8],
])('[PJ11] numbers %s take %#', (_, numbers, width) => {
  const bytes = packColumn(Float64Array.from(numbers))
  expect(bytes.length).toBe(24 + Math.ceil((numbers.length * width) / 8) * 8)
})

test('[PJ11] a column that is not there is refused', () => {
  const bytes = packColumn(Float64Array.of(1, 2, 3))
  const none = (count: number, at: number) => new RangeError(`No column of ${count} numbers stands at ${at}`)
  expect(() => unpackColumn(bytes, 0, new Float64Array(9), 0, 9)).toThrow(none(9, 0))
  const other = new Uint8Array(48)
  new Float64Array(other.buffer)[3] = 7
  expect(() => unpackColumn(other, 24, new Float64Array(3), 0, 3)).toThrow(none(3, 24))
  // As many as there is room for, and no more.
  expect(unpackColumn(bytes, 0, new Float64Array(8), 0, 8)).toBe(32)
})

test('[PJ11] what is all the same, and what lies far apart, is shifted too', () => {
  for (const numbers of [
    [7, 7],
    [7, 8],
    [0, 70_000, 140_000],
    [-(2 ** 40), 2 ** 40, 1],
  ]) {
    const into = new Float64Array(numbers.length + 2)
    unpackColumn(packColumn(Float64Array.from(numbers)), 0, into, 1, numbers.length, 5)
    expect([...into]).toEqual([0, ...numbers.map((number) => number + 5), 0])
  }
})

test.each([
  [[0], 0],
  [[255], 1],
  [[256], 2],
  [[65_535], 2],
  // In units of their greatest common divisor.
  [[65_536], 1],
  [[3 * 70_000, 5 * 70_000], 1],
  [[-70_000, 70_000], 1],
  [[1, 65_536], 4],
  [[1, 2 ** 32 - 1], 4],
  [[1, 2 ** 32], 8],
])('[PJ11] zeros and %j take %d bytes each', (numbers, width) => {
  const column = Float64Array.from([...new Array<number>(8).fill(0), ...numbers])
  expect(packColumn(column).length).toBe(24 + Math.ceil((column.length * width) / 8) * 8)
})
