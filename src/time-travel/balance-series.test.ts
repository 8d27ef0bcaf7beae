import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timelineOf } from '../projections/testing/timeline-of'
import { balanceSeries } from './balance-series'
import { type Line, smallBook } from './testing/small-book'

interface Point {
  readonly x: number
  readonly balance: number
}

/** What stands at the end of each day up to `to`, from what is before `from` on. */
function steps(lines: readonly (readonly [number, number])[], from: number, to: number, known: number): Point[] {
  const entries = lines
    .map(([amount, day], index) => ({ amount, day, index }))
    .filter(({ index }) => index + 1 < known)
    .sort((a, b) => a.day - b.day || a.index - b.index)
  const days = [from, ...new Set(entries.map(({ day }) => day).filter((day) => day > from && day <= to))]
  const at = (day: number) => entries.filter((each) => each.day <= day).reduce((sum, { amount }) => sum + amount, 0)
  return days.map((x) => ({ x, balance: at(x) }))
}

/** Of each stretch the first, the lowest, the highest and the last, in order, each once. */
function thinned(points: readonly Point[], from: number, to: number, most: number): Point[] {
  const stretches = Math.max(1, Math.floor(most / 4))
  const stretchOf = ({ x }: Point) => Math.min(stretches - 1, Math.floor(((x - from) / (to - from)) * stretches))
  return Array.from({ length: stretches }, (_, stretch) => points.filter((point) => stretchOf(point) === stretch))
    .filter((own) => own.length > 0)
    .flatMap((own) => {
      const balances = own.map(({ balance }) => balance)
      const kept = [0, balances.indexOf(Math.min(...balances)), balances.indexOf(Math.max(...balances)), own.length - 1]
      return own.filter((_, index) => kept.includes(index))
    })
}

test('[TT13] a line has a point a day, thinned out the first, lowest, highest and last of each stretch, and its end', () => {
  const line = fc.tuple(
    fc.integer({ min: -9, max: 9 }).filter((amount) => amount !== 0),
    fc.nat(60),
  )
  const bounds = fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: 1, max: 60 }))
  const run = fc.tuple(fc.array(line, { maxLength: 60 }), bounds, fc.integer({ min: 1, max: 40 }), fc.nat(70))
  fc.assert(
    fc.property(run, ([lines, [from, width], most, known]) => {
      const to = from + width
      const timeline = timelineOf(smallBook(lines as readonly Line[]))
      for (const position of [known, Number.POSITIVE_INFINITY]) {
        const plain = steps(lines, from, to, position)
        const shown = plain.length > most ? thinned(plain, from, to, most) : plain
        const { x, balance } = balanceSeries(timeline, 0, 'effective', from, to, most, position)
        const end = { x: to, balance: plain.at(-1)?.balance ?? 0 }
        const expected = shown.at(-1)?.x === to ? shown : [...shown, end]
        expect(x.map((each, index) => ({ x: each, balance: balance[index] }))).toEqual(expected)
      }
    }),
    { numRuns: 300 },
  )
})
