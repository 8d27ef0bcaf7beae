import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog, arbitraryLongLog } from '../projections/testing/arbitrary-log'
import { datesOf, naiveBalances } from '../projections/testing/naive-ledger'
import { timelineOf } from '../projections/testing/timeline-of'
import { balanceAt, balancesAt } from './balances-at'
import { resolveMoment } from './resolve-moment'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

test('[TT1] at every position, every date and both, balances are those of a fold over the events', () => {
  fc.assert(
    fc.property(arbitraryLog(40), (log) => {
      const timeline = timelineOf(log)
      const into = new Float64Array(timeline.accounts.length)
      for (const effectiveOn of datesOf(log)) {
        for (let position = 0; position <= log.length; position++) {
          const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
          const expected = [...naiveBalances(log, { position, effectiveOn }).values()]
          expect([...balancesAt(timeline, bound, into)]).toEqual(expected)
          expect(timeline.accounts.map((_, number) => balanceAt(timeline, number, bound))).toEqual(expected)
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('[TT1] in a log of thousands of events too, at positions and dates taken at random', () => {
  const places = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('recorded', 'effective', 'both')), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(arbitraryLongLog(4000), places, (log, moments) => {
      const timeline = timelineOf(log)
      const dates = datesOf(log)
      for (const [place, date, clock] of moments) {
        const position = clock === 'effective' ? log.length : place % (log.length + 1)
        const effectiveOn = clock === 'recorded' ? undefined : dates[date % dates.length]
        const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
        const expected = [...naiveBalances(log, { position, effectiveOn }).values()]
        expect([...balancesAt(timeline, bound)]).toEqual(expected)
        expect(timeline.accounts.map((_, number) => balanceAt(timeline, number, bound))).toEqual(expected)
      }
    }),
    { numRuns: 3 },
  )
})

test('[TT9] balances asked for while the log grows event by event are those of the log so far', () => {
  fc.assert(
    fc.property(arbitraryLog(60), fc.nat(), (log, date) => {
      const timeline = timelineOf([])
      const dates = datesOf(log)
      const effectiveOn = dates[date % dates.length] ?? '2024-01-01'
      for (const event of log) {
        timeline.append([event])
        const seen = log.slice(0, timeline.size)
        const now = [...naiveBalances(seen, { position: timeline.size }).values()]
        const then = [...naiveBalances(seen, { position: timeline.size, effectiveOn }).values()]
        expect([...balancesAt(timeline, resolveMoment(timeline, 'now'))]).toEqual(now)
        expect([...balancesAt(timeline, resolveMoment(timeline, { effectiveOn }))]).toEqual(then)
      }
    }),
    { numRuns: 30 },
  )
})

test('[TT6] balances are written into the array that is given, over whatever stood there', () => {
  const log = fc.sample(arbitraryLog(60), { seed: 7, numRuns: 20 }).find((each) => each.length > 30) ?? []
  const timeline = timelineOf(log)
  for (const moment of [
    'now',
    { position: 9 },
    { effectiveOn: '2023-12-01' },
    { position: 9, effectiveOn: '2023-12-01' },
  ] as const) {
    const bound = resolveMoment(timeline, moment)
    const into = new Float64Array(timeline.accounts.length).fill(-7)
    expect(balancesAt(timeline, bound, into)).toBe(into)
    expect(into).toEqual(balancesAt(timeline, bound))
  }
})
