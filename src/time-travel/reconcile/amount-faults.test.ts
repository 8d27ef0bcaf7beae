import { expect, test } from 'vitest'
import { amountFault } from './amount-faults'

/** What the ledger has, and what it should have, in cents. */
const kindOf = (effect: number, truth: number, decimals = 2) => amountFault(effect, truth - effect, decimals)?.kind

test('[RC8] an amount is known by what would make it right', () => {
  expect(kindOf(-4500, 0)).toBe('extra')
  expect(kindOf(-4500, 4500)).toBe('sign')
  expect(kindOf(-4500, -2250)).toBe('half')
  expect(kindOf(-4500, -9000)).toBe('once')
  expect(kindOf(-4500, -4501)).toBeUndefined()
  expect(amountFault(-4500, 0, 2)).toBeUndefined()
})

test('[RC8] two neighbouring digits, the zero before the point too', () => {
  expect(kindOf(-1254, -1245)).toBe('digits')
  expect(kindOf(-1254, -2154)).toBe('digits')
  expect(kindOf(15, 105)).toBe('digits')
  expect(kindOf(105, 15)).toBe('digits')
  // Three digits moved, or two that are no neighbours.
  expect(kindOf(1234, 2341)).toBeUndefined()
  expect(kindOf(1234, 4231)).toBeUndefined()
  expect(kindOf(-1254, 1245)).toBeUndefined()
  expect(kindOf(12, 21, 0)).toBe('digits')
})

test('[RC8] the decimal sign one or two places off', () => {
  expect(kindOf(-4500, -45_000)).toBe('slip')
  expect(kindOf(-450_000, -4500)).toBe('slip')
  expect(kindOf(-4500, -4_500_000)).toBeUndefined()
})
