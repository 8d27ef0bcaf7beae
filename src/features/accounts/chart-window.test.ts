import { expect, test } from 'vitest'
import { chartWindow } from './chart-window'

const life = { first: 0, last: 1000, span: 300 }

test('at now the window ends at the last event', () => {
  expect(chartWindow({ ...life, previous: undefined, cursor: 1000, isNow: true })).toEqual({ from: 700, to: 1000 })
})

test('the window stays while the cursor moves inside it', () => {
  const previous = { from: 700, to: 1000 }
  expect(chartWindow({ ...life, previous, cursor: 700, isNow: false })).toBe(previous)
  expect(chartWindow({ ...life, previous, cursor: 999, isNow: false })).toBe(previous)
})

test('a cursor that leaves the window lays it anew, two thirds in', () => {
  const previous = { from: 700, to: 1000 }
  expect(chartWindow({ ...life, previous, cursor: 600, isNow: false })).toEqual({ from: 400, to: 700 })
})

test('a window never reaches beyond the life of the ledger', () => {
  expect(chartWindow({ ...life, previous: undefined, cursor: 10, isNow: false })).toEqual({ from: 0, to: 300 })
  expect(chartWindow({ ...life, previous: undefined, cursor: 990, isNow: false })).toEqual({ from: 700, to: 1000 })
})

test('a short life is shown whole, and a single moment has a width', () => {
  expect(chartWindow({ previous: undefined, cursor: 3, isNow: false, first: 0, last: 10, span: 300 })).toEqual({
    from: 0,
    to: 10,
  })
  expect(chartWindow({ previous: undefined, cursor: 5, isNow: true, first: 5, last: 5, span: 300 })).toEqual({
    from: 4,
    to: 6,
  })
})
