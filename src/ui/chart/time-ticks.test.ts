import { expect, test } from 'vitest'
import { timeTicks } from './time-ticks'

const at = (text: string) => new Date(text).getTime()

test('ticks are the finest that have room', () => {
  const year = timeTicks(at('2023-11-20T00:00'), at('2024-11-20T00:00'), 14)
  expect(year.map((tick) => new Date(tick.at).getMonth())).toEqual([11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(year.map((tick) => tick.unit).filter((unit) => unit === 'year')).toHaveLength(1)
  const years = timeTicks(at('2019-02-01T00:00'), at('2024-02-01T00:00'), 6)
  expect(years.map((tick) => new Date(tick.at).getFullYear())).toEqual([2020, 2021, 2022, 2023, 2024])
  const day = timeTicks(at('2024-03-12T00:00'), at('2024-03-12T12:00'), 6)
  expect(day.map((tick) => new Date(tick.at).getHours())).toEqual([0, 3, 6, 9, 12])
})

test('ticks stay where they are while the window moves', () => {
  const wide = { from: at('2024-01-03T10:00'), to: at('2024-04-01T00:00') }
  const before = timeTicks(wide.from, wide.to, 8).map((tick) => tick.at)
  const after = timeTicks(wide.from + 86_400_000, wide.to + 86_400_000, 8).map((tick) => tick.at)
  expect(after.filter((tick) => before.includes(tick)).length).toBeGreaterThanOrEqual(before.length - 1)
})

test('no window, no ticks', () => {
  expect(timeTicks(5, 5, 8)).toEqual([])
  expect(timeTicks(0, 10, 0)).toEqual([])
})
