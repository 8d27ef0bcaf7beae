import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinor, decimalText, fitsBeside, isAmount, isOverdraftLimit, MAX_MINOR, moneyText } from './money'

const minor = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR })

test('[D1] a sum is exact or it is not made', () => {
  fc.assert(
    fc.property(minor, minor, (left, right) => {
      const exact = BigInt(left) + BigInt(right)
      if (exact >= -BigInt(MAX_MINOR) && exact <= BigInt(MAX_MINOR)) expect(BigInt(addMinor(left, right))).toBe(exact)
      else expect(() => addMinor(left, right)).toThrow(RangeError)
    }),
  )
  const words = '9007199254740991 + 1 minor units leave the range of exact integers'
  expect(() => addMinor(MAX_MINOR, 1)).toThrow(new RangeError(words))
  expect(() => addMinor(0.5, 1)).toThrow(RangeError)
})

test('[D1] what fits beside a total is judged without the inexact sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_MINOR }), fc.integer({ min: 0, max: MAX_MINOR }), (total, amount) => {
      expect(fitsBeside(total, amount)).toBe(BigInt(total) + BigInt(amount) <= BigInt(MAX_MINOR))
    }),
  )
})

test.each([1, 1250, MAX_MINOR])('[D1] %d is an amount', (value) => {
  expect(isAmount(value)).toBe(true)
})

test.each([
  0,
  -0,
  -1,
  0.1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  MAX_MINOR + 1,
  '100',
  100n,
  null,
  undefined,
  [5],
])('[D1] %s is none', (value) => {
  expect(isAmount(value)).toBe(false)
})

test('[D1] an overdraft limit is 0 or more, or null', () => {
  expect([0, 1, MAX_MINOR, null].map(isOverdraftLimit)).toEqual([true, true, true, true])
  expect([-1, 0.5, Number.NaN, '0', undefined, MAX_MINOR + 1].map(isOverdraftLimit)).toEqual(Array(6).fill(false))
})

test.each([
  [0, 2, '0.00'],
  [5, 2, '0.05'],
  [-5, 2, '-0.05'],
  [1250, 2, '12.50'],
  [-123456, 3, '-123.456'],
  [7, 0, '7'],
  [0, 0, '0'],
  [1, 8, '0.00000001'],
  [MAX_MINOR, 2, '90071992547409.91'],
])('[D1] %d with %d decimals reads %s', (figure, exponent, text) => {
  expect(decimalText(figure, exponent)).toBe(text)
  expect(moneyText(figure, { currency: 'EUR', exponent })).toBe(`${text} EUR`)
})
