import { expect, test } from 'vitest'
import { currencyEffects } from './import-totals'

const effect = (currency: string, newEntries: number, before: number, change: number) => ({
  accountId: `${currency}-${newEntries}`,
  name: 'A',
  currency,
  exponent: 2,
  newEntries,
  before,
  change,
})

test('each currency is summed by itself, in the order in which it first appears', () => {
  const sums = currencyEffects([
    effect('USD', 1, 100, -50),
    effect('EUR', 9, 243_107, -24_214),
    effect('EUR', 1, 800_000, 10_000),
  ])
  expect(sums).toEqual([
    { currency: 'USD', exponent: 2, accounts: 1, newEntries: 1, before: 100, change: -50 },
    { currency: 'EUR', exponent: 2, accounts: 2, newEntries: 10, before: 1_043_107, change: -14_214 },
  ])
})

test('no effects, no sums', () => {
  expect(currencyEffects([])).toEqual([])
})
