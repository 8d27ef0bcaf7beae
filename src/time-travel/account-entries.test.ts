import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../domain/calendar'
import { arbitraryLongLog } from '../projections/testing/arbitrary-log'
import { naiveEntries } from '../projections/testing/naive-ledger'
import { Timeline } from '../projections/timeline'
import { entriesOf } from './account-entries'
import { listedRows, NO_ROWS } from './compare/slot-rows'

test('[TT9] of more accounts than are kept, entries in both orders are those of a fold, however they were asked before', () => {
  fc.assert(
    fc.property(arbitraryLongLog(400), fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (log, asked) => {
      const timeline = new Timeline()
      for (let step = 0; step < 10; step++) {
        timeline.append(log.slice(timeline.size, timeline.size + Math.ceil(log.length / 10)))
        const all = naiveEntries(log, { position: timeline.size })
        const { accounts } = timeline
        for (const pick of asked.slice(step, step + 12)) {
          const account = accounts[pick % Math.max(1, accounts.length)]
          if (!account) continue
          const own = all.filter(({ accountId }) => accountId === account.id)
          const { recorded, byDay, balances } = entriesOf(timeline, account.number)
          const byPosition = own.map(({ position }) => position - 1).sort((a, b) => a - b)
          expect([...recorded]).toEqual(byPosition)
          const byDate = own
            .toSorted((a, b) => dayNumber(a.effectiveOn) - dayNumber(b.effectiveOn) || a.position - b.position)
            .map(({ position, effect }) => ({ slot: position - 1, effect }))
          expect([...byDay]).toEqual(byDate.map(({ slot }) => slot))
          let balance = 0
          const running = byDate.map(({ effect }) => {
            balance += effect
            return balance
          })
          expect([...balances]).toEqual(running)
        }
        // The same answer is the same object, while nothing is added.
        if (accounts[0]) expect(entriesOf(timeline, 0)).toBe(entriesOf(timeline, 0))
      }
      expect([...entriesOf(timeline, 10_000).recorded]).toEqual([])
    }),
    { numRuns: 8 },
  )
})

test('[CM1] rows are listed newest first, and there are none beside them', () => {
  const rows = listedRows(Uint32Array.of(4, 6, 9, 11), 3)
  expect([rows.length, rows.slot(0), rows.slot(2)]).toEqual([3, 9, 4])
  for (const row of [-1, 3]) expect(() => rows.slot(row)).toThrow(new RangeError(`There is no row ${row}`))
  expect(() => NO_ROWS.slot(0)).toThrow(new RangeError('There is no row 0'))
  expect(listedRows(Uint32Array.of(4, 6)).length).toBe(2)
})
