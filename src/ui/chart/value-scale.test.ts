import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valueScale } from './value-scale'

test('a value scale holds zero and is round', () => {
  expect(valueScale(1200, 4100, 3)).toEqual({ low: 0, high: 4100, ticks: [0, 2000, 4000] })
  expect(valueScale(1200, 460_000, 2).ticks).toEqual([0, 200_000, 400_000])
  expect(valueScale(-300, 100, 3).ticks).toEqual([-200, 0])
  expect(valueScale(-5, -2, 2)).toMatchObject({ low: -5, high: 0 })
})

test('where nothing moved there is still a scale', () => {
  const { low, high, ticks } = valueScale(0, 0, 3)
  expect(ticks).toEqual([0])
  expect(high).toBeGreaterThan(low)
})

test('ticks lie within the scale, are few, and are whole minor units', () => {
  const minor = fc.integer({ min: -(2 ** 50), max: 2 ** 50 })
  fc.assert(
    fc.property(minor, minor, fc.integer({ min: 1, max: 6 }), (a, b, room) => {
      const { low, high, ticks } = valueScale(Math.min(a, b), Math.max(a, b), room)
      expect(ticks.length).toBeLessThanOrEqual(room + 1)
      expect(ticks).toContain(0)
      for (const tick of ticks) {
        expect(Number.isInteger(tick)).toBe(true)
        expect(tick >= low && tick <= high).toBe(true)
      }
    }),
  )
})
