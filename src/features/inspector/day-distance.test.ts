import { expect, test } from 'vitest'
import { dayDistance } from './day-distance'

test.each([
  ['2026-11-10', '2026-11-21T17:42:09.318Z', 0, 11],
  ['2026-11-10', '2026-11-10T23:30:00.000Z', 0, 0],
  ['2026-11-10', '2026-11-10T23:30:00.000Z', -60, 1],
  ['2026-11-10', '2026-11-09T12:00:00.000Z', 0, -1],
])('from %s to %s is as many days as the reader counts', (effectiveOn, recordedAt, offset, days) => {
  expect(dayDistance(effectiveOn, recordedAt, offset)).toBe(days)
})
