import { expect, test } from 'vitest'
import { timeBetween } from './time-between'

test.each([
  ['2024-03-12', '2026-11-23', '2 years 8 months'],
  ['2026-11-23', '2024-03-12', '2 years 8 months'],
  ['2024-01-31', '2024-02-29', '1 month'],
  ['2024-01-31', '2024-03-01', '1 month 1 day'],
  ['2024-01-30', '2024-02-28', '29 days'],
  ['2023-12-31', '2024-01-01', '1 day'],
  ['2023-03-12', '2024-03-11', '11 months 28 days'],
  ['2024-02-29', '2025-02-28', '1 year'],
  ['2024-03-12', '2024-03-12', '0 days'],
])('from %s to %s is %s', (from, to, words) => {
  expect(timeBetween(from, to, 'en-GB')).toBe(words)
})
