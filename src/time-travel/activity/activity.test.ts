import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { balanceSeries } from '../balance-series'
import type { Clock } from '../moment'
import { axisOf } from '../x-axis'
import { activityBins } from './activity'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const bothClocks = fc.constantFrom<Clock>('recorded', 'effective')

/** Entries with their places on a clock's axis, in the order of that clock. */
function placed(log: readonly RecordedEvent[], clock: Clock) {
  const entries = naiveEntries(log, { position: log.length })
  if (clock === 'recorded') entries.sort((a, b) => a.position - b.position)
  return entries.map((entry) => {
    const event = log[entry.position - 1] as RecordedEvent
    const x = clock === 'recorded' ? Date.parse(event.recordedAt) : dayNumber(entry.effectiveOn)
    return { ...entry, x, type: event.type }
  })
}

test('[TT12] each entry is counted once, in its bin and kind, and totals are the balances at the ends of the bins', () => {
  const run = fc.tuple(arbitraryLog(80), bothClocks, fc.integer({ min: 1, max: 9 }), fc.nat(3), fc.boolean())
  fc.assert(
    fc.property(run, ([log, clock, bins, margin, single]) => {
      const timeline = timelineOf(log)
      const axis = axisOf(timeline, clock)
      const from = axis.from + ((axis.to - axis.from) * margin) / 10
      const { to } = axis
      const account = single ? timeline.accounts[0] : undefined
      const got = activityBins(timeline, clock, from, to, bins, account && { account: account.number })
      const binOf = (x: number) => (x < from ? 0 : Math.min(bins - 1, Math.floor((x - from) * (bins / (to - from)))))
      const entries = placed(log, clock).filter(({ accountId }) => !account || accountId === account.id)
      const countOf = (bin: number, type: RegExp) =>
        entries.filter((entry) => entry.x >= from && binOf(entry.x) === bin && type.test(entry.type)).length
      for (let bin = 0; bin < bins; bin++) {
        expect([got.in[bin], got.out[bin], got.transfers[bin], got.reversals[bin]]).toEqual([
          countOf(bin, /^Deposited/),
          countOf(bin, /^Withdrawn/),
          countOf(bin, /^Transfer/),
          countOf(bin, /^EntryReversed/),
        ])
        for (const { currency, exponent, minor } of got.totals) {
          const ids = timeline.accounts.filter((each) => each.currency === currency && each.exponent === exponent)
          const expected = entries
            .filter((entry) => ids.some(({ id }) => id === entry.accountId) && binOf(entry.x) <= bin)
            .reduce((sum, { effect }) => sum + effect, 0)
          expect(minor[bin]).toBe(expected)
        }
      }
    }),
    { numRuns: 80 },
  )
})

test('[TT12] the same question is answered from memory until the timeline grows', () => {
  const log = fc.sample(arbitraryLog(60), { seed: 3, numRuns: 20 }).find((each) => each.length > 20) ?? []
  const timeline = timelineOf(log.slice(0, -1))
  const ask = () => activityBins(timeline, 'recorded', 0, 2e12, 5)
  expect(ask()).toBe(ask())
  const before = ask()
  timeline.append(log.slice(-1))
  expect(ask()).not.toBe(before)
})

test('[TT12] a picture kept up while the log grows, backdated entries and new currencies among it, is that of the whole', () => {
  const run = fc.tuple(arbitraryLog(120), bothClocks, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  fc.assert(
    fc.property(run, ([log, clock, bins, step]) => {
      const growing = timelineOf([])
      for (let size = 0; size < log.length; size += step) {
        growing.append(log.slice(size, size + step))
        const { from, to } = axisOf(growing, clock)
        const whole = timelineOf(log.slice(0, size + step))
        expect(activityBins(growing, clock, from, to, bins, {}, 3)).toEqual(activityBins(whole, clock, from, to, bins))
      }
    }),
    { numRuns: 60 },
  )
})

test('[TT13] a balance line steps where the balance does', () => {
  fc.assert(
    fc.property(arbitraryLog(80), bothClocks, fc.nat(5), (log, clock, margin) => {
      const timeline = timelineOf(log)
      const axis = axisOf(timeline, clock)
      const fromX = axis.from + Math.floor(((axis.to - axis.from) * margin) / 10)
      for (const { number, id } of timeline.accounts) {
        const { x, balance } = balanceSeries(timeline, number, clock, fromX, axis.to, 1000)
        expect(x[0]).toBe(fromX)
        expect(x.at(-1)).toBe(axis.to)
        expect(new Set(x).size).toBe(x.length)
        const own = placed(log, clock).filter(({ accountId }) => accountId === id)
        const balanceAtX = (at: number) =>
          own.filter((entry) => entry.x <= at).reduce((sum, { effect }) => sum + effect, 0)
        expect(balance).toEqual(x.map(balanceAtX))
        for (const entry of own) if (entry.x > fromX) expect(x).toContain(entry.x)
      }
    }),
  )
})

test('[TT13] thinned out, a line keeps its ends, its lowest and its highest point, and few points', () => {
  fc.assert(
    fc.property(arbitraryLog(120), bothClocks, fc.integer({ min: 4, max: 20 }), (log, clock, maxPoints) => {
      const timeline = timelineOf(log)
      const { from, to } = axisOf(timeline, clock)
      for (const { number } of timeline.accounts) {
        const whole = balanceSeries(timeline, number, clock, from, to, 1000)
        const thin = balanceSeries(timeline, number, clock, from, to, maxPoints)
        expect(thin.x.length).toBeLessThanOrEqual(maxPoints + 1)
        expect([thin.x[0], thin.x.at(-1)]).toEqual([from, to])
        expect([thin.balance[0], thin.balance.at(-1)]).toEqual([whole.balance[0], whole.balance.at(-1)])
        expect(Math.min(...thin.balance)).toBe(Math.min(...whole.balance))
        expect(Math.max(...thin.balance)).toBe(Math.max(...whole.balance))
        for (const [index, at] of thin.x.entries()) expect(thin.balance[index]).toBe(whole.balance[whole.x.indexOf(at)])
      }
    }),
  )
})
