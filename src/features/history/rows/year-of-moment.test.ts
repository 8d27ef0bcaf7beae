import { expect, test } from 'vitest'
import { Timeline } from '../../../projections/timeline'
import { yearOfMoment } from './year-of-moment'

test('the year that is not said is that of the moment, and at now that of today', () => {
  const nowhere = new Timeline()
  const today = new Date().getFullYear()
  expect(yearOfMoment(nowhere, { position: 0, day: 0 }, false)).toBe(1970)
  expect(yearOfMoment(nowhere, { position: 0, day: -1 }, false)).toBe(1969)
  expect(yearOfMoment(nowhere, { position: 0, day: Number.POSITIVE_INFINITY }, true)).toBe(today)
})
