import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLog } from '../testing/arbitrary-log'
import { timelineOf } from '../testing/timeline-of'
import { Timeline } from '../timeline'

test('[PJ6] a snapshot stays what it was, however the timeline it was taken of, or one made of it, goes on', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.nat(), (log, cut) => {
      const position = cut % (log.length + 1)
      const timeline = timelineOf(log.slice(0, position))
      const snapshot = timeline.toSnapshot()
      const kept = structuredClone(snapshot)
      timeline.append(log.slice(position))
      expect(snapshot).toEqual(kept)
      expect(() => Timeline.fromSnapshot({ ...snapshot, version: snapshot.version - 1 })).toThrow(/is built again/)
      // Columns and accounts are taken over, lists are not.
      const restored = Timeline.fromSnapshot(snapshot)
      restored.append(log.slice(position))
      for (const { globalPosition } of log)
        expect(restored.annotationsOf(globalPosition - 1)).toEqual(timeline.annotationsOf(globalPosition - 1))
      expect([snapshot.assertions, snapshot.ledgerNames]).toEqual([kept.assertions, kept.ledgerNames])
    }),
    { numRuns: 25 },
  )
})
