import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../domain/calendar'
import { arbitraryLog } from '../projections/testing/arbitrary-log'
import { naiveEntries } from '../projections/testing/naive-ledger'
import { timelineOf } from '../projections/testing/timeline-of'
import { balancesAt } from './balances-at'
import { daysWithEntries } from './days-with-entries'
import type { Clock, Moment } from './moment'
import { resolveMoment } from './resolve-moment'
import { firstStep, momentOfStep, nextDay, nextStep, previousDay, previousStep, stepCount, stepOf } from './steps'
import { axisOf, momentAtX, xOfBound } from './x-axis'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const DAY = 86_400_000
/** A time zone one hour east. */
const dayOf = (millis: number) => Math.floor((millis + 3_600_000) / DAY)
const bothClocks = fc.constantFrom<Clock>('recorded', 'effective')

function daysOf(log: Parameters<typeof naiveEntries>[0]): number[] {
  const days = naiveEntries(log, { position: log.length }).map(({ effectiveOn }) => dayNumber(effectiveOn))
  return [...new Set(days)].sort((a, b) => a - b)
}

test('[TT10] the steps of the value-date clock are the days with entries, also while the log grows', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.integer({ min: 1, max: 30 }), (log, piece) => {
      const timeline = timelineOf([])
      for (let at = 0; at < log.length; at += piece) {
        timeline.append(log.slice(at, at + piece))
        expect([...daysWithEntries(timeline)]).toEqual(daysOf(log.slice(0, at + piece)))
      }
    }),
  )
})

test('[TT10] from now to the first step and back, each step is one step, and the end is now', () => {
  fc.assert(
    fc.property(arbitraryLog(40), bothClocks, (log, clock) => {
      const timeline = timelineOf(log)
      const count = stepCount(timeline, clock)
      expect(count).toBe(clock === 'recorded' ? log.length : daysOf(log).length)
      let moment: Moment = 'now'
      for (let step = count; step > 0; step--) {
        expect(stepOf(timeline, clock, resolveMoment(timeline, moment))).toBe(step)
        expect(momentOfStep(timeline, clock, resolveMoment(timeline, 'now'), step)).toEqual(moment)
        moment = previousStep(timeline, clock, resolveMoment(timeline, moment))
      }
      if (count === 0) return
      expect(moment).toEqual(firstStep(timeline, clock, resolveMoment(timeline, 'now')))
      expect(previousStep(timeline, clock, resolveMoment(timeline, moment))).toEqual(moment)
      expect(balancesAt(timeline, resolveMoment(timeline, moment)).every((balance) => balance === 0)).toBe(true)
      for (let step = 0; step < count; step++) moment = nextStep(timeline, clock, resolveMoment(timeline, moment))
      expect(moment).toBe('now')
      expect(nextStep(timeline, clock, resolveMoment(timeline, moment))).toBe('now')
    }),
  )
})

test('[TT10] a day back or forward on the recorded clock ends a day with events', () => {
  fc.assert(
    fc.property(arbitraryLog(60), fc.nat(), (log, place) => {
      const timeline = timelineOf(log)
      const position = place % (log.length + 1)
      const bound = resolveMoment(timeline, { position })
      const day = (slot: number) => dayOf(Date.parse(log[slot]?.recordedAt ?? ''))
      const ends = log.flatMap((_, slot) => (slot + 1 < log.length && day(slot) === day(slot + 1) ? [] : [slot + 1]))
      const before = position === 0 ? 0 : (ends.findLast((end) => day(end - 1) < day(position - 1)) ?? 0)
      const after = ends.find((end) => end > position) ?? log.length
      expect(resolveMoment(timeline, previousDay(timeline, 'recorded', bound, dayOf)).position).toBe(before)
      expect(resolveMoment(timeline, nextDay(timeline, 'recorded', bound, dayOf)).position).toBe(after)
    }),
  )
})

test('[TT10] a step on one clock keeps the bound of the other', () => {
  const log = fc.sample(arbitraryLog(100), { seed: 4, numRuns: 40 }).find((each) => daysOf(each).length > 5)
  if (!log) throw new Error('The seed gives no log of that kind')
  const timeline = timelineOf(log)
  const day = daysOf(log)[2] as number
  const bound = { position: 30, day }
  for (const move of [previousStep, nextStep]) {
    expect(resolveMoment(timeline, move(timeline, 'recorded', bound)).day).toBe(day)
    expect(resolveMoment(timeline, move(timeline, 'effective', bound)).position).toBe(30)
  }
  for (const move of [previousDay, nextDay]) {
    expect(resolveMoment(timeline, move(timeline, 'recorded', bound, dayOf)).day).toBe(day)
    expect(move(timeline, 'effective', bound, dayOf)).toEqual(
      (move === previousDay ? previousStep : nextStep)(timeline, 'effective', bound),
    )
  }
})

test('[TT10] before the calendar begins there is no step', () => {
  const log = fc.sample(arbitraryLog(10), { seed: 1, numRuns: 20 }).find((each) => daysOf(each).length > 1)
  if (!log) throw new Error('The seed gives no log of that kind')
  const timeline = timelineOf(
    log.map((event) =>
      'effectiveOn' in event.data ? { ...event, data: { ...event.data, effectiveOn: '0001-01-01' } } : event,
    ),
  )
  expect(firstStep(timeline, 'effective', resolveMoment(timeline, 'now'))).toEqual({ effectiveOn: '0001-01-01' })
})

test('[TT11] a place on the axis leads back to what its moment shows, the right end to now, the left to nothing', () => {
  fc.assert(
    fc.property(arbitraryLog(60), bothClocks, (log, clock) => {
      const timeline = timelineOf(log)
      const now = resolveMoment(timeline, 'now')
      const { from, to } = axisOf(timeline, clock)
      expect(from).toBeLessThan(to)
      expect(momentAtX(timeline, clock, now, to)).toBe('now')
      expect(momentAtX(timeline, clock, now, to + 5)).toBe('now')
      const empty = resolveMoment(timeline, momentAtX(timeline, clock, now, from))
      if (stepCount(timeline, clock) > 0) expect(stepOf(timeline, clock, empty)).toBe(0)
      for (let step = 0; step <= stepCount(timeline, clock); step++) {
        const bound = resolveMoment(timeline, momentOfStep(timeline, clock, now, step))
        const x = xOfBound(timeline, clock, bound)
        expect(x).toBeGreaterThanOrEqual(from)
        expect(x).toBeLessThanOrEqual(to)
        const back = resolveMoment(timeline, momentAtX(timeline, clock, now, x))
        // Events of one instant share a place: the last of them is found.
        const together = log.filter(({ recordedAt }) => step > 0 && recordedAt === log[step - 1]?.recordedAt)
        const expected = clock === 'recorded' ? (together.at(-1)?.globalPosition ?? 0) : step
        expect(stepOf(timeline, clock, back)).toBe(expected)
      }
    }),
  )
})

test('[TT11] a place within a day is that day', () => {
  const log = fc.sample(arbitraryLog(60), { seed: 2, numRuns: 20 }).find((each) => daysOf(each).length > 3)
  if (!log) throw new Error('The seed gives no log of that kind')
  const timeline = timelineOf(log)
  const now = resolveMoment(timeline, 'now')
  const day = daysOf(log)[1] as number
  for (const part of [0, 0.4, 0.9]) {
    expect(resolveMoment(timeline, momentAtX(timeline, 'effective', now, day + part)).day).toBe(day)
  }
})

test('[TT11] an empty ledger has an axis, and every place on it is now', () => {
  const timeline = timelineOf([])
  const now = resolveMoment(timeline, 'now')
  for (const clock of ['recorded', 'effective'] as const) {
    expect(axisOf(timeline, clock)).toEqual({ from: 0, to: 1 })
    expect(momentAtX(timeline, clock, now, 1)).toBe('now')
    expect(nextStep(timeline, clock, now)).toBe('now')
    expect(previousStep(timeline, clock, now)).toBe('now')
  }
})
