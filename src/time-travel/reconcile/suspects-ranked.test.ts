/** Between two statements: which suspects there are, in which order, and what lies on the edges. */
import { expect, test } from 'vitest'
import { timelineOf } from '../../projections/testing/timeline-of'
import { type Line, smallBook } from '../testing/small-book'
import { entriesBelow, marksAt } from './marks'
import { reconcileAt } from './statements'
import { suspectsIn } from './suspects'

/** What is suspected where the bank says `more` than the ledger on day 100, and the same on day 10. */
function suspected(lines: readonly Line[], more: number, position = lines.length + 1) {
  const timeline = timelineOf(smallBook(lines))
  const ledgerOn = (day: number) =>
    reconcileAt(timeline, 0, position, [{ day, balance: 0 }]).statements.find((each) => each.day === day)?.ledger ?? 0
  const { stretches } = reconcileAt(timeline, 0, position, [
    { day: 10, balance: ledgerOn(10) },
    { day: 100, balance: ledgerOn(100) + more },
  ])
  const [stretch] = stretches
  if (!stretch || stretches.length > 1) throw new Error('There is one stretch')
  return suspectsIn(timeline, 0, position, stretch)
}

// What could be swapped digits and what a slip of the decimal sign is not among the suspects of one difference.
test.each([
  ['digits', 900, 1200],
  ['slip', 990, 110],
] as const)(
  '[RC7] [RC8] the more telling reason comes first, however near the others are: %s',
  (kind, more, amount) => {
    const lines: Line[] = [
      // Half of it, the same once more, and the same on a day outside.
      [-2 * more, 99],
      [more, 98],
      [more, 101],
      [amount, 96],
      [-more / 2, 95],
      [-more, 80],
      [-more, 60],
      [-more, 59],
      [-more, 40],
      { reverses: 9, day: 120 },
    ]
    const { suspects } = suspected(lines, more)
    const single = suspects.filter(({ slots }) => slots.length === 1)
    expect(single.map(({ slots, reasons: [first] }) => [slots[0], first?.kind])).toEqual([
      [9, 'reversed-later'],
      [7, 'double'],
      [8, 'double'],
      [6, 'extra'],
      [5, 'sign'],
      [4, kind],
      [3, 'date'],
      // The reversal too is of the amount, and outside.
      [10, 'date'],
      [1, 'half'],
      [2, 'once'],
    ])
    // Pairs come behind them.
    expect(suspects.slice(single.length).every(({ reasons: [first] }) => first?.kind === 'pair')).toBe(true)
    expect(suspects.length).toBeGreaterThan(single.length)
  },
)

test('[RC7] outside the stretch the nearer to one of its ends comes first, then the newer, whenever it was recorded', () => {
  const days = [8, 104, 102, 5, 10, 103]
  const { suspects, entries } = suspected([[1, 50], ...days.map((day): Line => [900, day])], 900)
  const order = suspects.map(({ slots: [slot = 0] }) => days[slot - 2])
  expect(order).toEqual([10, 102, 103, 8, 104, 5])
  // Of the day of the earlier statement nothing lies within.
  expect(entries).toBe(1)
})

test('[RC8] an entry whose reversal is not known yet stands for itself', () => {
  const lines: Line[] = [[-30, 40], { reverses: 1, day: 45 }]
  expect(suspected(lines, 30, 2).suspects).toEqual([{ slots: [1], reasons: [{ kind: 'extra' }] }])
  expect(suspected([[-30, 40], { reverses: 1, day: 45 }, [7, 50]], 30, 4).suspects).toEqual([])
})

test('[RC3] [RC8] what was recorded behind the last agreement is late: less telling than another day, more than half', () => {
  // The bank's 76 of day 20 agreed until the fifth event was recorded.
  const lines: Line[] = [[100, 10], [-24, 11], { asserts: 76, day: 20 }, [-7, 12], [-5, 15], [12, 30]]
  const timeline = timelineOf(smallBook(lines))
  const [mark] = marksAt(timeline, 0, { position: 7, day: Number.POSITIVE_INFINITY })
  expect(mark).toMatchObject({ status: 'changed', agreedUntil: 4, balance: 64 })
  if (!mark) return
  expect(entriesBelow(timeline, 0, mark, 7)).toEqual([4, 5])
  expect(entriesBelow(timeline, 0, mark, 5)).toEqual([4])
  const [stretch] = reconcileAt(timeline, 0, 7, []).stretches
  if (!stretch) throw new Error('They agree')
  expect(suspectsIn(timeline, 0, 7, stretch).suspects).toEqual([
    { slots: [6], reasons: [{ kind: 'date' }] },
    { slots: [5], reasons: [{ kind: 'late' }] },
    { slots: [4], reasons: [{ kind: 'late' }] },
    { slots: [2], reasons: [{ kind: 'half', truth: -12 }] },
    { slots: [5, 4], reasons: [{ kind: 'pair' }] },
  ])
})

test('[RC2] at the very event that breaks it a mark has changed, and just before it agrees', () => {
  const timeline = timelineOf(smallBook([[100, 10], { asserts: 100, day: 20 }, [-5, 15], [5, 16]]))
  const statusAt = (position: number) => marksAt(timeline, 0, { position, day: Number.POSITIVE_INFINITY })[0]?.status
  expect([3, 4, 5].map(statusAt)).toEqual(['agrees', 'changed', 'agrees'])
})

test('[RC9] how many pairs there are beyond those that are listed is said with the suspects', () => {
  const lines = Array.from({ length: 24 }, (_, at): Line => [at < 12 ? 1000 + at : 900 - (at - 12), 20 + at])
  const { suspects, more } = suspected(lines, -1900)
  expect(suspects).toHaveLength(10)
  expect(more).toBe(2)
})
