/** What is known of the bank, and where to look, of small books: whole. */
import { expect, test } from 'vitest'
import { timelineOf } from '../../projections/testing/timeline-of'
import { type Line, smallBook } from '../testing/small-book'
import { reconcileAt, type Statement, type Stretch } from './statements'

function reconciled(
  lines: readonly Line[],
  given: readonly (readonly [day: number, balance: number])[],
  position = 99,
) {
  const timeline = timelineOf(smallBook(lines))
  const statements = given.map(([day, balance]): Statement => ({ day, balance }))
  return reconcileAt(timeline, 0, Math.min(position, timeline.size), statements)
}
const short = ({ start, afterDay, until, difference }: Stretch) => [start.kind, afterDay, until.day, difference]
const NEVER = Number.NEGATIVE_INFINITY

const BOOK: readonly Line[] = [
  [100, 10],
  [-30, 20],
  [5, 30],
  [7, 40],
]

test('[RC4] statements by day, each beside the ledger; the last one given is asked about', () => {
  const { statements, asked, stretches } = reconciled(BOOK, [
    [35, 75],
    [15, 100],
    [25, 71],
  ])
  expect(statements).toEqual([
    { day: 15, balance: 100, ledger: 100, difference: 0 },
    { day: 25, balance: 71, ledger: 70, difference: 1 },
    { day: 35, balance: 75, ledger: 75, difference: 0 },
  ])
  expect(asked?.day).toBe(35)
  expect(stretches).toEqual([])
})

test('[RC5] one part that holds all of the difference stands alone', () => {
  expect(
    reconciled(BOOK, [
      [15, 100],
      [35, 80],
    ]).stretches.map(short),
  ).toEqual([['agreed', 15, 35, 5]])
})

test('[RC5] where the difference grew twice, the whole comes first and then each part', () => {
  const { stretches } = reconciled(BOOK, [
    [15, 100],
    [25, 72],
    [35, 80],
  ])
  expect(stretches.map(short)).toEqual([
    ['agreed', 15, 35, 5],
    ['agreed', 15, 25, 2],
    ['differed', 25, 35, 3],
  ])
  // A statement at which the difference stayed is no part.
  expect(
    reconciled(BOOK, [
      [15, 102],
      [25, 72],
      [35, 80],
    ]).stretches.map(short),
  ).toEqual([
    ['beginning', NEVER, 35, 5],
    ['beginning', NEVER, 15, 2],
    ['differed', 25, 35, 3],
  ])
})

test('[RC5] what came and went again since the last agreement is in the parts only', () => {
  const { stretches } = reconciled(BOOK, [
    [15, 103],
    [25, 70],
    [35, 76],
  ])
  expect(stretches.map(short)).toEqual([['agreed', 25, 35, 1]])
})

test('[RC4] without another statement: from the day on which the ledger last held the same, or the beginning', () => {
  expect(reconciled(BOOK, [[45, 70]]).stretches.map(({ start }) => start)).toEqual([{ kind: 'same-balance', day: 20 }])
  expect(reconciled(BOOK, [[45, 71]]).stretches.map(({ start }) => start)).toEqual([{ kind: 'beginning' }])
  // Only what a day ended with counts: 130 was held for a moment.
  const moment: readonly Line[] = [
    [100, 10],
    [30, 12],
    [-30, 12],
    [5, 14],
  ]
  expect(reconciled(moment, [[20, 130]]).stretches.map(({ start }) => start)).toEqual([{ kind: 'beginning' }])
  expect(reconciled(moment, [[20, 100]]).stretches.map(({ start }) => start)).toEqual([
    { kind: 'same-balance', day: 12 },
  ])
  // Not of the day itself, and not of one after it.
  expect(reconciled(moment, [[14, 135]]).stretches.map(({ start }) => start)).toEqual([{ kind: 'beginning' }])
})

test('[RC6] recorded assertions are statements too; one given counts before one recorded of its day', () => {
  const lines: readonly Line[] = [...BOOK, { asserts: 71, day: 25 }, { asserts: 90, day: 45 }]
  const known = reconciled(lines, [])
  expect(known.statements.map(({ day, balance, difference, mark }) => [day, balance, difference, mark?.day])).toEqual([
    [25, 71, 1, 25],
    [45, 90, 8, 45],
  ])
  expect(known.asked?.day).toBe(45)
  const given = reconciled(lines, [[25, 70]])
  expect(given.statements.map(({ day, balance, mark }) => [day, balance, mark?.asserted])).toEqual([
    [25, 70, undefined],
    [45, 90, 90],
  ])
  // What is later than the one asked about is no evidence.
  expect(given.asked?.day).toBe(25)
  expect(given.stretches).toEqual([])
  expect(reconciled(lines, [[25, 71]]).statements[0]).toMatchObject({ balance: 71, mark: { asserted: 71 } })
  // Before they were recorded they are not known.
  expect(reconciled(lines, [], 5)).toEqual({ statements: [], asked: undefined, stretches: [] })
})
