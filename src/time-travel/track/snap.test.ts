import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import type { Clock } from '../moment'
import { resolveMoment } from '../resolve-moment'
import { stepCount, stepOf } from '../steps'
import { naiveSteps, scales, shares } from '../testing/naive-steps'
import { type Snap, stopAt } from './snap'
import { type Scale, wholeOf } from './spacing'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

/** All places where a drag may stop, by looking at every event, day or month there is. */
function naiveStops(log: readonly RecordedEvent[], { clock, spacing }: Scale, snap: Snap, from: number, to: number) {
  const steps = naiveSteps(log, clock)
  const stepsBy = (time: number) => steps.filter((each) => each <= time).length
  const stops = [
    { x: from, step: 0 },
    { x: to, step: steps.length },
  ]
  if (snap === 'event') {
    for (const [index, time] of steps.entries()) {
      stops.push(spacing === 'event' ? { x: index + 1, step: index + 1 } : { x: time, step: stepsBy(time) })
    }
    return stops
  }
  const [first, last] = [steps[0] ?? 0, steps.at(-1) ?? 0]
  for (let offset = -40; ; offset++) {
    const time = naiveDayEnd(clock, first, offset)
    if (time > last) break
    if (snap === 'month' && !isMonthEnd(clock, time)) continue
    const x = spacing === 'event' ? stepsBy(time) : time
    if (x >= from && x <= to) stops.push({ x, step: stepsBy(time) })
  }
  return stops
}

function naiveDayEnd(clock: Clock, first: number, offset: number): number {
  if (clock === 'effective') return first + offset
  const date = new Date(first)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset + 1).getTime() - 1
}

function isMonthEnd(clock: Clock, time: number): boolean {
  return clock === 'effective'
    ? new Date((time + 1) * 86_400_000).getUTCDate() === 1
    : new Date(time + 1).getDate() === 1
}

test('[TK2] snapping stops at the nearest event, day end or month end, the earlier of two', () => {
  const snaps = fc.constantFrom<Snap>('event', 'day', 'month')
  fc.assert(
    fc.property(arbitraryLog(50), scales, snaps, shares, (log, scale, snap, share) => {
      const timeline = timelineOf(log)
      if (stepCount(timeline, scale.clock) === 0) return
      const now = resolveMoment(timeline, 'now')
      const { from, to } = wholeOf(timeline, scale)
      const x = from + share * (to - from)
      const stop = stopAt(timeline, scale, now, x, snap)
      const stops = naiveStops(log, scale, snap, from, to).sort((a, b) => a.x - b.x)
      const nearest = Math.min(...stops.map((each) => Math.abs(each.x - x)))
      const expected = stops.find((each) => Math.abs(each.x - x) === nearest)
      expect(stop.x).toBe(expected?.x)
      const bound = resolveMoment(timeline, stop.moment)
      const together = stops.filter((each) => each.x === expected?.x).map(({ step }) => step)
      expect(together).toContain(stepOf(timeline, scale.clock, bound))
      expect(bound.position === log.length || bound.day === Number.POSITIVE_INFINITY).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('[TK2] a stop keeps the bound of the other clock', () => {
  const log = fc
    .sample(arbitraryLog(100), { seed: 4, numRuns: 40 })
    .find((each) => naiveSteps(each, 'effective').length > 5)
  if (!log) throw new Error('The seed gives no log of that kind')
  const timeline = timelineOf(log)
  const day = naiveSteps(log, 'effective')[2] as number
  const bound = { position: 30, day }
  for (const spacing of ['time', 'event'] as const) {
    for (const snap of ['off', 'event', 'day', 'month'] as const) {
      for (const share of [0, 0.3, 0.5, 0.99]) {
        for (const clock of ['recorded', 'effective'] as const) {
          const { from, to } = wholeOf(timeline, { clock, spacing })
          const { moment } = stopAt(timeline, { clock, spacing }, bound, from + share * (to - from), snap)
          const got = resolveMoment(timeline, moment)
          expect(clock === 'recorded' ? got.day : got.position).toBe(clock === 'recorded' ? day : 30)
        }
      }
    }
  }
})
