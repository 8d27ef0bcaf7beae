import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { typeOfKind } from '../../projections/event-kind'
import { arbitraryLog, arbitraryLongLog } from '../../projections/testing/arbitrary-log'
import { datesOf, type NaiveEntry, type NaiveMoment, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import type { Timeline } from '../../projections/timeline'
import { balancesAt } from '../balances-at'
import type { Moment } from '../moment'
import { resolveMoment } from '../resolve-moment'
import { unitsOf } from '../units'
import { compareBounds, type Difference } from './compare-bounds'
import { KIND_COUNT, REVERSALS } from './kind-set'
import { knowledgeAt, learnedLater } from './learned-later'
import type { SlotRows } from './slot-rows'

const utcDay = (millis: number) => Math.floor(millis / 86_400_000)

/** A moment by where it stands in the log and, on the value-date clock, in its dates. */
const place = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('recorded', 'effective', 'both'))
type Place = typeof place extends fc.Arbitrary<infer Value> ? Value : never

function naiveMoment(log: readonly RecordedEvent[], [position, date, clock]: Place): NaiveMoment {
  const dates = datesOf(log)
  return {
    position: clock === 'effective' ? log.length : position % (log.length + 1),
    effectiveOn: clock === 'recorded' ? undefined : dates[date % dates.length],
  }
}

function momentOf({ position, effectiveOn }: NaiveMoment): Moment {
  return effectiveOn === undefined ? { position } : { position, effectiveOn }
}

const rowsOf = (rows: SlotRows) => Array.from({ length: rows.length }, (_, row) => rows.slot(row) + 1)
const ascending = (positions: readonly number[]) => [...positions].sort((a, b) => a - b)
const positionsOf = (entries: readonly NaiveEntry[]) => ascending(entries.map(({ position }) => position))

interface Case {
  readonly log: readonly RecordedEvent[]
  readonly timeline: Timeline
  readonly a: NaiveMoment
  readonly b: NaiveMoment
  readonly account?: number
}

function differenceOf({ timeline, a, b, account }: Case): Difference {
  const [boundA, boundB] = [a, b].map((moment) => resolveMoment(timeline, momentOf(moment)))
  return compareBounds(timeline, boundA as never, boundB as never, account)
}

function naiveDifference({ log, timeline, a, b, account }: Case) {
  const wanted = account === undefined ? undefined : timeline.accounts[account]?.id
  const of = (moment: NaiveMoment) =>
    naiveEntries(log, moment).filter(({ accountId }) => wanted === undefined || accountId === wanted)
  const [atA, atB] = [of(a), of(b)]
  const without = (entries: NaiveEntry[], others: NaiveEntry[]) => {
    const known = new Set(others.map(({ position }) => position))
    return entries.filter(({ position }) => !known.has(position))
  }
  const between = log
    .slice(Math.min(a.position, b.position), Math.max(a.position, b.position))
    .filter(({ streamId }) => wanted === undefined || streamId === `account-${wanted}`)
  return { added: without(atB, atA), gone: without(atA, atB), between }
}

const isEntry = (type: string) =>
  /^(Deposited|Withdrawn|TransferSent|TransferReceived|TransferReturned|EntryReversed)$/.test(type)

function expectCompared(each: Case): void {
  const found = differenceOf(each)
  const naive = naiveDifference(each)
  const byPosition = new Map(each.log.map((event) => [event.globalPosition, event]))
  for (const side of ['added', 'gone'] as const) {
    const set = found[side]
    expect(ascending(rowsOf(set.rows()))).toEqual(positionsOf(naive[side]))
    expect(set.length).toBe(naive[side].length)
    const reversals = naive[side].filter(({ position }) => byPosition.get(position)?.type === 'EntryReversed')
    expect(ascending(rowsOf(set.rows(REVERSALS)))).toEqual(positionsOf(reversals))
    for (let kind = 0; kind < KIND_COUNT; kind++) {
      const ofKind = naive[side].filter(({ position }) => byPosition.get(position)?.type === typeOfKind(kind))
      expect(set.counts[kind]).toBe(ofKind.length)
    }
  }
  const annotated = naive.between.filter(({ type }) => type === 'EntryAnnotated')
  expect(ascending(rowsOf(found.annotated))).toEqual(annotated.map(({ globalPosition }) => globalPosition))
  for (let kind = 0; kind < KIND_COUNT; kind++) {
    const type = typeOfKind(kind)
    const count = naive.between.filter((event) => event.type === type).length
    expect(found.others[kind], type).toBe(isEntry(type) ? 0 : count)
  }
}

/** Balances on both sides, by account, and what the listed entries add up to. */
function expectSums(each: Case): void {
  const { timeline, a, b } = each
  const { columns } = timeline
  const found = differenceOf(each)
  const listed = new Float64Array(timeline.accounts.length)
  const add = (rows: SlotRows, sign: number) => {
    for (let row = 0; row < rows.length; row++) {
      const slot = rows.slot(row)
      const account = columns.account[slot] as number
      listed[account] = (listed[account] as number) + sign * (columns.effect[slot] as number)
    }
  }
  add(found.added.rows(), 1)
  add(found.gone.rows(), -1)
  const atA = balancesAt(timeline, resolveMoment(timeline, momentOf(a)))
  const atB = balancesAt(timeline, resolveMoment(timeline, momentOf(b)))
  expect([...listed]).toEqual([...atB.map((balance, account) => balance - (atA[account] as number))])
  const { units, ofAccount } = unitsOf(timeline)
  const byUnit = units.map(() => 0)
  listed.forEach((sum, account) => {
    const unit = ofAccount[account] as number
    byUnit[unit] = (byUnit[unit] as number) + sum
  })
  const bySums = units.map((_, unit) => {
    let sum = 0
    for (let kind = 0; kind < KIND_COUNT; kind++) {
      const at = unit * KIND_COUNT + kind
      sum += (found.added.sums[at] as number) - (found.gone.sums[at] as number)
    }
    return sum
  })
  expect(bySums).toEqual(byUnit)
}

test('[CM1] what lies between two moments is what a fold up to each of them tells apart', () => {
  fc.assert(
    fc.property(arbitraryLog(90), fc.array(fc.tuple(place, place), { maxLength: 8 }), fc.nat(), (log, pairs, which) => {
      const timeline = timelineOf(log)
      for (const [a, b] of pairs) {
        const each = { log, timeline, a: naiveMoment(log, a), b: naiveMoment(log, b) }
        expectCompared(each)
        if (timeline.accounts.length > 0) expectCompared({ ...each, account: which % timeline.accounts.length })
      }
    }),
    { numRuns: 40 },
  )
})

test('[CM2] the balances of two moments differ by exactly what the listed entries add up to', () => {
  fc.assert(
    fc.property(arbitraryLog(90), fc.array(fc.tuple(place, place), { maxLength: 8 }), (log, pairs) => {
      const timeline = timelineOf(log)
      for (const [a, b] of pairs) {
        expectSums({ log, timeline, a: naiveMoment(log, a), b: naiveMoment(log, b) })
      }
    }),
    { numRuns: 40 },
  )
})

test('[CM1] [CM2] in a log of many blocks too', () => {
  fc.assert(
    fc.property(
      arbitraryLongLog(9_500),
      fc.array(fc.tuple(place, place), { minLength: 6, maxLength: 6 }),
      (log, pairs) => {
        const timeline = timelineOf(log)
        for (const [a, b] of pairs) {
          const each = { log, timeline, a: naiveMoment(log, a), b: naiveMoment(log, b) }
          expectCompared(each)
          expectSums(each)
        }
      },
    ),
    // Thousands of events are not made fewer in any time worth waiting for.
    { numRuns: 2, endOnFailure: true },
  )
})

test('[TT9] [CM1] a comparison is the same after growing event by event', () => {
  fc.assert(
    fc.property(arbitraryLog(60), place, (log, where) => {
      const timeline = timelineOf([])
      for (const event of log) {
        timeline.append([event])
        const seen = log.slice(0, timeline.size)
        const each = { log: seen, timeline, a: naiveMoment(seen, where), b: { position: seen.length } }
        expectCompared(each)
        expectSums(each)
      }
    }),
    { numRuns: 15 },
  )
})

test('[CM3] learned later about a moment: dated on or before its day, recorded after it, known to the other', () => {
  fc.assert(
    fc.property(arbitraryLog(90), fc.array(fc.tuple(place, place), { maxLength: 8 }), (log, pairs) => {
      const timeline = timelineOf(log)
      for (const pair of pairs) {
        const [a, b] = [naiveMoment(log, pair[0]), naiveMoment(log, pair[1])]
        const onlyDate = pair[0][2] === 'effective' && a.effectiveOn !== undefined
        const moment: Moment = onlyDate ? { effectiveOn: a.effectiveOn as string } : momentOf(a)
        const found = learnedLater(
          timeline,
          knowledgeAt(timeline, moment, utcDay),
          resolveMoment(timeline, momentOf(b)),
        )
        const lastKnown = log[a.position - 1]?.recordedAt.slice(0, 10)
        const day = a.effectiveOn ?? lastKnown
        const isLater = ({ recordedAt, globalPosition }: RecordedEvent) =>
          onlyDate ? recordedAt.slice(0, 10) > (day ?? '') : globalPosition > a.position
        const expected = naiveEntries(log, b).filter(
          ({ position, effectiveOn }) =>
            day !== undefined && effectiveOn <= day && isLater(log[position - 1] as RecordedEvent),
        )
        expect(ascending(rowsOf(found))).toEqual(positionsOf(expected))
      }
    }),
    { numRuns: 60 },
  )
})

test('[CM3] about an instant its own day counts, not that of the last event before it', () => {
  const [log] = fc.sample(arbitraryLog(80), { seed: 3, numRuns: 30 }).filter((each) => each.length > 40)
  const timeline = timelineOf(log ?? [])
  const last = timeline.columns.recordedAt[timeline.size - 1] as number
  const day = utcDay(last) + 30
  const moment = { recordedAt: `${dateOfDay(day)}T12:00:00.000Z` }
  expect(knowledgeAt(timeline, moment, utcDay)).toEqual({ position: timeline.size, day })
  expect(knowledgeAt(timeline, { position: 0 }, utcDay)).toBeUndefined()
  expect(knowledgeAt(timeline, 'now', utcDay)).toBeUndefined()
  expect(dayNumber(dateOfDay(day))).toBe(day)
})
