import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dateOfDay, dayNumber } from '../../domain/calendar'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { lateBins, lateDays } from './late-days'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const DAY = 86_400_000
/** A time zone one hour east. */
const dayOf = (millis: number) => Math.floor((millis + 3_600_000) / DAY)

test('[TT16] late are the entries recorded two days or more after their value date, and each is in one bin', () => {
  fc.assert(
    fc.property(arbitraryLog(80), fc.nat(), fc.integer({ min: 1, max: 30 }), (log, half, bins) => {
      const timeline = timelineOf(log.slice(0, half % (log.length + 1)))
      lateDays(timeline, dayOf)
      timeline.append(log.slice(timeline.size))
      const late = naiveEntries(log, { position: log.length })
        .filter(({ position, effectiveOn }) => {
          const recordedAt = Date.parse(log[position - 1]?.recordedAt ?? '')
          return dayOf(recordedAt) - dayNumber(effectiveOn) >= 2
        })
        .map(({ effectiveOn }) => effectiveOn)
      const days = lateDays(timeline, dayOf)
      const found = [...days].flatMap(([day, count]) => Array.from({ length: count }, () => dateOfDay(day)))
      expect(found.sort()).toEqual(late.sort())
      const all = [...days.keys()]
      const counted = lateBins(days, Math.min(...all, 0), Math.max(...all, 1), bins)
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(late.length)
    }),
  )
})
