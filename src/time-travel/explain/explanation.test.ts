import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dateOfDay } from '../../domain/calendar'
import { typeOfKind } from '../../projections/event-kind'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveAccounts, naiveEntries, naiveInTransit } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import type { Timeline } from '../../projections/timeline'
import { type Bound, resolveMoment } from '../resolve-moment'
import { unitsOf } from '../units'
import { explainedRows } from './explained-rows'
import { explainBy, numberAsked, type Question, sumAgain } from './explanation'
import { explainListed, listedRows, transitSlots } from './listed-entries'
import { firstDayOf, monthFrom, monthOfDay, monthText } from './months'
import { type Subject, sequenceOf } from './sequence'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

type Log = Parameters<typeof timelineOf>[0]
interface Place {
  readonly position: number
  readonly effectiveOn?: string | undefined
}

const place = fc.tuple(fc.nat(), fc.nat(), fc.boolean())
function placeIn(log: Log, [someDate, somePosition, atHead]: [number, number, boolean]): Place {
  const dates = datesOf(log)
  const position = atHead ? log.length : somePosition % (log.length + 1)
  return { position, effectiveOn: dates[someDate % dates.length] }
}
function boundAt(timeline: Timeline, { position, effectiveOn }: Place): Bound {
  return resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
}

/** Every account and every unit, with the ids of its accounts. */
function subjectsOf(timeline: Timeline): [Subject, Set<string>][] {
  const { units, ofAccount } = unitsOf(timeline)
  return [
    ...timeline.accounts.map(({ number, id }): [Subject, Set<string>] => [
      { kind: 'account', account: number },
      new Set([id]),
    ]),
    ...units.map((_, unit): [Subject, Set<string>] => [
      { kind: 'total', unit },
      new Set(timeline.accounts.filter(({ number }) => ofAccount[number] === unit).map(({ id }) => id)),
    ]),
  ]
}

interface Naive {
  readonly position: number
  readonly effectiveOn: string
  readonly effect: number
}

function expectExplained(timeline: Timeline, question: Question, oldestFirst: readonly Naive[]): void {
  const sequence = sequenceOf(timeline, question.subject)
  const total = oldestFirst.reduce((sum, { effect }) => sum + effect, 0)
  expect(numberAsked(timeline, question)).toBe(total)
  expect(sumAgain(timeline, question)).toBe(total)
  const groupOf = {
    kind: ({ position }: Naive) => typeOfKind(timeline.columns.kind[position - 1] as number),
    month: ({ effectiveOn }: Naive) => effectiveOn.slice(0, 7),
  }
  for (const by of ['kind', 'month'] as const) {
    const { groups, count, sum } = explainBy(timeline, question, by)
    expect([count, sum]).toEqual([oldestFirst.length, total])
    const name = (key: number) => (by === 'kind' ? typeOfKind(key) : monthText(key))
    const named = groups.map((group) => [name(group.key), group.count, group.sum])
    const expected = new Map<string, [string, number, number]>()
    for (const entry of oldestFirst) {
      const key = groupOf[by](entry)
      const known = expected.get(key) ?? [key, 0, 0]
      expected.set(key, [key, known[1] + 1, known[2] + entry.effect])
    }
    expect(named.sort()).toEqual([...expected.values()].sort())
    for (const group of groups) {
      const wanted =
        by === 'month' ? { month: group.key } : { passes: (slot: number) => timeline.columns.kind[slot] === group.key }
      const rows = explainedRows(sequence, question, 'effective', { ...group, ...wanted })
      const own = oldestFirst.filter((entry) => groupOf[by](entry) === name(group.key))
      expect(spelt(rows)).toEqual(withRunning(own))
    }
  }
  const wanted = { count: oldestFirst.length, sum: total }
  expect(spelt(explainedRows(sequence, question, 'effective', wanted))).toEqual(withRunning(oldestFirst))
  if (question.upTo !== undefined) return
  const byPosition = oldestFirst.toSorted((a, b) => a.position - b.position)
  expect(spelt(explainedRows(sequence, question, 'recorded', wanted))).toEqual(withRunning(byPosition))
}

/** The plain fold: newest first, each with the sum of it and all before it. */
function withRunning(oldestFirst: readonly Naive[]): unknown[] {
  let running = 0
  const rows = oldestFirst.map(({ position, effect }) => {
    running += effect
    return { position, running }
  })
  return rows.reverse()
}

function spelt(rows: { length: number; slot(row: number): number; running(row: number): number }): unknown[] {
  return Array.from({ length: rows.length }, (_, row) => ({ position: rows.slot(row) + 1, running: rows.running(row) }))
}

test('[EX1] groups, listed entries and running sums come to the number, for account and total, on every clock', () => {
  fc.assert(
    fc.property(arbitraryLog(70), fc.array(place, { minLength: 1, maxLength: 4 }), (log, places) => {
      const timeline = timelineOf(log)
      // Several moments of one timeline: what was summed for one must not show in the next.
      for (const moment of places.map((each) => placeIn(log, each))) {
        const entries = naiveEntries(log, moment)
        for (const [subject, ids] of subjectsOf(timeline)) {
          const own = entries.filter(({ accountId }) => ids.has(accountId))
          expectExplained(timeline, { subject, bound: boundAt(timeline, moment) }, own)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('[EX2] a change is made of the entries that the earlier moment does not show', () => {
  fc.assert(
    fc.property(arbitraryLog(50), place, fc.nat(), (log, somewhere, before) => {
      const timeline = timelineOf(log)
      const later = placeIn(log, somewhere)
      const earlier = { ...later, position: before % (later.position + 1) }
      const known = new Set(naiveEntries(log, earlier).map(({ position }) => position))
      const entries = naiveEntries(log, later).filter(({ position }) => !known.has(position))
      for (const [subject, ids] of subjectsOf(timeline)) {
        const question = { subject, bound: boundAt(timeline, later), since: boundAt(timeline, earlier) }
        expectExplained(
          timeline,
          question,
          entries.filter(({ accountId }) => ids.has(accountId)),
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('[EX3] the balance of a row is made of the entries up to it, by value date', () => {
  fc.assert(
    fc.property(arbitraryLog(50), place, fc.nat(), (log, somewhere, which) => {
      const timeline = timelineOf(log)
      const moment = placeIn(log, somewhere)
      const bound = boundAt(timeline, moment)
      const entries = naiveEntries(log, moment)
      for (const { id, number } of timeline.accounts) {
        const own = entries.filter(({ accountId }) => accountId === id)
        const row = own.length === 0 ? undefined : which % own.length
        if (row === undefined) continue
        const upTo = (own[row] as Naive).position - 1
        expectExplained(timeline, { subject: { kind: 'account', account: number }, bound, upTo }, own.slice(0, row + 1))
        const later = {
          subject: { kind: 'account', account: number },
          bound: { ...bound, position: upTo },
          upTo,
        } as const
        expect(numberAsked(timeline, later)).toBeUndefined()
      }
    }),
    { numRuns: 60 },
  )
})

test('[EX4] money in transit is made of the transfers on their way', () => {
  fc.assert(
    fc.property(arbitraryLog(90), place, (log, somewhere) => {
      const timeline = timelineOf(log)
      const moment = placeIn(log, somewhere)
      const bound = boundAt(timeline, moment)
      const expected = naiveInTransit(log, moment)
      for (const [unit, { currency, exponent }] of unitsOf(timeline).units.entries()) {
        const slots = transitSlots(timeline, unit, bound)
        const total = expected.get(`${currency}/${exponent}`) ?? 0
        for (const by of ['kind', 'month'] as const) expect(explainListed(timeline, slots, by, -1).sum).toBe(total)
        const rows = listedRows(timeline, slots, -1)
        expect(rows.length === 0 ? 0 : rows.running(0)).toBe(total)
        expect(slots).toEqual(slots.toSorted((a, b) => b - a))
      }
    }),
    { numRuns: 60 },
  )
})

test('[EX5] an explanation that was asked for while the log grew is the one of the whole log', () => {
  fc.assert(
    fc.property(arbitraryLog(40), (log) => {
      const growing = timelineOf([])
      for (const event of log) {
        growing.append([event])
        const moment = { position: growing.size }
        const entries = naiveEntries(log, moment)
        const accounts = naiveAccounts(log, moment)
        for (const [subject, ids] of subjectsOf(growing)) {
          expect([...ids].every((id) => accounts.some((account) => account.id === id))).toBe(true)
          const own = entries.filter(({ accountId }) => ids.has(accountId))
          expectExplained(growing, { subject, bound: boundAt(growing, moment) }, own)
        }
      }
    }),
    { numRuns: 15 },
  )
})

test('[EX6] past many checkpoints, sums by step and by leap are those from the beginning', () => {
  const log = longLog(40_000)
  const timeline = timelineOf(log)
  const subject: Subject = { kind: 'total', unit: 0 }
  for (const position of [40_000, 39_990, 100, 33_000, 32_768, 16_384, 16_383, 39_999, 24_000, 0, 40_000]) {
    const question = { subject, bound: { position, day: Number.POSITIVE_INFINITY } }
    expect(explainBy(timeline, question, 'month').sum).toBe(sumAgain(timeline, question))
    expect(explainBy(timeline, question, 'kind').count).toBe(Math.max(0, position - 1))
  }
})

test('months are those of the calendar, at its ends too', () => {
  for (const day of [-719_162, -1, 0, 30, 31, 59, 11_016, 11_017, 19_782, 2_932_896]) {
    expect(monthText(monthOfDay(day))).toBe(dateOfDay(day).slice(0, 7))
  }
  for (let month = 23_000; month < 25_000; month++) {
    expect(monthOfDay(firstDayOf(month))).toBe(month)
    expect(monthOfDay(firstDayOf(month) - 1)).toBe(month - 1)
    expect(monthFrom(monthText(month))).toBe(month)
  }
  expect(monthFrom('2024-13')).toBeUndefined()
})

/** One account, and entries of it, some backdated. */
function longLog(length: number): Log {
  const streamId = 'account-0190a000-0000-7000-8000-00000000000a'
  const common = { streamId, schemaVersion: 1, metadata: {} }
  return Array.from({ length }, (_, slot) => ({
    ...common,
    globalPosition: slot + 1,
    streamRevision: slot + 1,
    eventId: `0190a000-0000-7000-8000-1${String(slot).padStart(11, '0')}`,
    type: slot === 0 ? 'AccountOpened' : slot % 3 === 0 ? 'Withdrawn' : 'Deposited',
    recordedAt: new Date(1_700_000_000_000 + slot * 60_000).toISOString(),
    data:
      slot === 0
        ? { name: 'One', currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: '2023-11-14' }
        : {
            amount: (slot % 97) + 1,
            effectiveOn: dateOfDay(19_675 + Math.floor(slot / 1440) - (slot % 50 === 0 ? 40 : 0)),
          },
  }))
}
