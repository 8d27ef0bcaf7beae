import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { naiveSteps, scales, shares } from '../testing/naive-steps'
import { barsOf } from './bars'
import { wholeOf } from './spacing'
import { leastSpan, zoomed } from './zoom'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

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
