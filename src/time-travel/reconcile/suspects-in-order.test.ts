/** Suspects of small books, whole: which entries, why, and in which order. */
import { expect, test } from 'vitest'
import { timelineOf } from '../../projections/testing/timeline-of'
import { type Line, smallBook } from '../testing/small-book'
import { pairsIn } from './pairs'
import { reconcileAt } from './statements'
import { MOST_SUSPECTS, suspectsIn } from './suspects'
import { firstTwin, MOST_REPEATS, repeatsIn, TWIN_DAYS } from './twins'

/** What is suspected where the bank says something else at the end of a day; the last stretch. */
function suspected(lines: readonly Line[], day: number, balance: number, position = lines.length + 1) {
  const timeline = timelineOf(smallBook(lines))
  const { stretches } = reconcileAt(timeline, 0, position, [{ day, balance }])
  const stretch = stretches.at(-1)
  if (!stretch) throw new Error('They agree')
  return suspectsIn(timeline, 0, position, stretch)
}

test('[RC7] an entry entered twice is a double, and its twin is named; alone it is only one too many', () => {
  const twice = suspected(
    [
      [100, 10],
      [-30, 12],
      [-30, 14],
    ],
    20,
    70,
  )
  expect(twice.suspects[0]).toEqual({ slots: [3], reasons: [{ kind: 'double', twin: 2 }] })
  expect(twice.suspects[1]).toEqual({ slots: [2], reasons: [{ kind: 'double', twin: 3 }] })
  expect(
    suspected(
      [
        [100, 10],
        [-30, 12],
      ],
      20,
      100,
    ).suspects,
  ).toEqual([{ slots: [2], reasons: [{ kind: 'extra' }] }])
  // Eight days apart they are no twins.
  const apart = suspected(
    [
      [100, 10],
      [-30, 12],
      [-30, 12 + TWIN_DAYS + 1],
    ],
    30,
    70,
  )
  expect(apart.suspects.map(({ reasons }) => reasons)).toEqual([[{ kind: 'extra' }], [{ kind: 'extra' }]])
})

test('[RC8] an entry that is reversed after the statement is one; together on one side of it they are none', () => {
  const lines: Line[] = [[100, 10], [-30, 12], { reverses: 2, day: 25 }]
  expect(suspected(lines, 20, 100).suspects[0]).toEqual({
    slots: [2],
    reasons: [{ kind: 'reversed-later', reversal: 3 }],
  })
  // Before the reversal was recorded nobody knows of it.
  expect(suspected(lines, 20, 100, 3).suspects[0]).toEqual({ slots: [2], reasons: [{ kind: 'extra' }] })
  expect(suspected([[100, 10], [-30, 12], { reverses: 2, day: 15 }], 20, 130).suspects).toEqual([])
})

test('[RC7] each reason, and the figure that would be true', () => {
  expect(
    suspected(
      [
        [100, 10],
        [-30, 12],
      ],
      20,
      130,
    ).suspects[0],
  ).toEqual({
    slots: [2],
    reasons: [{ kind: 'sign', truth: 30 }],
  })
  expect(
    suspected(
      [
        [100, 10],
        [-1230, 12],
      ],
      20,
      100 - 1320,
    ).suspects[0],
  ).toEqual({
    slots: [2],
    reasons: [{ kind: 'digits', truth: -1320 }],
  })
  expect(
    suspected(
      [
        [100, 10],
        [-550, 12],
      ],
      20,
      100 - 5500,
    ).suspects[0],
  ).toEqual({
    slots: [2],
    reasons: [{ kind: 'slip', truth: -5500 }],
  })
  expect(
    suspected(
      [
        [100, 10],
        [-50, 12],
      ],
      20,
      75,
    ).suspects[0],
  ).toEqual({
    slots: [2],
    reasons: [{ kind: 'half', truth: -25 }],
  })
  expect(
    suspected(
      [
        [110, 10],
        [-50, 12],
      ],
      20,
      10,
    ).suspects[0],
  ).toEqual({ slots: [2], reasons: [{ kind: 'once' }] })
})

test('[RC7] what is missing: an entry of that amount on another day, and others like it', () => {
  const lines: Line[] = [
    [100, 10],
    [-40, 11],
    [-40, 12],
    [-40, 13],
    [-40, 30],
    [7, 14],
  ]
  const { suspects, alike, entries } = suspected(lines, 20, 100 - 160 + 7)
  expect(suspects[0]).toEqual({ slots: [5], reasons: [{ kind: 'date' }] })
  expect(alike).toEqual([5, 4, 3])
  expect(entries).toBe(5)
})

test('[RC7] the more telling comes first; of one kind the nearer to where the difference is seen, then the newer', () => {
  const lines: Line[] = [
    [1000, 10],
    [-30, 11],
    [-30, 40],
    [60, 41],
    [-30, 60],
    [-30, 60],
    [30, 300],
  ]
  const order = suspected(lines, 100, 1000 - 120 + 60 + 30).suspects
  expect(order.map(({ slots }) => slots[0])).toEqual([6, 5, 3, 2, 7])
  expect(order.map(({ reasons }) => reasons[0]?.kind)).toEqual(['double', 'double', 'extra', 'extra', 'date'])
})

test('[RC4] before the day of the same balance a suspect is less likely, however near', () => {
  // At the end of day 50 the ledger held what the bank says of day 60.
  const lines: Line[] = [
    [100, 10],
    [-30, 48],
    [30, 50],
    [-30, 59],
    [5, 60],
    [-5, 60],
  ]
  const { suspects } = suspected(lines, 60, 100)
  expect(suspects.filter(({ reasons }) => reasons[0]?.kind === 'extra').map(({ slots }) => slots[0])).toEqual([4, 2])
})

test('[RC9] two entries that are the difference together, where no single one is', () => {
  const { suspects, pairedAmong } = suspected(
    [
      [1000, 10],
      [-300, 12],
      [-47, 19],
    ],
    20,
    1000,
  )
  expect(suspects).toEqual([{ slots: [3, 2], reasons: [{ kind: 'pair' }] }])
  expect(pairedAmong).toBe(3)
})

test('[RC8] where nothing explains the difference, repeats are pointed at', () => {
  const { suspects } = suspected(
    [
      [1000, 10],
      [-300, 12],
      [-300, 17],
      [-300, 30],
    ],
    40,
    399,
  )
  expect(suspects).toEqual([{ slots: [3], reasons: [{ kind: 'repeat', twin: 2 }] }])
})

test('[RC7] of very many suspects a hundred are listed, and how many more there are is said', () => {
  const lines: Line[] = Array.from({ length: 130 }, (_, day) => [20, 1 + day * 20])
  const { suspects, more } = suspected(lines, 3_000, 130 * 20 - 20)
  expect(suspects).toHaveLength(MOST_SUSPECTS)
  expect(more).toBe(30)
})

test('[RC9] of pairs the ten closest are given, and how many more there are', () => {
  const effect = Float64Array.from({ length: 40 }, (_, slot) => (slot % 2 === 0 ? slot + 1 : 100 - slot))
  const day = Int32Array.from({ length: 40 }, (_, slot) => -slot * (1 + (slot % 2)))
  const { pairs, more } = pairsIn([...effect.keys()], effect, day, 100)
  expect(pairs).toHaveLength(10)
  expect(more).toBe(10)
  expect(pairs[0]).toEqual([0, 1])
})

test('[RC7] a twin is looked for on the days before first, within a week and among what is known', () => {
  const timeline = timelineOf(
    smallBook([
      [5, 1],
      [5, 4],
      [5, 11],
      [5, 19],
      [6, 19],
    ]),
  )
  const byDay = Uint32Array.of(1, 2, 3, 4, 5)
  const twin = (slot: number, position = 6) => firstTwin(slot, byDay, timeline.columns, position)
  expect([1, 2, 3, 4, 5].map((slot) => twin(slot))).toEqual([2, 1, 2, undefined, undefined])
  expect(twin(1, 2)).toBeUndefined()
})

test('[RC8] repeats: the closest first, ten of them', () => {
  const days = [96, 89, 80, 79, 60, 52]
  const effect = new Float64Array(days.length).fill(5)
  expect(repeatsIn([0, 1, 2, 3, 4, 5], effect, Int32Array.from(days))).toMatchObject([
    { slot: 2, twin: 3, apart: 1 },
    { slot: 0, twin: 1, apart: 7 },
  ])
  const many = Array.from({ length: 30 }, (_, slot) => slot)
  const found = repeatsIn(
    many,
    new Float64Array(30).fill(1),
    Int32Array.from(many, (slot) => -slot * slot),
  )
  expect(found).toHaveLength(4)
  expect(
    repeatsIn(
      many,
      new Float64Array(30).fill(1),
      Int32Array.from(many, (slot) => -slot),
    ),
  ).toHaveLength(MOST_REPEATS)
})
