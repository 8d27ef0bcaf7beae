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
  expect(() => unpackColumn(bytes, 0, new Float64Array(9), 0, 9)).toThrow(RangeError)
  expect(() => unpackColumn(bytes, 24, new Float64Array(3), 0, 3)).toThrow(RangeError)
})
