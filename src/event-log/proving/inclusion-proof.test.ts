import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordedEvent } from '../recorded-event'
import { checkInclusion, proveInclusion } from './inclusion-proof'
import { event, logOf } from './testing/proving-log'

const arbitraryLog = fc.record({
  memos: fc.array(
    fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => text.toWellFormed()),
    {
      minLength: 1,
      maxLength: 70,
    },
  ),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
})

test('[AU1] [AU3] every event of every log, at every size, is proved by the stored frontiers', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog, fc.nat(), async ({ memos, sizes }, seed) => {
      const events = memos.map((memo, at) => event(at + 1, memo))
      const { log, roots } = logOf(events, sizes)
      const earlier = (seed % events.length) + 1
      for (const each of events) {
        for (const size of [events.length, earlier]) {
          if (each.globalPosition > size) continue
          const proof = await proveInclusion(log, each.globalPosition, size)
          expect(proof.root).toBe(roots[size])
          expect(checkInclusion(each, proof)).toBe(true)
        }
      }
    }),
    { numRuns: 40 },
  )
})

const ALTERED: Readonly<Record<string, (event: RecordedEvent) => object>> = {
  'other words': ({ data, ...rest }) => ({ ...rest, data: { memo: `${data.memo}.` } }),
  'a field more': (given) => ({ ...given, data: { ...given.data, amount: 1 } }),
  'a field less': ({ metadata: _, ...rest }) => rest,
  'another place': (given) => ({ ...given, globalPosition: given.globalPosition + 1 }),
  'another instant': (given) => ({ ...given, recordedAt: '2026-11-23T06:15:00.124Z' }),
  'another type': (given) => ({ ...given, type: 'Withdrawn' }),
  'a text that is none': (given) => ({ ...given, data: { memo: '\ud800' } }),
}

test.each(Object.entries(ALTERED))('[AU2] an event with %s fails', async (_, alter) => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog, fc.nat(), async ({ memos, sizes }, seed) => {
      const events = memos.map((memo, at) => event(at + 1, memo))
      const { log } = logOf(events, sizes)
      const each = events[seed % events.length] as RecordedEvent
      const proof = await proveInclusion(log, each.globalPosition, events.length)
      expect(checkInclusion(alter(each) as RecordedEvent, proof)).toBe(false)
    }),
    { numRuns: 25 },
  )
})

test('[AU2] an altered proof fails, whatever was altered', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLog, fc.nat(), async ({ memos, sizes }, seed) => {
      const events = memos.map((memo, at) => event(at + 1, memo))
      const { log } = logOf(events, sizes)
      const each = events[seed % events.length] as RecordedEvent
      const proof = await proveInclusion(log, each.globalPosition, events.length)
      const swap = (hash: string) => hash.replace(/./, (digit) => (digit === '0' ? '1' : '0'))
      expect(checkInclusion(each, { ...proof, root: swap(proof.root) })).toBe(false)
      expect(checkInclusion(each, { ...proof, leaf: swap(proof.leaf) })).toBe(false)
      expect(checkInclusion(each, { ...proof, size: proof.size + proof.size })).toBe(false)
      proof.path.forEach((_, step) => {
        const path = proof.path.map((sibling, at) => (at === step ? { ...sibling, hash: swap(sibling.hash) } : sibling))
        expect(checkInclusion(each, { ...proof, path })).toBe(false)
      })
      expect(checkInclusion(each, { ...proof, path: proof.path.map((sibling) => ({ ...sibling, hash: 'x' })) })).toBe(
        proof.path.length === 0,
      )
    }),
    { numRuns: 25 },
  )
})

test('[AU3] a long log is not read for one proof', async () => {
  const size = 6_000
  const events = Array.from({ length: size }, (_, at) => event(at + 1, 'memo'))
  const { log, roots, eventsRead } = logOf(events, [50])
  for (const position of [1, 2, 2_048, 2_049, 4_095, 5_999, 6_000]) {
    const before = eventsRead()
    const proof = await proveInclusion(log, position, size)
    expect(checkInclusion(events[position - 1] as RecordedEvent, proof)).toBe(true)
    expect(proof.root).toBe(roots[size])
    expect(eventsRead() - before).toBeLessThan(1_000)
  }
})

test.each([
  [0, 3],
  [4, 3],
  [1, 4],
  [1.5, 3],
])('event %d of %d of a log of three is refused', async (position, size) => {
  const { log } = logOf([event(1, 'a'), event(2, 'b'), event(3, 'c')], [2])
  await expect(proveInclusion(log, position, size)).rejects.toThrow(
    new RangeError(`The log has 3 events, so event ${position} of ${size} cannot be proved.`),
  )
})

test('a log whose batches lack the event, or whose frontiers are not its own, is told of', async () => {
  const events = [1, 2, 3, 4].map((position) => event(position, 'memo'))
  const { log } = logOf(events, [1])
  const readOnly = (wanted: (first: number) => boolean, frontier?: []) => ({
    ...log,
    readBatches: async function* () {
      for await (const batch of log.readBatches())
        if (wanted(batch.first)) yield frontier ? { ...batch, frontier } : batch
    },
  })
  const none = 'No stored batch holds event 2.'
  await expect(
    proveInclusion(
      readOnly((first) => first > 2),
      2,
      4,
    ),
  ).rejects.toThrow(none)
  await expect(
    proveInclusion(
      readOnly((first) => first < 2),
      2,
      4,
    ),
  ).rejects.toThrow(none)
  await expect(
    proveInclusion(
      readOnly((first) => first >= 2, []),
      2,
      4,
    ),
  ).rejects.toThrow('A frontier of 0 subtrees does not fit a log of 1 events')
})
