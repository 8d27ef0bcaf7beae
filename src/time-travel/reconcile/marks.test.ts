import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveBalances, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { resolveMoment } from '../resolve-moment'
import { entriesBelow, marksAt } from './marks'
import { reconcileAt } from './statements'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 120_000 })

/**
 * A log in which many of the bank's balances agree, and a moment of it. Which do is for chance to say, by `agreeing`:
 * what is asserted becomes what the ledger says then, or what it will say with the next few events.
 */
const situation = fc
  .tuple(arbitraryLog(70), fc.infiniteStream(fc.nat(5)), fc.nat(), fc.nat(), fc.boolean())
  .map(([random, agreeing, date, place, atHead]) => {
    const log = random.map((event): RecordedEvent => {
      if (event.type !== 'BalanceAsserted') return event
      const ahead = agreeing.next().value ?? 0
      if (ahead === 5) return event
      const { globalPosition, data, streamId } = event
      const moment = { position: globalPosition + 4 * ahead, effectiveOn: String(data.effectiveOn) }
      const balance = naiveBalances(random, moment).get(streamId.slice('account-'.length)) ?? 0
      return { ...event, data: { ...data, balance } }
    })
    const dates = datesOf(log)
    const position = atHead ? log.length : place % (log.length + 1)
    return { log, position, effectiveOn: dates[date % dates.length] }
  })

/** Counts of events from the mark to the moment at which a plain sum agrees with it. */
function agreements(log: readonly RecordedEvent[], mark: RecordedEvent, position: number): number[] {
  const counts: number[] = []
  for (let count = mark.globalPosition; count <= position; count++) {
    const balances = naiveBalances(log, { position: count, effectiveOn: String(mark.data.effectiveOn) })
    if (balances.get(mark.streamId.slice('account-'.length)) === mark.data.balance) counts.push(count)
  }
  return counts
}

test('[RC1] [RC2] a mark agrees, has changed or differs, as plain sums of every position say', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(situation, ({ log, position, effectiveOn }) => {
      const timeline = timelineOf(log)
      const bound = resolveMoment(timeline, { position, ...(effectiveOn === undefined ? {} : { effectiveOn }) })
      for (const { number, id } of timeline.accounts) {
        const own = log.filter(
          ({ type, streamId, globalPosition, data }) =>
            type === 'BalanceAsserted' &&
            streamId === `account-${id}` &&
            globalPosition <= position &&
            (effectiveOn === undefined || String(data.effectiveOn) <= effectiveOn),
        )
        const ofDay = new Map(own.map((event) => [String(event.data.effectiveOn), event]))
        const entries = naiveEntries(log, { position, effectiveOn }).filter(({ accountId }) => accountId === id)
        const expected = [...ofDay.values()]
          .sort((a, b) => (String(a.data.effectiveOn) < String(b.data.effectiveOn) ? -1 : 1))
          .map((event) => {
            const date = String(event.data.effectiveOn)
            const agreed = agreements(log, event, position)
            const last = agreed.at(-1)
            const status = last === position ? 'agrees' : last === undefined ? 'differs' : 'changed'
            return {
              position: event.globalPosition,
              day: dayNumber(date),
              asserted: event.data.balance,
              balance: naiveBalances(log, { position, effectiveOn: date }).get(id),
              status,
              ...(status === 'changed' ? { agreedUntil: last } : {}),
              row: entries.filter((entry) => entry.effectiveOn > date).length,
            }
          })
        const marks = marksAt(timeline, number, bound)
        expect(marks).toEqual(expected)
        for (const { status } of marks) seen.add(status)
      }
    }),
    { numRuns: 200 },
  )
  expect([...seen].sort()).toEqual(['agrees', 'changed', 'differs'])
})

test('[RC3] a mark that agreed when it was recorded has changed where the entries behind it do not cancel out', () => {
  fc.assert(
    fc.property(situation, ({ log }) => {
      const timeline = timelineOf(log)
      const position = log.length
      for (const { number, id } of timeline.accounts) {
        const entries = naiveEntries(log, { position }).filter(({ accountId }) => accountId === id)
        for (const mark of marksAt(timeline, number, { position, day: Number.POSITIVE_INFINITY })) {
          const behind = entries.filter(
            (entry) => entry.position > mark.position && dayNumber(entry.effectiveOn) <= mark.day,
          )
          const sum = behind.reduce((total, { effect }) => total + effect, 0)
          const agreedAtOnce = mark.balance - sum === mark.asserted
          if (agreedAtOnce) expect(mark.status).toBe(sum === 0 ? 'agrees' : 'changed')
          const below = entriesBelow(timeline, number, mark, position)
          const from = mark.agreedUntil ?? mark.position
          const expected = behind.map((entry) => entry.position - 1).filter((slot) => slot >= from)
          expect(below).toEqual(expected.sort((a, b) => a - b))
          if (mark.status === 'changed') {
            const change = below.reduce((total, slot) => total + (timeline.columns.effect[slot] ?? 0), 0)
            expect(change).toBe(mark.balance - mark.asserted)
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('[RC3] what was kept of marks never shows: growing event by event gives those of the whole log', () => {
  fc.assert(
    fc.property(situation, ({ log }) => {
      const growing = timelineOf([])
      for (const event of log) {
        growing.append([event])
        const now = { position: growing.size, day: Number.POSITIVE_INFINITY }
        const whole = timelineOf(log.slice(0, growing.size))
        for (const { number } of growing.accounts) {
          expect(marksAt(growing, number, now)).toEqual(marksAt(whole, number, now))
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('[RC4] [RC5] the last agreement is the one that a search of all days finds', () => {
  fc.assert(
    fc.property(situation, fc.nat(), fc.nat(), ({ log, position }, pickDate, pickBalance) => {
      const timeline = timelineOf(log)
      const dates = datesOf(log).filter((date) => date !== undefined)
      const effectiveOn = dates[pickDate % dates.length] as string
      for (const { number, id } of timeline.accounts) {
        const ledgerOn = (date: string) => naiveBalances(log, { position, effectiveOn: date }).get(id) ?? 0
        const given = { day: dayNumber(effectiveOn), balance: ledgerOn(dates[pickBalance % dates.length] as string) }
        const { asked, stretches, statements } = reconcileAt(timeline, number, position, [given])
        expect(asked).toMatchObject({ ...given, ledger: ledgerOn(effectiveOn) })
        const [first] = stretches
        if (!first) {
          expect(asked?.difference).toBe(0)
          continue
        }
        const before = statements.filter(({ day }) => day < given.day)
        const agreed = before.findLast((each) => each.difference === 0)
        const entries = naiveEntries(log, { position }).filter(({ accountId }) => accountId === id)
        const days = [...new Set(entries.map((entry) => entry.effectiveOn))].filter((date) => date < effectiveOn).sort()
        const same = days.findLast((date) => ledgerOn(date) === given.balance)
        if (agreed && stretches.length > 1) expect(first.start).toEqual({ kind: 'agreed', statement: agreed })
        else if (before.length === 0 && same === undefined) expect(first.start).toEqual({ kind: 'beginning' })
        else if (before.length === 0) expect(first.start).toEqual({ kind: 'same-balance', day: dayNumber(same ?? '') })
        const parts = stretches.length > 1 ? stretches.slice(1) : stretches
        expect(parts.reduce((sum, { difference }) => sum + difference, 0)).toBe(asked?.difference)
      }
    }),
    { numRuns: 200 },
  )
})
