import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { datesOf, naiveEntries } from '../../projections/testing/naive-ledger'
import { timelineOf } from '../../projections/testing/timeline-of'
import { resolveMoment } from '../resolve-moment'
import { unitsOf } from '../units'
import { CategoryIndex } from './category-index'
import { explainedRows } from './explained-rows'
import { explainBy, explainByCategory, numberAsked, type Question, UNREAD } from './explanation'
import { type Subject, sequenceOf } from './sequence'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const NAMES = ['Rent', 'Food', '', 'Fun']

/** The same log with categories in its entries and in some corrections. */
function categorised(log: readonly RecordedEvent[]): RecordedEvent[] {
  return log.map((event, index) => {
    const says = /^(Deposited|Withdrawn|TransferSent|EntryAnnotated)$/.test(event.type) && index % 4 !== 3
    if (!says) return event
    return { ...event, data: { ...event.data, category: NAMES[(index * 7) % NAMES.length] as string } }
  })
}

/** By reading everything that was recorded up to the moment. */
function naiveCategory(log: readonly RecordedEvent[], position: number, until: number): string {
  const event = log[position - 1] as RecordedEvent
  if (event.type === 'EntryReversed') {
    const undone = log.find(({ eventId }) => eventId === event.data.entryId)
    return naiveCategory(log, undone?.globalPosition ?? 0, until)
  }
  const isPlain = event.type === 'Deposited' || event.type === 'Withdrawn'
  const corrections = log
    .slice(0, until)
    .filter(
      ({ type, data }) => isPlain && type === 'EntryAnnotated' && data.entryId === event.eventId && 'category' in data,
    )
  return String((corrections.at(-1) ?? event).data.category ?? '')
}

const situation = fc.tuple(arbitraryLog(70), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }))

test('[EX7] by category, corrections of the moment and what was not read yet come to the number', () => {
  fc.assert(
    fc.property(situation, ([plain, someDate, somePosition, someRead, page]) => {
      const log = categorised(plain)
      const timeline = timelineOf(log)
      const dates = datesOf(log)
      const effectiveOn = dates[someDate % dates.length]
      const position = somePosition % (log.length + 1)
      const bound = resolveMoment(timeline, { position, ...(effectiveOn !== undefined && { effectiveOn }) })
      const { units, ofAccount } = unitsOf(timeline)
      const subjects: Subject[] = [
        ...timeline.accounts.map(({ number }) => ({ kind: 'account', account: number }) as const),
        ...units.map((_, unit) => ({ kind: 'total', unit }) as const),
      ]
      for (const subject of subjects) {
        const isOwn = (id: string) => {
          const number = timeline.accountNumber(id) as number
          return subject.kind === 'account' ? number === subject.account : ofAccount[number] === subject.unit
        }
        const index = new CategoryIndex(timeline, subject)
        const until = someRead % (log.length + 1)
        for (let slots = index.next(until, page); slots.length > 0; slots = index.next(until, page)) {
          const read = new Set(slots)
          index.take((slots.at(-1) as number) + 1, (slot) => {
            // Nothing is looked at that was not asked for.
            expect(read.has(slot)).toBe(true)
            const category = log[slot]?.data.category
            return typeof category === 'string' ? category : undefined
          })
        }
        const question: Question = { subject, bound }
        const explained = explainByCategory(timeline, question, index)
        const { count, sum } = explainBy(timeline, question, 'kind')
        expect([explained.count, explained.sum]).toEqual([count, sum])
        const expected = new Map<string, { count: number; sum: number; slots: number[] }>()
        for (const entry of naiveEntries(log, { position, effectiveOn })) {
          if (!isOwn(entry.accountId)) continue
          const isRead = entry.position <= index.taken
          // A correction that was not read yet is not known yet.
          const name = isRead ? naiveCategory(log, entry.position, Math.min(position, index.taken)) : 'not read'
          const known = expected.get(name) ?? { count: 0, sum: 0, slots: [] }
          known.slots.unshift(entry.position - 1)
          expected.set(name, { count: known.count + 1, sum: known.sum + entry.effect, slots: known.slots })
        }
        const nameOf = (key: number) => (key === UNREAD ? 'not read' : (index.names[key] as string))
        const found = explained.groups.map((group) => {
          const passes = (slot: number) => (index.categoryAt(slot, position) ?? UNREAD) === group.key
          const rows = explainedRows(sequenceOf(timeline, subject), question, 'effective', { ...group, passes })
          const slots = Array.from({ length: rows.length }, (_, row) => rows.slot(row))
          return [nameOf(group.key), { count: group.count, sum: group.sum, slots }] as const
        })
        expect(new Map(found)).toEqual(expected)
      }
    }),
    { numRuns: 80 },
  )
})

const bothPlaces = fc.tuple(
  arbitraryLog(70),
  fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
  fc.boolean(),
  fc.boolean(),
)

test('[EX8] [CM4] between two moments by category, by what the later one knows, comes to the difference of the totals', () => {
  fc.assert(
    fc.property(bothPlaces, ([plain, [placeA, placeB, dateA, dateB], isDatedA, isDatedB]) => {
      const log = categorised(plain)
      const timeline = timelineOf(log)
      const dates = datesOf(log).filter((date) => date !== undefined)
      const momentOf = (place: number, date: number, isDated: boolean) => ({
        position: place % (log.length + 1),
        ...(isDated && dates.length > 0 ? { effectiveOn: dates[date % dates.length] } : {}),
      })
      const [a, b] = [momentOf(placeA, dateA, isDatedA), momentOf(placeB, dateB, isDatedB)]
      const [since, bound] = [resolveMoment(timeline, a), resolveMoment(timeline, b)]
      const later = Math.max(a.position, b.position)
      const { units, ofAccount } = unitsOf(timeline)
      for (const unit of units.keys()) {
        const index = new CategoryIndex(timeline, { kind: 'total', unit })
        index.take(log.length, (slot) => {
          const category = log[slot]?.data.category
          return typeof category === 'string' ? category : undefined
        })
        const expected = new Map<string, { count: number; sum: number }>()
        for (const [moment, sign] of [
          [b, 1],
          [a, -1],
        ] as const) {
          for (const entry of naiveEntries(log, { position: moment.position, effectiveOn: moment.effectiveOn })) {
            if (ofAccount[timeline.accountNumber(entry.accountId) as number] !== unit) continue
            const name = naiveCategory(log, entry.position, later)
            const known = expected.get(name) ?? { count: 0, sum: 0 }
            expected.set(name, { count: known.count + sign, sum: known.sum + sign * entry.effect })
          }
        }
        for (const [name, { count, sum }] of expected) if (count === 0 && sum === 0) expected.delete(name)
        const question: Question = { subject: { kind: 'total', unit }, bound, since }
        const { groups, sum } = explainByCategory(timeline, question, index)
        expect(new Map(groups.map((each) => [index.names[each.key], { count: each.count, sum: each.sum }]))).toEqual(
          expected,
        )
        expect(sum).toBe(numberAsked(timeline, question))
        // Where A shows nothing that B does not, the rows of a category are as many as it counts.
        if (since.position > bound.position || since.day > bound.day) continue
        for (const group of groups) {
          const passes = (slot: number) => index.categoryAt(slot, later) === group.key
          const rows = explainedRows(sequenceOf(timeline, question.subject), question, 'recorded', { ...group, passes })
          if (rows.length > 0)
            expect(rows.running(rows.length - 1)).toBe(timeline.columns.effect[rows.slot(rows.length - 1)])
        }
      }
    }),
    { numRuns: 120 },
  )
})
