import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../projections/testing/arbitrary-log'
import { datesOf } from '../projections/testing/naive-ledger'
import { timelineOf } from '../projections/testing/timeline-of'
import { balancesAt } from './balances-at'
import { InvalidMomentError, momentOf, parseMoment, resolveMoment } from './resolve-moment'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

test.each([
  ['now'],
  [{ position: 0 }],
  [{ position: 12 }],
  [{ recordedAt: '2024-02-29T23:59:59.999Z' }],
  [{ effectiveOn: '2024-02-29' }],
  [{ recordedAt: '2024-01-01T00:00:00.000Z', effectiveOn: '0001-01-01' }],
  [{ position: 3, effectiveOn: '9999-12-31' }],
])('[TT5] %j is a moment', (moment) => {
  expect(parseMoment(moment)).toEqual(moment)
})

test.each([
  [undefined],
  [null],
  ['then'],
  [3],
  [{}],
  [[]],
  [['now']],
  [{ position: -1 }],
  [{ position: 1.5 }],
  [{ position: '3' }],
  [{ position: Number.NaN }],
  [{ position: Number.POSITIVE_INFINITY }],
  [{ position: 2 ** 53 }],
  [{ position: 3n }],
  [{ position: Symbol('3') }],
  [{ position: undefined }],
  [{ position: 3, effectiveOn: undefined }],
  [{ position: 3, recordedAt: '2024-01-01T00:00:00.000Z' }],
  [{ recordedAt: '2024-01-01' }],
  [{ recordedAt: '2024-01-01T00:00:00Z' }],
  [{ recordedAt: '2023-02-29T00:00:00.000Z' }],
  [{ recordedAt: new Date(0) }],
  [{ effectiveOn: '2023-02-29' }],
  [{ effectiveOn: '2023-2-1' }],
  [{ effectiveOn: '0000-01-01' }],
  [{ effectiveOn: 20240101 }],
  [{ position: 3, when: 'now' }],
  [{ when: 'now' }],
])('[TT5] %o is refused as no moment', (value) => {
  expect(() => parseMoment(value)).toThrow(InvalidMomentError)
  expect(() => parseMoment(value)).toThrow(
    expect.objectContaining({
      name: 'InvalidMomentError',
      code: 'invalid-moment',
      message: expect.stringMatching(/\w/),
    }),
  )
})

test('[TT3] a position beyond the head is the head, a date at or beyond the last entry is now', () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const timeline = timelineOf(log)
      const now = balancesAt(timeline, resolveMoment(timeline, 'now'))
      expect(resolveMoment(timeline, { position: log.length + 9 })).toEqual(resolveMoment(timeline, 'now'))
      const dates = log.flatMap(({ data }) => (typeof data.effectiveOn === 'string' ? [data.effectiveOn] : []))
      for (const effectiveOn of [dates.sort().at(-1) ?? '2024-01-01', '9999-12-31']) {
        expect(balancesAt(timeline, resolveMoment(timeline, { effectiveOn }))).toEqual(now)
      }
    }),
  )
})

test('[TT4] recordedAt bounds to all that was recorded at or before the instant', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.nat(), fc.integer({ min: -1, max: 1 }), (log, which, shift) => {
      const timeline = timelineOf(log)
      const millis = Date.parse(log[which % log.length]?.recordedAt ?? '2024-01-01T00:00:00.000Z') + shift
      const recordedAt = new Date(millis).toISOString()
      const position = log.filter((event) => event.recordedAt <= recordedAt).length
      expect(resolveMoment(timeline, { recordedAt })).toEqual({ position, day: Number.POSITIVE_INFINITY })
      expect(resolveMoment(timeline, { recordedAt, effectiveOn: '1970-01-02' })).toEqual({ position, day: 1 })
    }),
  )
})

test('[TT3] a bound is told as a moment that resolves to it', () => {
  fc.assert(
    fc.property(arbitraryLog(40), fc.nat(60), (log, position) => {
      const timeline = timelineOf(log)
      for (const effectiveOn of datesOf(log)) {
        const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
        expect(resolveMoment(timeline, momentOf(timeline, bound))).toEqual(bound)
      }
      expect(momentOf(timeline, resolveMoment(timeline, 'now'))).toBe('now')
    }),
  )
})
