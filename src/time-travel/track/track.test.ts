import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveBalances, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { totalsWithin } from '../activity/totals-within'
import type { Clock } from '../moment'
import { resolveMoment } from '../resolve-moment'
import { stepCount, stepOf } from '../steps'
import { unitsOf } from '../units'
import { barsOf } from './bars'
import { endBefore, endOf } from './calendar-ends'
import { type Snap, stopAt } from './snap'
import { momentAt, placeOf, type Scale, type Spacing, wholeOf } from './spacing'
import { stepTicks } from './step-ticks'
import { leastSpan, panned, showing, within, zoomed } from './zoom'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

const clocks = fc.constantFrom<Clock>('recorded', 'effective')
const scales: fc.Arbitrary<Scale> = fc.record({ clock: clocks, spacing: fc.constantFrom<Spacing>('time', 'event') })
const shares = fc.double({ min: 0, max: 1, noNaN: true })

/** When each step of a clock happened, in order. */
function naiveSteps(log: readonly RecordedEvent[], clock: Clock): number[] {
  if (clock === 'recorded') return log.map(({ recordedAt }) => Date.parse(recordedAt))
  const days = naiveEntries(log, { position: log.length }).map(({ effectiveOn }) => dayNumber(effectiveOn))
  return [...new Set(days)].sort((a, b) => a - b)
}

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

test('[TK2] months end with their last day on either clock, leap years and the turn of the year among them', () => {
  for (const [day, end] of [
    ['2024-02-01', '2024-02-29'],
    ['2023-02-28', '2023-02-28'],
    ['2023-12-31', '2023-12-31'],
    ['2024-01-31', '2024-01-31'],
    ['2024-10-27', '2024-10-31'],
  ] as const) {
    expect(endOf('effective', 'month', dayNumber(day))).toBe(dayNumber(end))
    expect(endBefore('effective', 'month', dayNumber(day))).toBe(dayNumber(`${day.slice(0, 7)}-01`) - 1)
    const noon = new Date(`${day}T12:00:00`).getTime()
    expect(endOf('recorded', 'month', noon)).toBe(new Date(`${end}T23:59:59.999`).getTime())
    expect(endOf('recorded', 'day', noon)).toBe(new Date(`${day}T23:59:59.999`).getTime())
    expect(endBefore('recorded', 'month', noon)).toBe(new Date(`${day.slice(0, 7)}-01T00:00:00`).getTime() - 1)
  }
})

test('[TT12] the bars of any span, in either spacing, of all accounts or one, count what a naive count does', () => {
  const run = fc.tuple(arbitraryLog(80), scales, shares, shares, fc.integer({ min: 20, max: 400 }), fc.boolean())
  fc.assert(
    fc.property(run, ([log, scale, at, closer, width, single]) => {
      const timeline = timelineOf(log)
      const account = single ? timeline.accounts[0] : undefined
      const whole = wholeOf(timeline, scale)
      const span = zoomed(whole, whole, closer, whole.from + at * (whole.to - whole.from), leastSpan(scale))
      const { bins, left, pitch } = barsOf(timeline, scale, span, width, 4, account?.number)
      const count = bins.in.length
      const unit = width / (span.to - span.from)
      expect(pitch).toBeGreaterThan(3.99)
      // An axis of a millisecond is not much wider than what its numbers round by: so many pixels.
      const slack = Math.max(0.01, 4 * Number.EPSILON * Math.abs(span.to) * unit)
      expect(left).toBeLessThanOrEqual(scale.clock === 'recorded' && scale.spacing === 'time' ? slack : 0)
      expect(left + count * pitch).toBeGreaterThanOrEqual(width - slack)
      const steps = naiveSteps(log, scale.clock)
      const entries = naiveEntries(log, { position: log.length })
        .filter(({ accountId }) => !account || accountId === account.id)
        .map((entry) => {
          const event = log[entry.position - 1] as RecordedEvent
          const time = scale.clock === 'recorded' ? Date.parse(event.recordedAt) : dayNumber(entry.effectiveOn)
          const step = scale.clock === 'recorded' ? entry.position : steps.indexOf(time) + 1
          const place = scale.spacing === 'event' ? step : time
          return { ...entry, type: event.type, bin: ((place - span.from) * unit - left) / pitch }
        })
      // A continuous axis rounds: what lies on a border may be on either side of it.
      const rounding = Math.max(1e-6, slack / pitch)
      const isClear = entries.every(({ bin }) => Math.abs(bin - Math.round(bin)) > rounding)
      if (!isClear) return
      for (let bin = 0; bin < count; bin++) {
        const own = entries.filter((entry) => Math.floor(entry.bin) === bin)
        const countOf = (type: RegExp) => own.filter((entry) => type.test(entry.type)).length
        expect([bins.in[bin], bins.out[bin], bins.transfers[bin], bins.reversals[bin]]).toEqual([
          countOf(/^Deposited/),
          countOf(/^Withdrawn/),
          countOf(/^Transfer/),
          countOf(/^EntryReversed/),
        ])
        for (const { currency, exponent, minor } of bins.totals) {
          const ids = timeline.accounts.filter((each) => each.currency === currency && each.exponent === exponent)
          const expected = entries
            .filter((entry) => ids.some(({ id }) => id === entry.accountId) && Math.floor(entry.bin) <= bin)
            .reduce((sum, { effect }) => sum + effect, 0)
          expect(minor[bin]).toBe(expected)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('[TT12] the totals of a bound are the sums of all balances there', () => {
  fc.assert(
    fc.property(arbitraryLog(80), fc.nat(), fc.option(fc.nat()), (log, place, which) => {
      const timeline = timelineOf(log)
      const days = naiveSteps(log, 'effective')
      const position = place % (log.length + 1)
      const day = which === null || days.length === 0 ? undefined : days[which % days.length]
      const effectiveOn = day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10)
      const got = totalsWithin(timeline, { position, day: day ?? Number.POSITIVE_INFINITY })
      const balances = naiveBalances(log, { position, effectiveOn })
      const { units, ofAccount } = unitsOf(timeline)
      const expected = units.map(() => 0)
      for (const { id, number } of timeline.accounts) {
        const unit = ofAccount[number] as number
        expected[unit] = (expected[unit] as number) + (balances.get(id) ?? 0)
      }
      expect([...got]).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

test('[TK3] a span stays within the whole, keeps what it is zoomed about, and never gets closer than the least', () => {
  const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(
      numbers,
      fc.double({ min: 1, max: 1e6, noNaN: true }),
      shares,
      shares,
      shares,
      (from, width, at, place, by) => {
        const whole = { from, to: from + width }
        const least = width / 1000
        const span = zoomed(whole, whole, Math.max(0.001, at), from + place * width, least)
        for (const factor of [0.3, 0.9, 1.7, 1e9]) {
          const x = span.from + by * (span.to - span.from)
          const next = zoomed(span, whole, factor, x, least)
          expect(next.from).toBeGreaterThanOrEqual(whole.from)
          expect(next.to).toBeLessThanOrEqual(whole.to + width * 1e-12)
          expect(next.to - next.from).toBeGreaterThanOrEqual(least * 0.999999)
          const touches = next.from <= whole.from || next.to >= whole.to - width * 1e-9
          const share = (x - next.from) / (next.to - next.from)
          if (!touches) expect(share).toBeCloseTo(by, 4)
        }
        expect(zoomed(span, whole, 1e9, span.from, least)).toEqual(whole)
        const moved = panned(span, whole, by)
        expect(moved.to - moved.from).toBeCloseTo(span.to - span.from, 4)
        const x = from + by * width
        const shown = showing(span, whole, x)
        expect(x).toBeGreaterThanOrEqual(shown.from - 1e-6)
        expect(x).toBeLessThanOrEqual(shown.to + 1e-6)
        expect(within({ from: from - 5, to: from - 4 }, whole, least).from).toBe(from)
      },
    ),
  )
})

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
