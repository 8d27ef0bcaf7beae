import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consistencySubtrees } from './consistency-path'
import { checkConsistency, proveConsistency } from './consistency-proof'
import { event, logOf } from './testing/proving-log'

const arbitrary = fc.record({
  size: fc.integer({ min: 1, max: 70 }),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  seed: fc.nat(),
})

test('[CS3] from stored frontiers, whatever the batches, the proof leads to both roots of the log', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ size, sizes, seed }) => {
      const { log, roots } = logOf(
        Array.from({ length: size }, (_, at) => event(at + 1, 'memo')),
        sizes,
      )
      const second = (seed % size) + 1
      const first = (seed * 7) % (second + 1)
      const proof = await proveConsistency(log, first, second)
      expect(proof).toMatchObject({
        firstSize: first,
        firstRoot: roots[first],
        secondSize: second,
        secondRoot: roots[second],
      })
      expect(proof.path.map(({ from, to }) => ({ from, to }))).toEqual(consistencySubtrees(first, second))
      expect(checkConsistency(structuredClone(proof))).toBe(true)
    }),
  )
})

test('[CS2] a proof of another log, or one that is altered, is refused', async () => {
  const events = Array.from({ length: 40 }, (_, at) => event(at + 1, 'memo'))
  const { log } = logOf(events, [3])
  const proof = await proveConsistency(log, 21, 40)
  const other = logOf(events.with(4, event(5, 'other')), [3])
  const foreign = await proveConsistency(other.log, 21, 40)
  expect(checkConsistency({ ...proof, firstRoot: foreign.firstRoot })).toBe(false)
  expect(checkConsistency({ ...proof, secondRoot: foreign.secondRoot })).toBe(false)
  expect(checkConsistency({ ...proof, path: foreign.path })).toBe(false)
  expect(checkConsistency({ ...proof, firstSize: 22 })).toBe(false)
  for (const wrong of [{}, null, { ...proof, path: [{ hash: 'zz' }] }]) {
    expect(checkConsistency(wrong as typeof proof)).toBe(false)
  }
})

test('[CS3] a proof over ten thousand events reads a few batches', async () => {
  const { log, eventsRead } = logOf(
    Array.from({ length: 10_000 }, (_, at) => event(at + 1, 'memo')),
    [50],
  )
  expect(checkConsistency(await proveConsistency(log, 6_789, 10_000))).toBe(true)
  expect(eventsRead()).toBeLessThan(1_500)
})

test('sizes that the log has not are refused', async () => {
  const { log } = logOf([event(1, 'a'), event(2, 'b')], [2])
  for (const [first, second] of [
    [2, 3],
    [2, 1],
    [-1, 1],
    [0.5, 1],
    [1, 1.5],
  ] as const) {
    const words = `The log has 2 events, so it cannot be proved from ${first} to ${second}.`
    await expect(proveConsistency(log, first, second)).rejects.toThrow(new RangeError(words))
  }
})
