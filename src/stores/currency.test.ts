import { expect, test } from 'vitest'
import { currencyCode, currencySuggestions, likelyCurrency } from './currency'

test.each([
  ['EUR', 'EUR'],
  [' eur', 'EUR'],
  ['EUR · Euro', 'EUR'],
  ['POINTS', 'POINTS'],
  ['', undefined],
  ['€', undefined],
  ['EU', undefined],
  ['OVERLYLONG', undefined],
])('%s is read as %s', (text, code) => {
  expect(currencyCode(text)).toBe(code)
})

test('each suggestion begins with the code it stands for', () => {
  expect(currencySuggestions(['EUR', 'JPY']).map(currencyCode)).toEqual(['EUR', 'JPY'])
})

test('the region of the language proposes a currency', () => {
  expect(likelyCurrency('de-AT')).toBe('EUR')
  expect(likelyCurrency('en-GB')).toBe('GBP')
  expect(likelyCurrency('ja')).toBe('JPY')
  expect(likelyCurrency('en-AQ')).toBeUndefined()
})
