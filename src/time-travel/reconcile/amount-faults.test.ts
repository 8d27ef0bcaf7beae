import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountFault } from './amount-faults'

/** What the ledger has, and what it should have, in cents. */
const kindOf = (effect: number, truth: number) => amountFault(effect, truth - effect)?.kind

test('[RC8] an amount is known by what would make it right', () => {
  expect(kindOf(-4500, 0)).toBe('extra')
  expect(kindOf(-4500, 4500)).toBe('sign')
  expect(kindOf(-4500, -2250)).toBe('half')
  expect(kindOf(-4500, -9000)).toBe('once')
  expect(kindOf(-4500, -4501)).toBeUndefined()
  expect(amountFault(-4500, 0)).toBeUndefined()
  expect(amountFault(0, 4500)).toBeUndefined()
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
  expect(kindOf(12, 21)).toBe('digits')
})

test('[RC8] the decimal sign one or two places off', () => {
  expect(kindOf(-4500, -45_000)).toBe('slip')
  expect(kindOf(-450_000, -4500)).toBe('slip')
  expect(kindOf(-4500, -4_500_000)).toBeUndefined()
})

/** Every amount that one has after two neighbouring digits of it, as it is written, changed places. */
function swappedAmounts(amount: number, decimals: number): Set<number> {
  const written = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const found = new Set<number>()
  for (let at = 0; at + 1 < written.length; at++) {
    const digits = [...written]
    const [left = '', right = ''] = digits.splice(at, 2)
    digits.splice(at, 0, right, left)
    found.add(Math.sign(amount) * Number(digits.join('')))
  }
  return found
}

test('[RC7] digits are changed about where one amount is the other with two neighbours swapped, and nowhere else', () => {
  const amount = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 99_999 }))
  const near = fc.tuple(amount, fc.integer({ min: -12, max: 12 })).map(([one, step]) => [one, one + step * 9] as const)
  const swapped = fc.tuple(amount, fc.nat(), fc.nat(4)).map(([one, pick, decimals]) => {
    const others = [...swappedAmounts(one, decimals)]
    return [one, others[pick % Math.max(1, others.length)] ?? one] as const
  })
  let seen = 0
  fc.assert(
    fc.property(
      fc.oneof(near, swapped),
      fc.constantFrom(0, 2, 3),
      fc.constantFrom(1, -1),
      ([one, other], decimals, sign) => {
        const [effect, truth] = [sign * one, sign * other]
        fc.pre(effect !== truth && truth !== 0 && truth !== -effect)
        const isSwap = swappedAmounts(effect, decimals).has(truth) || swappedAmounts(truth, decimals).has(effect)
        const fault = amountFault(effect, truth - effect)
        expect(fault?.kind === 'digits', `${effect} for ${truth}`).toBe(isSwap)
        if (isSwap) {
          seen++
          expect(fault).toEqual({ kind: 'digits', truth })
        }
      },
    ),
    { numRuns: 2_000 },
  )
  expect(seen).toBeGreaterThan(100)
})
