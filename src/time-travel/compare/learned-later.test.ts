import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay } from '../../domain/calendar'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { type Line, smallBook } from '../testing/small-book'
import { knowledgeAt, learnedLater } from './learned-later'

const DAY = 86_400_000
const HOUR = 3_600_000

test('[CM3] about a date: what was recorded up to the end of that day, in whatever zone the reader is', () => {
  const zone = fc
    .integer({ min: -12, max: 14 })
    .map((hours) => (millis: number) => Math.floor((millis + hours * HOUR) / DAY))
  fc.assert(
    fc.property(arbitraryLog(60), zone, fc.integer({ min: -3, max: 3 }), (log, dayOf, beyond) => {
      const timeline = timelineOf(log)
      const days = log.map(({ recordedAt }) => dayOf(Date.parse(recordedAt)))
      for (const recordedOn of new Set(days)) {
        const day = recordedOn + beyond
        const position = days.filter((each) => each <= day).length
        expect(knowledgeAt(timeline, { effectiveOn: dateOfDay(day) }, dayOf)).toEqual({ position, day })
      }
    }),
    { numRuns: 60 },
  )
})

test('[CM3] of one account or of all, however the questions take turns and the log grows in between', () => {
  fc.assert(
    fc.property(
      arbitraryLog(60),
      fc.nat(),
      fc.nat(),
      fc.array(fc.nat(5), { maxLength: 6 }),
      (log, at, later, asked) => {
        fc.pre(log.length > 0)
        const timeline = timelineOf(log.slice(0, -1))
        const position = at % log.length
        const day = Math.floor(Date.parse(log[at % log.length]?.recordedAt ?? '') / DAY) + (later % 9) - 4
        const ask = (account: number | undefined) => {
          const by = {
            position: later % (timeline.size + 1),
            day: later % 3 === 0 ? day - 2 : Number.POSITIVE_INFINITY,
          }
          const rows = learnedLater(timeline, { position, day }, by, account)
          const id = account === undefined ? undefined : timeline.accounts[account]?.id
          const expected = naiveEntries(log, { position: by.position, effectiveOn: dateOfDay(Math.min(day, by.day)) })
            .filter((entry) => entry.position > position && (id === undefined || entry.accountId === id))
            .map((entry) => entry.position - 1)
          const found = Array.from({ length: rows.length }, (_, row) => rows.slot(row))
          expect(found).toEqual(expected.sort((a, b) => b - a))
        }
        const accounts = asked.map((each) => (each < timeline.accounts.length ? each : undefined))
        for (const account of accounts) ask(account)
        timeline.append(log.slice(-1))
        for (const account of accounts) ask(account)
      },
    ),
    { numRuns: 60 },
  )
})

test('[CM3] nothing is learned about now, and nothing by whoever knows no more', () => {
  const lines: Line[] = [
    [100, 10],
    [-5, 30],
    [7, 20],
    [3, 40],
  ]
  const timeline = timelineOf(smallBook(lines))
  const known = { position: 3, day: 25 }
  const slots = (position: number, day = Number.POSITIVE_INFINITY) => {
    const rows = learnedLater(timeline, known, { position, day })
    return Array.from({ length: rows.length }, (_, row) => rows.slot(row))
  }
  expect([slots(3), slots(4), slots(5), slots(5, 19), slots(5, 20)]).toEqual([[], [3], [3], [], [3]])
  expect(learnedLater(timeline, undefined, { position: 5, day: 99 }).length).toBe(0)
  // The backdated entry is dated early enough, and recorded too late.
  expect(learnedLater(timeline, { position: 2, day: 25 }, { position: 3, day: 20 }).length).toBe(0)
})
