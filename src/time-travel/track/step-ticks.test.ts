import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import { clocks, naiveSteps, shares } from '../testing/naive-steps'
import { type Scale, wholeOf } from './spacing'
import { stepTicks } from './step-ticks'
import { leastSpan, zoomed } from './zoom'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

test('[TK4] dates under an axis by event are those of the events they stand at, and have room', () => {
  fc.assert(
    fc.property(arbitraryLog(80), clocks, fc.integer({ min: 1, max: 20 }), shares, (log, clock, room, closer) => {
      const timeline = timelineOf(log)
      const scale: Scale = { clock, spacing: 'event' }
      const whole = wholeOf(timeline, scale)
      const span = zoomed(whole, whole, closer, whole.to / 2, leastSpan(scale))
      const ticks = stepTicks(timeline, scale, span, room)
      const steps = naiveSteps(log, clock)
      for (const [index, { x, time, unit }] of ticks.entries()) {
        if (unit === 'year') {
          expect(steps[x - 1]).toBeGreaterThanOrEqual(time)
          expect(steps[x - 2] ?? Number.NEGATIVE_INFINITY).toBeLessThan(time)
        } else expect(time).toBe(steps[x - 1])
        const before = ticks[index - 1]
        if (before) expect(x - before.x).toBeGreaterThanOrEqual(((span.to - span.from) / room) * 0.999)
      }
      expect(ticks.length).toBeLessThanOrEqual(room + 1)
      if (steps.length > 3 && room > 4) expect(ticks.length).toBeGreaterThan(0)
    }),
  )
})
