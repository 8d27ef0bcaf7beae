import { expect, test } from 'vitest'
import { isRecordedLate } from './late-mark'

const noon = (day: number) => day * 86_400_000 + 43_200_000

test('the same day and the next are in time', () => {
  expect(isRecordedLate(100, noon(100), 0)).toBe(false)
  expect(isRecordedLate(100, noon(101), 0)).toBe(false)
})

test('from two days on it was learned late', () => {
  expect(isRecordedLate(100, noon(102), 0)).toBe(true)
})

test('a date in the future was learned early', () => {
  expect(isRecordedLate(100, noon(40), 0)).toBe(false)
})

test('the day is that of the reader', () => {
  const justAfterMidnight = 102 * 86_400_000 + 60_000
  expect(isRecordedLate(100, justAfterMidnight, 0)).toBe(true)
  expect(isRecordedLate(100, justAfterMidnight, 300)).toBe(false)
})
