/** What lies between two moments of a small book, row by row. */
import { expect, test } from 'vitest'
import { timelineOf } from '../../projections/testing/timeline-of'
import { type Line, smallBook } from '../testing/small-book'
import { compareBounds } from './compare-bounds'
import { REVERSALS } from './kind-set'
import type { SlotRows } from './slot-rows'

const EVER = Number.POSITIVE_INFINITY
/** Slots 1 to 5; the third is backdated, and the last undoes the second. */
const LINES: readonly Line[] = [[100, 10], [-5, 30], [7, 20], [3, 40], { reverses: 2, day: 41 }]

const timeline = () => timelineOf(smallBook(LINES))
const slotsOf = (rows: SlotRows) => Array.from({ length: rows.length }, (_, row) => rows.slot(row))

test('[CM1] rows are newest first by the clock on which the moments differ', () => {
  const between = (a: [position: number, day: number], b: [position: number, day: number], account?: number) => {
    const [from, to] = [a, b].map(([position, day]) => ({ position, day })) as [never, never]
    const { added, gone } = compareBounds(timeline(), from, to, account)
    return [slotsOf(added.rows()), slotsOf(gone.rows())]
  }
  expect(between([2, EVER], [6, EVER])).toEqual([[5, 4, 3, 2], []])
  expect(between([6, 15], [6, EVER])).toEqual([[5, 4, 2, 3], []])
  expect(between([6, EVER], [6, 29])).toEqual([[], [5, 4, 2]])
  // On both clocks at once, and within an account, in the order of recording.
  expect(between([3, EVER], [6, 30])).toEqual([[3], []])
  expect(between([4, 20], [5, 40])).toEqual([[4, 2], []])
  expect(between([5, 40], [6, 20])).toEqual([[], [4, 2]])
  expect(between([6, 15], [6, EVER], 0)).toEqual([[5, 4, 3, 2], []])
  expect(between([4, 20], [4, 20])).toEqual([[], []])
})

test('[CM1] there is no row before the first and none behind the last', () => {
  const { added, gone, annotated } = compareBounds(timeline(), { position: 2, day: EVER }, { position: 6, day: EVER })
  const ofAccount = compareBounds(timeline(), { position: 2, day: EVER }, { position: 6, day: EVER }, 0)
  expect(slotsOf(added.rows(REVERSALS))).toEqual([5])
  expect(slotsOf(ofAccount.added.rows(REVERSALS))).toEqual([5])
  for (const rows of [added.rows(), added.rows(REVERSALS), gone.rows(), annotated, ofAccount.added.rows()]) {
    for (const row of [-1, rows.length, Number.NaN]) {
      expect(() => rows.slot(row)).toThrow(RangeError)
      expect(() => rows.slot(row)).toThrow(`There is no row ${row}`)
    }
  }
})
