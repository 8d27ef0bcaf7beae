/** What small random logs do not have: more months and kinds than there is room for at first, and lists asked wrongly. */
import { expect, test } from 'vitest'
import { KIND } from '../../projections/event-kind'
import { timelineOf } from '../../projections/testing/timeline-of'
import { resolveMoment } from '../resolve-moment'
import { type Line, smallBook } from '../testing/small-book'
import { explainedRows } from './explained-rows'
import { explainBy } from './explanation'
import { monthOfDay } from './months'
import { Cells } from './prefix-sums'
import { sequenceOf } from './sequence'

const MONTHS = 90
const lines = Array.from({ length: MONTHS }, (_, month): Line[] => [
  [100 + month, month * 31],
  [-7, month * 31],
]).flat()
const timeline = timelineOf(smallBook(lines))
const subject = { kind: 'account', account: 0 } as const

test('[EX1] sums of ninety months, and of each kind', () => {
  const question = { subject, bound: resolveMoment(timeline, 'now') }
  const months = Array.from({ length: MONTHS }, (_, month) => month)
  expect(explainBy(timeline, question, 'month').groups).toEqual(
    months.map((month) => ({ key: monthOfDay(month * 31), count: 2, sum: 93 + month })),
  )
  expect(explainBy(timeline, question, 'kind').groups).toEqual(
    [
      { key: KIND.Deposited, count: MONTHS, sum: months.reduce((sum, month) => sum + 100 + month, 0) },
      { key: KIND.Withdrawn, count: MONTHS, sum: -7 * MONTHS },
    ].sort((a, b) => a.key - b.key),
  )
})

test('[EX1] a cell stands for one month and one group, and keeps what is in it as others join', () => {
  const cells = new Cells()
  for (let month = 0; month < 50; month++)
    for (const group of [0, 3, 1]) {
      const cell = cells.cell(month * 31, group)
      expect(cell).toBe(cells.months.length - 1)
      cells.sums[cell] = month * 10 + group
      cells.counts[cell] = month
    }
  for (let month = 0; month < 50; month++)
    for (const group of [0, 3, 1]) {
      const cell = cells.cell(month * 31, group)
      const { sums, counts, months, groups } = cells
      expect([sums[cell], counts[cell], months[cell], groups[cell]]).toEqual([
        month * 10 + group,
        month,
        monthOfDay(month * 31),
        group,
      ])
    }
})

test('[EX1] a list has no rows beside its own, and tells when it was promised more than there are', () => {
  const question = { subject, bound: resolveMoment(timeline, 'now') }
  const rows = (count: number) => explainedRows(sequenceOf(timeline, subject), question, 'recorded', { count, sum: 0 })
  expect(rows(180).slot(179)).toBe(1)
  for (const row of [-1, 180, Number.NaN]) {
    const none = new RangeError(`There is no row ${row} in a list of 180`)
    expect(() => rows(180).slot(row)).toThrow(none)
    expect(() => rows(180).running(row)).toThrow(none)
  }
  expect(() => rows(181).slot(180)).toThrow('There are 180 entries where 181 were counted')
})
