import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import type { Clock } from '../moment'
import { placeOfTime, type Scale, type Spacing, timeAt, wholeOf } from './spacing'

const scales: fc.Arbitrary<Scale> = fc.record({
  clock: fc.constantFrom<Clock>('recorded', 'effective'),
  spacing: fc.constantFrom<Spacing>('time', 'event'),
})
const shares = fc.double({ min: 0, max: 1, noNaN: true })

/** When each step of a clock happened, in order. */
function naiveSteps(log: readonly RecordedEvent[], clock: Clock): number[] {
  if (clock === 'recorded') return log.map(({ recordedAt }) => Date.parse(recordedAt))
  const days = naiveEntries(log, { position: log.length }).map(({ effectiveOn }) => dayNumber(effectiveOn))
  return [...new Set(days)].sort((a, b) => a - b)
}

test('[TK1] a place says its time and a time its place: itself by time, the step that was taken by event', () => {
  fc.assert(
    fc.property(arbitraryLog(60), scales, shares, (log, scale, share) => {
      const timeline = timelineOf(log)
      const whole = wholeOf(timeline, scale)
      const x = whole.from + share * (whole.to - whole.from)
      const steps = naiveSteps(log, scale.clock)
      if (scale.spacing === 'time') {
        expect([timeAt(timeline, scale, x), placeOfTime(timeline, scale, x)]).toEqual([x, x])
        return
      }
      const step = Math.min(Math.floor(x), steps.length)
      const beginning = wholeOf(timeline, { ...scale, spacing: 'time' }).from
      expect(timeAt(timeline, scale, x)).toBe(step < 1 ? beginning : steps[step - 1])
      const time = steps[Math.max(0, step - 1)] ?? 0
      for (const beside of [time - 1, time, time + 1])
        expect(placeOfTime(timeline, scale, beside)).toBe(steps.filter((each) => each <= beside).length)
    }),
    { numRuns: 200 },
  )
})
