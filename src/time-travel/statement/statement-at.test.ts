import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { reversedByAt } from '../history-at'
import { resolveMoment } from '../resolve-moment'
import { dateOrNone, namedPeriod, nameOfPeriod, periodOfDates } from './periods'
import { statementAt } from './statement-at'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

/** Which of the log's own days ends a period, or the day beside it; undefined for an open end. */
const end = fc.option(fc.record({ which: fc.nat(), beside: fc.integer({ min: -1, max: 1 }) }), { nil: undefined })

function dayOfEnd(
  dates: readonly (string | undefined)[],
  chosen: { which: number; beside: number } | undefined,
  open: number,
): number {
  const date = chosen && dates[chosen.which % dates.length]
  return date === undefined || chosen === undefined ? open : dayNumber(date) + chosen.beside
}

test('[ST1] at every moment of both clocks and in any period, a statement is that of a plain fold, and opening + sums = closing', () => {
  const run = fc.tuple(arbitraryLog(70), fc.nat(), fc.nat(), fc.boolean(), end, end)
  fc.assert(
    fc.property(run, ([log, someDate, somePosition, atHead, someFrom, someTo]) => {
      const timeline = timelineOf(log)
      const dates = datesOf(log)
      const effectiveOn = dates[someDate % (dates.length + 1)]
      const position = atHead ? log.length : somePosition % (log.length + 1)
      const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
      const from = dayOfEnd(dates, someFrom, Number.NEGATIVE_INFINITY)
      const to = dayOfEnd(dates, someTo, Number.POSITIVE_INFINITY)
      const shown = naiveEntries(log, { position, effectiveOn })
      for (const { number, id } of timeline.accounts) {
        const own = shown.filter(({ accountId }) => accountId === id)
        const before = own.filter((entry) => dayNumber(entry.effectiveOn) < from)
        const within = own.filter(({ effectiveOn: date }) => dayNumber(date) >= from && dayNumber(date) <= to)
        const sum = (entries: typeof own) => entries.reduce((total, { effect }) => total + effect, 0)
        const opening = sum(before)
        const statement = statementAt(timeline, number, bound, { from, to })
        const { length, ...sums } = statement
        const rows = Array.from({ length }, (_, row) => ({
          position: statement.slot(row) + 1,
          balance: statement.balance(row),
          reversed: reversedByAt(timeline, statement.slot(row), bound) !== undefined,
        }))
        expect(rows).toEqual(
          within.map((entry) => ({
            position: entry.position,
            // Running balances of the fold are over all value dates, as the statement's.
            balance: entry.balance,
            reversed: entry.reversed,
          })),
        )
        expect(sums).toMatchObject({
          opening,
          sumIn: sum(within.filter(({ effect }) => effect > 0)),
          sumOut: sum(within.filter(({ effect }) => effect < 0)),
          closing: opening + sum(within),
        })
        expect(statement.opening + statement.sumIn + statement.sumOut).toBe(statement.closing)
        expect(() => statement.slot(length)).toThrow(RangeError)
      }
    }),
    { numRuns: 150 },
  )
})

test('[ST1] the statements of neighbouring periods join', () => {
  fc.assert(
    fc.property(arbitraryLog(60), end, (log, someCut) => {
      const timeline = timelineOf(log)
      const cut = dayOfEnd(datesOf(log), someCut, 0)
      const bound = resolveMoment(timeline, 'now')
      const [open, end] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      for (const { number } of timeline.accounts) {
        const early = statementAt(timeline, number, bound, { from: open, to: cut })
        const late = statementAt(timeline, number, bound, { from: cut + 1, to: end })
        const whole = statementAt(timeline, number, bound, { from: open, to: end })
        expect(early.opening).toBe(0)
        expect(late.opening).toBe(early.closing)
        expect(late.closing).toBe(whole.closing)
        expect(early.length + late.length).toBe(whole.length)
      }
    }),
    { numRuns: 40 },
  )
})

test('[ST2] periods with names are whole months and years, and are known again by their dates', () => {
  const dates = (name: Parameters<typeof namedPeriod>[0], today: string) => Object.values(namedPeriod(name, today))
  expect(dates('this-month', '2024-02-10')).toEqual(['2024-02-01', '2024-02-29'])
  expect(dates('last-month', '2024-01-31')).toEqual(['2023-12-01', '2023-12-31'])
  expect(dates('last-month', '2023-03-31')).toEqual(['2023-02-01', '2023-02-28'])
  expect(dates('this-month', '2026-12-01')).toEqual(['2026-12-01', '2026-12-31'])
  expect(dates('this-year', '2026-11-28')).toEqual(['2026-01-01', '2026-12-31'])
  expect(dates('last-year', '2026-11-28')).toEqual(['2025-01-01', '2025-12-31'])
  expect(dates('all', '2026-11-28')).toEqual([undefined, undefined])
  for (const name of ['this-month', 'last-month', 'this-year', 'last-year', 'all'] as const) {
    expect(nameOfPeriod(namedPeriod(name, '2026-11-28'), '2026-11-28')).toBe(name)
  }
  expect(nameOfPeriod({ from: '2026-11-02', to: '2026-11-30' }, '2026-11-28')).toBeUndefined()
})

test('[ST2] what is no date leaves its side of the period open', () => {
  expect(periodOfDates({ from: '2024-02-30', to: 'soon' })).toEqual({
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  })
  expect(periodOfDates({ from: undefined, to: '1970-01-03' })).toEqual({ from: Number.NEGATIVE_INFINITY, to: 2 })
  expect(['2024-02-29', '2024-02-30', undefined].map(dateOrNone)).toEqual(['2024-02-29', undefined, undefined])
  expect(periodOfDates({ from: '1970-01-02', to: '1970-01-03' })).toEqual({ from: 1, to: 2 })
})
