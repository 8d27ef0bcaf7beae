import { expect, test } from 'vitest'
import type { AccountAt } from '../../../stores/account-reading'
import { availableFunds, fundsWords } from './funds'

const everyday = {
  number: 0,
  id: 'a',
  name: 'Everyday',
  currency: 'EUR',
  exponent: 2,
  status: 'open',
  overdraftLimit: 50_000,
  balance: 243_107,
  revision: 1,
} as const satisfies AccountAt
const short = (facts: Record<string, unknown> = {}) => ({ code: 'insufficient-funds', message: '', facts })

test('the limit counts as money that may be taken', () => {
  expect(availableFunds(everyday)).toBe(293_107)
  expect(availableFunds({ ...everyday, overdraftLimit: null })).toBe(Number.POSITIVE_INFINITY)
})

test('it says by how much, and the figure that would work', () => {
  const words = fundsWords(short(), 373_000, everyday, 'withdraw')
  expect(words).toContain('798.93')
  expect(words).toContain('up to 2,931.07')
})

test('the figure of the ledger goes before the one on the screen', () => {
  expect(fundsWords(short({ available: 100 }), 373_000, everyday, 'transfer')).toContain('transfer up to 1.00')
})

test('where nothing may be taken, no figure is offered', () => {
  expect(fundsWords(short({ available: 0 }), 100, everyday, 'withdraw')).not.toContain('up to')
})

test('other errors keep their own words', () => {
  expect(fundsWords({ code: 'account-closed', message: '', facts: {} }, 1, everyday, 'withdraw')).toBeUndefined()
})
