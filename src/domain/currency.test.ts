import { expect, test } from 'vitest'
import { exponentOf, isCurrencyCode } from './currency'

test.each([
  ['EUR', 2],
  ['USD', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['BHD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['UYW', 4],
  ['HUF', 2],
  ['ZWG', 2],
  ['XCG', 2],
])('[D3] %s has %d decimals', (currency, exponent) => {
  expect(exponentOf(currency)).toBe(exponent)
})

test.each(['XAU', 'XXX', 'XDR', 'BTC', 'eur', 'EURO', '', 'constructor', '__proto__'])(
  '[D3] %s has none that the standard names',
  (currency) => {
    expect(exponentOf(currency)).toBeUndefined()
  },
)

test('[D3] currencies in everyday use are known', () => {
  const today = [
    'EUR',
    'GBP',
    'CHF',
    'SEK',
    'NOK',
    'DKK',
    'PLN',
    'CZK',
    'RON',
    'TRY',
    'INR',
    'CNY',
    'BRL',
    'ZAR',
    'KWD',
  ]
  for (const currency of today) expect(exponentOf(currency), currency).toBeDefined()
})

test.each(['EUR', 'BTC', 'POINTS', 'ABCDEFGH'])('[D3] %s has the form of a code', (code) => {
  expect(isCurrencyCode(code)).toBe(true)
})

test.each(['EU', 'ABCDEFGHI', 'eur', 'EU1', 'ÄÖÜ', ' EUR', 'EUR\n', '', null, 978, ['EUR']])(
  '[D3] %j has not',
  (code) => {
    expect(isCurrencyCode(code)).toBe(false)
  },
)
