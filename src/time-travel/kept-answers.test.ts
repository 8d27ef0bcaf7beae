/** Answers are kept while nothing is added: the same question gives the same object, another one another. */
import { expect, test } from 'vitest'
import { timelineOf } from '../projections/testing/timeline-of'
import { daysWithEntries } from './days-with-entries'
import { historyAt } from './history-at'
import { smallBook } from './testing/small-book'

const LOG = smallBook([
  [5, 10],
  [6, 10],
  [7, 12],
  [8, 4],
])
const END = Number.POSITIVE_INFINITY

test('[TT9] a history is the same object for the same question, and another for another', () => {
  const timeline = timelineOf(LOG.slice(0, 4))
  const history = historyAt(timeline, 0, { position: 4, day: END })
  expect(historyAt(timeline, 0, { position: 4, day: END })).toBe(history)
  const others = [
    historyAt(timeline, 1, { position: 4, day: END }),
    historyAt(timeline, 0, { position: 3, day: END }),
    historyAt(timeline, 0, { position: 4, day: 10 }),
  ]
  expect(others.map(({ length }) => length)).toEqual([0, 2, 2])
  // Those asked for last are kept, and not very many.
  expect(historyAt(timeline, 0, { position: 4, day: END })).toBe(history)
  for (let day = 0; day < 8; day++) historyAt(timeline, 0, { position: 4, day })
  const again = historyAt(timeline, 0, { position: 4, day: END })
  expect(again).not.toBe(history)
  timeline.append(LOG.slice(4))
  const longer = historyAt(timeline, 0, { position: 5, day: END })
  expect([0, 1, 2, 3].map((row) => longer.slot(row))).toEqual([3, 2, 1, 4])
  expect(historyAt(timeline, 0, { position: 4, day: END })).not.toBe(again)
})

test('[TT8] beside its rows a history has none', () => {
  const history = historyAt(timelineOf(LOG), 0, { position: 5, day: END })
  for (const row of [-1, 4, Number.NaN])
    expect(() => history.slot(row)).toThrow(new RangeError(`There is no row ${row} in a history of 4`))
  expect(history.rowOf(0)).toBe(-1)
})

test('[TT10] days with entries are the same list until another day has one', () => {
  const timeline = timelineOf(LOG.slice(0, 2))
  const days = daysWithEntries(timeline)
  expect([...days]).toEqual([10])
  timeline.append(LOG.slice(2, 3))
  expect(daysWithEntries(timeline)).toBe(days)
  timeline.append(LOG.slice(3))
  expect([...daysWithEntries(timeline)]).toEqual([4, 10, 12])
  expect(daysWithEntries(timeline)).toBe(daysWithEntries(timeline))
})
