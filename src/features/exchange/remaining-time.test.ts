import { expect, test } from 'vitest'
import { remainingSeconds } from './remaining-time'

test('the pace so far tells what is left', () => {
  expect(remainingSeconds(250, 1000, 2000)).toBe(6)
  expect(remainingSeconds(1000, 1000, 2000)).toBe(0)
})

test('nothing is promised before there is a pace or a total', () => {
  expect(remainingSeconds(0, 1000, 5000)).toBeUndefined()
  expect(remainingSeconds(10, undefined, 5000)).toBeUndefined()
  expect(remainingSeconds(10, 1000, 100)).toBeUndefined()
})
