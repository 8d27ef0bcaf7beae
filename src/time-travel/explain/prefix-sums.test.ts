import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cells, type Elements, PrefixSums } from './prefix-sums'

const STRIDE = 16_384
const LENGTH = 70_000

/** Element n adds n to a cell of its own month and group; the elements looked at are counted. */
function counted() {
  let looked = 0
  const groupOf = (n: number) => n % 3
  const dayOf = (n: number) => Math.floor(n / 5_000) * 31
  const elements: Elements = {
    length: LENGTH,
    sum(from, to, sign, cells) {
      looked += to - from
      for (let n = from; n < to; n++) {
        const cell = cells.cell(dayOf(n), groupOf(n))
        cells.sums[cell] = (cells.sums[cell] as number) + sign * n
        cells.counts[cell] = (cells.counts[cell] as number) + sign
      }
    },
  }
  return { elements, looked: () => looked }
}

function totals({ months, groups, sums, counts }: Cells) {
  const byGroup = [0, 1, 2].map((group) => {
    const own = months.map((_, cell) => cell).filter((cell) => groups[cell] === group)
    const of = (column: Float64Array) => own.reduce((sum, cell) => sum + (column[cell] as number), 0)
    return [of(counts), of(sums)]
  })
  return byGroup
}
function expected(count: number) {
  return [0, 1, 2].map((group) => {
    const terms = Math.max(0, Math.ceil((count - group) / 3))
    return [terms, terms * group + (3 * terms * (terms - 1)) / 2]
  })
}

test('[EX6] after any number of elements, in any order of asking, the sums are those of all of them', () => {
  const places = fc.array(fc.oneof(fc.nat(LENGTH), fc.constantFrom(0, STRIDE, 2 * STRIDE, STRIDE - 1, STRIDE + 1)), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(places, (counts) => {
      const { elements } = counted()
      const sums = new PrefixSums()
      for (const count of counts) expect(totals(sums.after(count, elements))).toEqual(expected(count))
    }),
    { numRuns: 25 },
  )
})

test('[EX6] a step looks at what lies between, a leap at no more than half of what lies between two checkpoints', () => {
  const { elements, looked } = counted()
  const sums = new PrefixSums()
  const looks = (count: number) => {
    const before = looked()
    expect(totals(sums.after(count, elements))).toEqual(expected(count))
    return looked() - before
  }
  expect(looks(LENGTH)).toBe(LENGTH)
  expect([looks(LENGTH), looks(LENGTH - 3), looks(LENGTH)]).toEqual([0, 3, 3])
  expect(looks(STRIDE + 10)).toBe(10)
  expect(looks(STRIDE - 10)).toBe(10)
  expect(looks(3 * STRIDE - 7)).toBe(7)
  expect(looks(5)).toBe(5)
  expect(looks(2 * STRIDE)).toBe(0)
  for (const count of [60_001, 12_345, 40_960, 1]) expect(looks(count)).toBeLessThanOrEqual(STRIDE / 2)
})
