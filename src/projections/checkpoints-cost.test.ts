/** What a question costs, in elements looked at, and what single insertions do to what was summed before. */
import { expect, test } from 'vitest'
import { Checkpoints, type Entries } from './checkpoints'

const STRIDE = 1024

/** One minor unit an element, by turns to each account; and how many elements were looked at since the last time. */
function watched(length: number, accounts = 3) {
  let looks = 0
  const account = Uint32Array.from({ length }, (_, slot) => slot % accounts)
  const entries: Entries = {
    effect: new Float64Array(length).fill(1),
    account: new Proxy(account, {
      get: (target, key) => {
        looks++
        return Reflect.get(target, key, target)
      },
    }),
    order: undefined,
    length,
    accounts,
  }
  const looked = () => {
    const since = looks
    looks = 0
    return since
  }
  return { entries, looked }
}

test('[PJ5] what was summed once is looked at no more: then any question costs half a stride at most', () => {
  const checkpoints = new Checkpoints()
  const { entries, looked } = watched(10 * STRIDE + 100)
  const into = new Float64Array(3)
  checkpoints.balanceAfter(0, entries, 0)
  expect(looked()).toBe(10 * STRIDE)
  for (const count of [1, STRIDE / 2, STRIDE / 2 + 1, STRIDE, 5000, 9 * STRIDE + 700, 10 * STRIDE + 99]) {
    checkpoints.balancesAfter(count, entries, into)
    expect(looked()).toBeLessThanOrEqual(STRIDE / 2)
    checkpoints.balanceAfter(count, entries, 1)
    expect(looked()).toBeLessThanOrEqual(STRIDE / 2)
    expect(into[0] ?? 0).toBe(Math.ceil(count / 3))
  }
})

test('[PJ5] the balances of now are kept: only what is new is added, and only a change before their end forgets them', () => {
  const checkpoints = new Checkpoints()
  const { entries, looked } = watched(5000)
  const into = new Float64Array(3)
  const upTo = (length: number) => ({ ...entries, length })
  checkpoints.balancesAfter(4000, upTo(4000), into)
  expect(looked()).toBe(4000)
  expect(checkpoints.balanceAfter(4000, upTo(4000), 0)).toBe(1334)
  expect(looked()).toBe(0)
  checkpoints.changedFrom(4000)
  checkpoints.balancesAfter(4010, upTo(4010), into)
  expect(looked()).toBe(10)
  checkpoints.changedFrom(4009)
  checkpoints.balancesAfter(4010, upTo(4010), into)
  expect(looked()).toBe(4010)
  expect([...into]).toEqual([1337, 1337, 1336])
})

test('[PJ5] with more accounts than a stride has elements it doubles, and every second checkpoint stays', () => {
  const checkpoints = new Checkpoints()
  const { entries, looked } = watched(8 * STRIDE + 1)
  const asked = (accounts: number) => {
    const balance = checkpoints.balanceAfter(STRIDE, { ...entries, accounts }, 0)
    return [balance, looked()]
  }
  expect(asked(3)).toEqual([342, 8 * STRIDE])
  expect(asked(STRIDE)).toEqual([342, 0])
  // Half of the doubled stride, for the checkpoint that went.
  expect(asked(STRIDE + 1)).toEqual([342, STRIDE])
  const two = 2 * STRIDE
  expect(checkpoints.balanceAfter(two, { ...entries, accounts: two }, 1)).toBe(683)
  expect(looked()).toBe(0)
})

test('[PJ5] checkpoints are prepared a few at a time, until all are there', () => {
  const checkpoints = new Checkpoints()
  const { entries, looked } = watched(5 * STRIDE)
  const steps = [2, 2, 2, 2].map((most) => [checkpoints.prepare(entries, most), looked() / STRIDE])
  expect(steps).toEqual([
    [false, 2],
    [false, 2],
    [true, 1],
    [true, 0],
  ])
  checkpoints.balanceAfter(5 * STRIDE - 1, entries, 0)
  expect(looked()).toBe(1)
})

test('[PJ5] an insertion of an account that had nothing, or beyond 32 bits, puts every later balance right', () => {
  const base = 3 * STRIDE
  const inserted = [
    // Account, amount and place.
    [2, 5, 10],
    [1, 2 ** 40, 1500],
    [0, -(2 ** 41), 700],
    [0, 2 ** 41, 2 * STRIDE],
    [3, -(2 ** 31), STRIDE - 1],
    [3, -1, STRIDE],
    [4, 2 ** 33, 0],
  ] as const
  const effect = new Float64Array(base + inserted.length).fill(1)
  const account = new Uint32Array(base + inserted.length)
  const order = Array.from({ length: base }, (_, slot) => slot)
  const entries = (accounts: number): Entries => ({
    effect,
    account,
    order: Uint32Array.from(order),
    length: order.length,
    accounts,
  })
  const checkpoints = new Checkpoints()
  // What is kept knows of one account only.
  checkpoints.balancesAfter(base - 1, entries(1), new Float64Array(1))
  checkpoints.balancesAfter(base, entries(1), new Float64Array(1))
  for (const [at, [number, amount, place]] of inserted.entries()) {
    account[base + at] = number
    effect[base + at] = amount
    order.splice(place, 0, base + at)
    checkpoints.insertedAt(place, entries(5))
    for (const count of [1, STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE, 2 * STRIDE + 1, base - 1, order.length]) {
      const expected = [0, 0, 0, 0, 0]
      for (const slot of order.slice(0, count)) expected[account[slot] ?? 0]! += effect[slot] ?? 0
      const into = new Float64Array(5)
      checkpoints.balancesAfter(count, entries(5), into)
      expect([...into]).toEqual(expected)
      expect(expected.map((_, each) => checkpoints.balanceAfter(count, entries(5), each))).toEqual(expected)
    }
  }
})
