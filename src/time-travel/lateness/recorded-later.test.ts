import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import { arbitraryLog, arbitraryLongLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { countRecordedLater } from './recorded-later'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

test('[TT15] what was recorded later of a day is what a walk over all entries counts, while the log grows too', () => {
  fc.assert(
    fc.property(arbitraryLog(60), fc.integer({ min: 1, max: 9 }), fc.nat(), (log, block, half) => {
      const timeline = timelineOf(log.slice(0, half % (log.length + 1)))
      countRecordedLater(timeline, { position: 0, day: 0 }, block)
      timeline.append(log.slice(timeline.size))
      const all = naiveEntries(log, { position: log.length })
      for (const date of datesOf(log)) {
        const day = date === undefined ? Number.POSITIVE_INFINITY : dayNumber(date)
        for (let position = 0; position <= log.length; position++) {
          const later = all.filter((entry) => entry.position > position && (date ?? '9999-12-31') >= entry.effectiveOn)
          expect(countRecordedLater(timeline, { position, day }, block)).toBe(later.length)
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('[TT15] in a log of thousands of events too', () => {
  fc.assert(
    fc.property(arbitraryLongLog(9000), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }), (log, places) => {
      const timeline = timelineOf(log)
      const all = naiveEntries(log, { position: log.length })
      const dates = datesOf(log).filter((date) => date !== undefined)
      for (const [place, which] of places) {
        const position = place % (log.length + 1)
        const date = dates[which % dates.length] as string
        const later = all.filter((entry) => entry.position > position && entry.effectiveOn <= date)
        expect(countRecordedLater(timeline, { position, day: dayNumber(date) })).toBe(later.length)
      }
    }),
    { numRuns: 3 },
  )
})
