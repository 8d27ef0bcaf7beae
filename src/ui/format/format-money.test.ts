import { expect, test } from 'vitest'
import { currencySymbol, decimalText, formatCompact, formatMoney, moneyParts } from './format-money'

test('amounts are written in the locale, with the true minus sign', () => {
  expect(formatMoney(-840, { exponent: 2, locale: 'en' })).toBe('\u22128.40')
  expect(formatMoney(243107, { exponent: 2, locale: 'de', currency: 'EUR' })).toBe('2.431,07\u00a0€')
  expect(formatMoney(6400, { exponent: 2, locale: 'en', currency: 'EUR', sign: 'always' })).toBe('+€64.00')
  expect(formatMoney(0, { exponent: 2, locale: 'en', sign: 'always' })).toBe('0.00')
  expect(formatMoney(-5, { exponent: 0, locale: 'en', sign: 'never' })).toBe('5')
})

test('amounts that a division would round stay exact', () => {
  expect(formatMoney(Number.MAX_SAFE_INTEGER, { exponent: 2, locale: 'en' })).toBe('90,071,992,547,409.91')
  expect(formatMoney(Number.MAX_SAFE_INTEGER, { exponent: 8, locale: 'en' })).toBe('90,071,992.54740991')
})

test('a currency that is no currency of ISO 4217 stands behind its amount', () => {
  expect(formatMoney(12, { exponent: 0, currency: 'POINTS', locale: 'en' })).toBe('12\u00a0POINTS')
  expect(currencySymbol('POINTS', 'en')).toBe('POINTS')
  expect(currencySymbol('EUR', 'en')).toBe('€')
})

test('the pieces of a balance know the symbol and the cents', () => {
  expect(
    moneyParts(-243107, { exponent: 2, currency: 'EUR', locale: 'en' }).map(({ kind, text }) => [kind, text]),
  ).toEqual([
    ['sign', '\u2212'],
    ['symbol', '€'],
    ['whole', '2'],
    ['whole', ','],
    ['whole', '431'],
    ['cents', '.'],
    ['cents', '07'],
  ])
})

test('minor units become decimal text', () => {
  expect([decimalText(-840, 2), decimalText(5, 2), decimalText(5, 0), decimalText(0, 3)]).toEqual([
    '-8.40',
    '0.05',
    '5',
    '0.000',
  ])
  expect(() => decimalText(0.5, 2)).toThrow(RangeError)
})

test('a scale is short', () => {
  expect([formatCompact(200000, 2, 'en'), formatCompact(-150000, 2, 'en')]).toEqual(['2K', '\u22121.5K'])
})
