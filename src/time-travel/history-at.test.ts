import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { arbitraryLog } from '../projections/testing/arbitrary-log'
import { datesOf, naiveEntries } from '../projections/testing/naive-ledger'
import { timelineOf } from '../projections/testing/timeline-of'
import { entriesOf } from './account-entries'
import { RowsUpTo } from './filtered-rows'
import { historyAt, reversedByAt } from './history-at'
import { resolveMoment } from './resolve-moment'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

test('[TT8] a history is newest first by value date and position, with running balances and reversals of the moment', () => {
  const run = fc.tuple(arbitraryLog(70), fc.nat(), fc.nat(), fc.boolean())
  fc.assert(
    fc.property(run, ([log, someDate, somePosition, atHead]) => {
      const timeline = timelineOf(log)
      const dates = datesOf(log)
      const effectiveOn = dates[someDate % dates.length]
      const position = atHead ? log.length : somePosition % (log.length + 1)
      const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
      const expected = naiveEntries(log, { position, effectiveOn }).reverse()
      for (const { number, id } of timeline.accounts) {
        const history = historyAt(timeline, number, bound)
        const rows = Array.from({ length: history.length }, (_, row) => ({
          position: history.slot(row) + 1,
          balance: history.balance(row),
          reversed: reversedByAt(timeline, history.slot(row), bound) !== undefined,
        }))
        const own = expected.filter((entry) => entry.accountId === id)
        expect(rows).toEqual(
          own.map((entry) => ({ position: entry.position, balance: entry.balance, reversed: entry.reversed })),
        )
        const shown = new Map(own.map((entry, row) => [entry.position - 1, row]))
        for (let slot = 0; slot < log.length; slot++) expect(history.rowOf(slot)).toBe(shown.get(slot) ?? -1)
      }
    }),
    { numRuns: 100 },
  )
})

test('[TT9] a history that grew event by event is the one of a whole log', () => {
  fc.assert(
    fc.property(arbitraryLog(50), (log) => {
      const growing = timelineOf([])
      for (const event of log) {
        growing.append([event])
        for (const { number } of growing.accounts) entriesOf(growing, number)
      }
      const whole = timelineOf(log)
      for (const { number } of whole.accounts) {
        const { recorded, byDay, balances } = entriesOf(whole, number)
        expect(entriesOf(growing, number)).toEqual({ recorded, byDay, balances })
      }
    }),
  )
})

test('[TT8] of many entries, the rows up to a position are those of a plain filter', () => {
  const shuffled = fc.shuffledSubarray(Array.from({ length: 1500 }, (_, slot) => slot))
  fc.assert(
    fc.property(shuffled, fc.nat(1600), fc.nat(1500), (order, position, limit) => {
      const within = Math.min(limit, order.length)
      const slots = Uint32Array.from(order)
      let sum = 0
      const balances = Float64Array.from(order, (slot) => (sum += slot % 2 === 0 ? slot : -slot))
      const rows = new RowsUpTo(position, slots, balances, within)
      const expected = order.slice(0, within).filter((slot) => slot < position)
      let balance = 0
      expect(rows.length).toBe(expected.length)
      for (const [row, slot] of expected.entries()) {
        balance += slot % 2 === 0 ? slot : -slot
        expect(rows.slot(row)).toBe(slot)
        expect(rows.balance(row)).toBe(balance)
        expect(rows.rowAt(order.indexOf(slot))).toBe(row)
      }
    }),
    { numRuns: 30 },
  )
})

test('[TT8] a row beyond the history throws', () => {
  const timeline = timelineOf([])
  const history = historyAt(timeline, 0, { position: 0, day: Number.POSITIVE_INFINITY })
  expect(history.length).toBe(0)
  expect(() => history.slot(0)).toThrow(RangeError)
})
