import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLog } from '../projections/testing/arbitrary-log'
import { datesOf, naiveBalances } from '../projections/testing/naive-ledger'
import { Timeline } from '../projections/timeline'
import { balanceAt, balancesAt } from './balances-at'
import { resolveMoment } from './resolve-moment'

test('[TT1] at every position, every date and both, balances are those of a fold over the events', () => {
  fc.assert(
    fc.property(arbitraryLog(60), (log) => {
      const timeline = new Timeline()
      timeline.append(log)
      const into = new Float64Array(timeline.accounts.length).fill(-7)
      for (const effectiveOn of datesOf(log)) {
        const from = effectiveOn === undefined || effectiveOn.endsWith('1') ? 0 : log.length
        for (let position = from; position <= log.length; position++) {
          const moment = { position, ...(effectiveOn !== undefined && { effectiveOn }) }
          const bound = resolveMoment(timeline, moment)
          const expected = [...naiveBalances(log, { position, effectiveOn }).values()]
          expect(balancesAt(timeline, bound, into)).toBe(into)
          expect([...into]).toEqual(expected)
          expect(timeline.accounts.map((_, number) => balanceAt(timeline, number, bound))).toEqual(expected)
        }
      }
    }),
    { numRuns: 60 },
  )
})
