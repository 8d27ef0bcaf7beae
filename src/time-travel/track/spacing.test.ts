import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import { resolveMoment } from '../resolve-moment'
import { stepOf } from '../steps'
import { naiveSteps, scales, shares } from '../testing/naive-steps'
import { momentAt, placeOf, placeOfTime, timeAt, wholeOf } from './spacing'
import { leastSpan, zoomed } from './zoom'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

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

test('[TK1] under any spacing and zoom a place leads back to what its moment shows', () => {
  const run = fc.tuple(arbitraryLog(60), scales, shares, shares, shares)
  fc.assert(
    fc.property(run, ([log, scale, at, closer, place]) => {
      const timeline = timelineOf(log)
      const now = resolveMoment(timeline, 'now')
      const whole = wholeOf(timeline, scale)
      const span = zoomed(whole, whole, closer, whole.from + at * (whole.to - whole.from), leastSpan(scale))
      const x = span.from + place * (span.to - span.from)
      const bound = resolveMoment(timeline, momentAt(timeline, scale, now, x))
      const steps = naiveSteps(log, scale.clock)
      const expected =
        x >= whole.to
          ? steps.length
          : scale.spacing === 'event'
            ? Math.min(Math.floor(x), steps.length)
            : steps.filter((time) => time <= x).length
      if (steps.length > 0) expect(stepOf(timeline, scale.clock, bound)).toBe(expected)
      const back = resolveMoment(timeline, momentAt(timeline, scale, now, placeOf(timeline, scale, bound)))
      expect(stepOf(timeline, scale.clock, back)).toBe(stepOf(timeline, scale.clock, bound))
      expect(momentAt(timeline, scale, now, whole.to)).toBe('now')
    }),
    { numRuns: 300 },
  )
})
