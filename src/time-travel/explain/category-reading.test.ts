/** What is read for categories, piece by piece, and which entries corrections moved: held against a plain walk. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { arbitraryLog } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import { CategoryIndex } from './category-index'

const NAMES = ['Rent', 'Food', '', 'Fun']

function categorised(log: readonly RecordedEvent[], turn: number): RecordedEvent[] {
  return log.map((event, index) =>
    /^(Deposited|Withdrawn|EntryAnnotated)$/.test(event.type) && (index + turn) % 5 !== 0
      ? { ...event, data: { ...event.data, category: NAMES[(index * turn) % NAMES.length] as string } }
      : event,
  )
}
const categoryIn = (log: readonly RecordedEvent[]) => (slot: number) => {
  const category = log[slot]?.data.category
  return typeof category === 'string' ? category : undefined
}

test('[EX7] every entry and correction of the subject is asked for once, in order, so many at a time', () => {
  fc.assert(
    fc.property(arbitraryLog(70), fc.integer({ min: 1, max: 9 }), fc.nat(), (plain, most, pick) => {
      const log = categorised(plain, 1)
      const timeline = timelineOf(log)
      const position = pick % (log.length + 5)
      for (const { number, id } of timeline.accounts) {
        const index = new CategoryIndex(timeline, { kind: 'account', account: number })
        const needed = log
          .filter(({ streamId, type }) => {
            const matters = /^(Deposited|Withdrawn|Transfer\w+|EntryReversed|EntryAnnotated)$/.test(type)
            return streamId === `account-${id}` && matters
          })
          .map(({ globalPosition }) => globalPosition - 1)
          .filter((slot) => slot < position)
        const asked: number[] = []
        for (let next = index.next(position, most); next.length > 0; next = index.next(position, most)) {
          expect(next).toHaveLength(Math.min(most, needed.length - asked.length))
          asked.push(...next)
          index.take((next.at(-1) as number) + 1, categoryIn(log))
          expect(index.taken).toBe((next.at(-1) as number) + 1)
          // What was taken in stays so.
          index.take(0, categoryIn(log))
          expect(index.taken).toBe((next.at(-1) as number) + 1)
        }
        expect(asked).toEqual(needed)
      }
    }),
    { numRuns: 60 },
  )
})

test('[EX8] corrections between two positions name the entries that they moved, and reversals with them', () => {
  fc.assert(
    fc.property(arbitraryLog(90), fc.integer({ min: 1, max: 7 }), fc.nat(), fc.nat(), (plain, turn, a, b) => {
      const log = categorised(plain, turn)
      const timeline = timelineOf(log)
      const [from, to] = [a % (log.length + 1), b % (log.length + 1)]
      for (const { number, id } of timeline.accounts) {
        const index = new CategoryIndex(timeline, { kind: 'account', account: number })
        index.take(log.length, categoryIn(log))
        expect(index.numberOf('Of no entry')).toBeUndefined()
        const category = new Map<string, string>()
        const moved: number[] = []
        log.forEach((event, slot) => {
          if (event.streamId !== `account-${id}`) return
          const named = event.data.category
          if (event.type === 'Deposited' || event.type === 'Withdrawn') category.set(event.eventId, String(named ?? ''))
          const entry = log.find(({ eventId }) => eventId === event.data.entryId)
          const known = entry && category.get(entry.eventId)
          if (event.type !== 'EntryAnnotated' || typeof named !== 'string' || known === undefined) return
          if (known === named) return
          category.set(entry?.eventId ?? '', named)
          const reversal = log.findIndex(
            ({ type, data }, at) => type === 'EntryReversed' && data.entryId === entry?.eventId && at < slot,
          )
          if (slot >= from && slot < to)
            moved.push((entry?.globalPosition ?? 0) - 1, ...(reversal < 0 ? [] : [reversal]))
        })
        expect(index.movedBetween(from, to)).toEqual(moved)
      }
    }),
    { numRuns: 100 },
  )
})
