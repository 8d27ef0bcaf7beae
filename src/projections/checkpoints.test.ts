import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Checkpoints, type Entries } from './checkpoints'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

/** Elements in two orders over the same columns; accounts join as the sequence grows. */
function sequence(length: number, accounts: number, seed: number): Entries {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const account = Uint32Array.from({ length }, (_, slot) =>
    next(Math.max(1, Math.floor((accounts * (slot + 1)) / length))),
  )
  // Some lie beyond 32 bits.
  const effect = Float64Array.from({ length }, () => (next(500) === 0 ? (next(9) - 4) * 2 ** 40 : next(2001) - 1000))
  return { effect, account, order: undefined, length, accounts }
}

function folded({ effect, account, order, accounts }: Entries, count: number): number[] {
  const balances = new Array<number>(accounts).fill(0)
  for (let index = 0; index < count; index++) {
    const slot = order?.[index] ?? index
    balances[account[slot]!]! += effect[slot]!
  }
  return balances
}

const shape = fc.record({
  accounts: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 500, max: 3000 })),
  seed: fc.nat(),
  counts: fc.array(fc.nat(10_000), { minLength: 10, maxLength: 40 }),
})

test('[PJ5] balances after any count are those of a fold, while elements and accounts join between the questions', () => {
  fc.assert(
    fc.property(shape, fc.boolean(), ({ accounts, seed, counts }, reversed) => {
      const all = sequence(10_000, accounts, seed)
      const order = reversed
        ? Uint32Array.from({ length: all.length }, (_, index) => all.length - 1 - index)
        : undefined
      const checkpoints = new Checkpoints()
      let length = 0
      for (const count of counts) {
        length = Math.max(length, count)
        // Balances of accounts that only join later are not asked for.
        const known = reversed ? accounts : Math.max(1, Math.floor((accounts * length) / all.length))
        const entries = { ...all, order, length, accounts: known }
        const into = new Float64Array(known).fill(Number.NaN)
        checkpoints.balancesAfter(count, entries, into)
        const expected = folded(entries, count)
        expect([...into]).toEqual(expected)
        expect(checkpoints.balanceAfter(count, entries, known - 1)).toBe(expected[known - 1])
      }
    }),
    { numRuns: 30 },
  )
})

test('[PJ5] an insertion, and a change from some index on, put the later balances right', () => {
  fc.assert(
    fc.property(shape, fc.array(fc.nat(4000), { maxLength: 20 }), ({ accounts, seed, counts }, places) => {
      const all = sequence(5000, accounts, seed)
      const slots = Array.from({ length: 4000 }, (_, slot) => slot)
      const checkpoints = new Checkpoints()
      const entries = () => ({ ...all, order: Uint32Array.from(slots), length: slots.length })
      checkpoints.balancesAfter(4000, entries(), new Float64Array(accounts))
      for (const [number, place] of places.entries()) {
        slots.splice(place, 0, 4000 + number)
        if (number % 5 === 4) checkpoints.changedFrom(place)
        else checkpoints.insertedAt(place, entries())
      }
      for (const count of counts) {
        const into = new Float64Array(accounts)
        const within = Math.min(count, slots.length)
        checkpoints.balancesAfter(within, entries(), into)
        expect([...into]).toEqual(folded(entries(), within))
      }
    }),
    { numRuns: 30 },
  )
})
