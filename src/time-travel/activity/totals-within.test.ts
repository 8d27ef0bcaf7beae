import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveBalances } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { naiveSteps } from '../testing/naive-steps'
import { unitsOf } from '../units'
import { totalsWithin } from './totals-within'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

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
