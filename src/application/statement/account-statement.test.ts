import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { openLedger } from '../testing/memory-ledger'
import { accountStatement } from './account-statement'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

test('[ST3] a script is told of any account, period and moment what a plain fold of the events comes to', async () => {
  const run = fc.tuple(arbitraryLog(50), fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 9 }))
  await fc.assert(
    fc.asyncProperty(run, async ([events, someDate, somePosition, someFrom, someTo, limit]) => {
      const timeline = timelineOf(events)
      const log = {
        readAt: async (positions: readonly number[]) => positions.flatMap((each) => events[each - 1] ?? []),
      }
      const dates = datesOf(events)
      const oneOf = (some: number) => dates[some % (dates.length + 1)]
      const [effectiveOn, from, to] = [oneOf(someDate), oneOf(someFrom), oneOf(someTo)]
      const position = somePosition % (events.length + 1)
      const at = { position, ...(effectiveOn !== undefined && { effectiveOn }) }
      const period = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
      const shown = naiveEntries(events, { position, effectiveOn })
      for (const { id } of timeline.accounts) {
        const own = shown.filter(({ accountId }) => accountId === id)
        const before = own.filter((entry) => from !== undefined && entry.effectiveOn < from)
        const within = own.filter((entry) => !before.includes(entry) && (to === undefined || entry.effectiveOn <= to))
        const sum = (entries: typeof own) => entries.reduce((total, { effect }) => total + effect, 0)
        const report = await accountStatement({ timeline, log }, id, { ...period, at, limit })
        expect(report).toMatchObject({
          opening: sum(before),
          closing: sum(before) + sum(within),
          sumIn: sum(within.filter(({ effect }) => effect > 0)),
          sumOut: sum(within.filter(({ effect }) => effect < 0)),
          count: within.length,
        })
        expect(report.entries).toMatchObject(
          within.slice(0, limit).map((entry) => ({
            position: entry.position,
            effectiveOn: entry.effectiveOn,
            amount: entry.effect,
            balance: entry.balance,
            reversed: entry.reversed,
          })),
        )
        expect(report.entries).toHaveLength(Math.min(limit, within.length))
      }
    }),
    { numRuns: 60 },
  )
})

test('what is no account, no date and no option is refused, with its name', async () => {
  const ledger = await openLedger()
  await expect(accountStatement(ledger, 'nobody')).rejects.toMatchObject({ code: 'account-not-found' })
  const { events } = await ledger.dispatch({ type: 'OpenAccount', name: 'Everyday', currency: 'EUR' })
  const accountId = events[0]?.streamId.replace('account-', '') ?? ''
  const refused = (options: object) => expect(accountStatement(ledger, accountId, options)).rejects
  await refused({ from: '2026-02-30' }).toMatchObject({ code: 'invalid-command', facts: { field: 'from' } })
  await refused({ until: '2026-02-28' }).toMatchObject({ code: 'invalid-command', facts: { field: 'until' } })
  await refused({ at: { position: -1 } }).toMatchObject({ code: 'invalid-moment' })
})
