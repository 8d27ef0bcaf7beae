import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { JsonObject, RecordedEvent } from '../event-log/recorded-event'
import { arbitraryLog, arbitraryLongLog, logOf, uuidOf } from './testing/arbitrary-log'
import { naiveEntries } from './testing/naive-ledger'
import { timelineOf } from './testing/timeline-of'
import { Timeline } from './timeline'

// Properties take long on a busy machine; nothing here waits.
vi.setConfig({ testTimeout: 60_000 })

const EUR = { currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '2024-01-01' }
const A = uuidOf(1, 1)
const B = uuidOf(1, 2)
const T = uuidOf(2, 1)

/** Events in order, each of its own second; ids count up. */
function events(...given: readonly (readonly [streamId: string, type: string, data?: JsonObject])[]): RecordedEvent[] {
  const revisions = new Map<string, number>()
  return given.map(([streamId, type, data = {}], slot) => {
    const streamRevision = (revisions.get(streamId) ?? 0) + 1
    revisions.set(streamId, streamRevision)
    const recordedAt = new Date(slot * 1000).toISOString()
    const place = { globalPosition: slot + 1, streamId, streamRevision, eventId: uuidOf(4, slot + 1), recordedAt }
    return { ...place, type, schemaVersion: 1, data, metadata: {} }
  })
}
const opened = (id: string) => [`account-${id}`, 'AccountOpened', { name: 'Everyday', ...EUR }] as const
const moved = (id: string, type: string, data: JsonObject) =>
  [`account-${id}`, type, { amount: 100, effectiveOn: '2024-01-02', ...data }] as const

test('[PJ1] an event out of order throws and changes nothing', () => {
  const log = events(opened(A), moved(A, 'Deposited', {}))
  const timeline = timelineOf(log.slice(0, 1))
  const before = timeline.toSnapshot()
  expect(() => timeline.append(log.slice(0, 1))).toThrow('Event 1 cannot follow event 1')
  expect(() => timeline.append([{ ...(log[1] as RecordedEvent), globalPosition: 3 }])).toThrow(
    'Event 3 cannot follow event 1',
  )
  expect(timeline.toSnapshot()).toEqual(before)
  timeline.append(log.slice(1))
  expect(timeline.size).toBe(2)
})

test('[PJ2] effects and reversals are those that the format gives, whatever a reversal hints at', () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const timeline = timelineOf(log)
      const effects = new Map(
        naiveEntries(log, { position: log.length }).map(({ position, effect }) => [position, effect]),
      )
      for (const { globalPosition, type, eventId, data } of log) {
        const slot = globalPosition - 1
        expect(timeline.columns.effect[slot]).toBe(effects.get(globalPosition) ?? 0)
        expect(timeline.isEntry(slot)).toBe(effects.has(globalPosition))
        const reversal = log.find((other) => other.type === 'EntryReversed' && other.data.entryId === eventId)
        expect(timeline.reversedBy(slot)).toBe(reversal && reversal.globalPosition - 1)
        const named = type === 'EntryReversed' ? log.find((other) => other.eventId === data.entryId) : undefined
        expect(timeline.reverses(slot)).toBe(named && named.globalPosition - 1)
      }
    }),
  )
})

test.each([
  [
    'an entry of an account not opened',
    events(moved(A, 'Deposited', {})),
    `Event 1 is of account-${A}, which was not opened`,
  ],
  ['an account opened twice', events(opened(A), opened(A)), `Event 2 opens account-${A} a second time`],
  [
    'a reversal of nothing',
    events(opened(A), moved(A, 'EntryReversed', { entryId: uuidOf(9, 9) })),
    `Event 2 reverses ${uuidOf(9, 9)}, which is no entry of its account`,
  ],
  [
    "a reversal of another account's entry",
    events(opened(A), opened(B), moved(A, 'Deposited', {}), moved(B, 'EntryReversed', { entryId: uuidOf(4, 3) })),
    `Event 4 reverses ${uuidOf(4, 3)}, which is no entry of its account`,
  ],
  [
    'a reversal of an opening',
    events(opened(A), moved(A, 'EntryReversed', { entryId: uuidOf(4, 1) })),
    `Event 2 reverses ${uuidOf(4, 1)}, which is no entry of its account`,
  ],
  [
    'a second reversal',
    events(
      opened(A),
      moved(A, 'Deposited', {}),
      moved(A, 'EntryReversed', { entryId: uuidOf(4, 2) }),
      moved(A, 'EntryReversed', { entryId: uuidOf(4, 2) }),
    ),
    `Event 4 reverses ${uuidOf(4, 2)} a second time`,
  ],
  [
    'a step of an unknown transfer',
    events(opened(A), moved(A, 'TransferSent', { transferId: T })),
    `Event 2 is a step of the unknown transfer ${T}`,
  ],
  [
    'a step taken twice',
    events(
      opened(A),
      [`transfer-${T}`, 'TransferInitiated'],
      moved(A, 'TransferSent', { transferId: T }),
      moved(A, 'TransferSent', { transferId: T }),
    ),
    `Event 4 repeats the step 'sent' of transfer ${T}`,
  ],
  ['a type that nobody knows', events(['account-x', 'PeriodClosed']), 'Event 1 has the unknown type PeriodClosed'],
  [
    'a type of another category',
    events([`transfer-${T}`, 'AccountClosed']),
    `Event 1, AccountClosed, is of the wrong stream transfer-${T}`,
  ],
])('[PJ3] %s throws', (_, log, message) => {
  const timeline = timelineOf(log.slice(0, -1))
  expect(() => timeline.append(log.slice(-1))).toThrow(message)
  expect(timeline.size).toBe(log.length - 1)
})

/** Takes a log in by pieces, reading in between where the piece says so. */
function takenInBy(log: readonly RecordedEvent[], pieces: readonly { size: number; read: boolean }[]): Timeline {
  const timeline = new Timeline()
  let piece = 0
  while (timeline.size < log.length) {
    const { size, read } = pieces[piece++ % pieces.length] ?? { size: 1, read: true }
    timeline.append(log.slice(timeline.size, timeline.size + size))
    const into = new Float64Array(timeline.accounts.length)
    if (!read) continue
    const entries = timeline.valueDateEntries()
    timeline.valueDateSums.balancesAfter(entries.length >> 1, entries, into)
  }
  return timeline
}
const pieces = fc.array(fc.record({ size: fc.integer({ min: 1, max: 40 }), read: fc.boolean() }), { minLength: 1 })

test('[PJ4] the value-date order holds every entry once by (day, slot), however the events came in', () => {
  fc.assert(
    fc.property(arbitraryLog(), pieces, (log, by) => {
      const timeline = takenInBy(log, by)
      const { order, length } = timeline.valueDateEntries()
      const expected = naiveEntries(log, { position: log.length }).map(({ position }) => position - 1)
      const slots = order
        ? [...order.subarray(0, length)]
        : log.map((_, slot) => slot).filter((slot) => timeline.isEntry(slot))
      expect(slots).toEqual(expected)
    }),
  )
})

test('[PJ4] while nothing is backdated no order is kept', () => {
  const days = ['2024-01-02', '2024-01-02', '2024-01-03', '2024-01-03']
  const log = events(opened(A), ...days.map((effectiveOn) => moved(A, 'Deposited', { effectiveOn })))
  expect(timelineOf(log).toSnapshot().valueDateOrder).toBeNull()
  const backdated = events(opened(A), moved(A, 'Deposited', {}), moved(A, 'Deposited', { effectiveOn: '2024-01-01' }))
  expect(timelineOf(backdated).toSnapshot().valueDateOrder).toEqual(Uint32Array.of(2, 1))
})

test.each([1, 8, 9, 40])('[PJ5] %i backdated entries at once put all later checkpoints right', (many) => {
  const dayOf = (day: number) => new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10)
  const inOrder = Array.from({ length: 5000 }, (_, slot) =>
    moved(slot % 3 === 0 ? A : B, 'Deposited', { amount: slot + 1, effectiveOn: dayOf(slot) }),
  )
  // The first one only makes the order a permutation; the others come when it has checkpoints.
  const backdated = Array.from({ length: 1 + 3 * many }, (_, number) =>
    moved(number % 2 === 0 ? A : B, 'Withdrawn', { amount: 7, effectiveOn: dayOf((number * 1237) % 5000) }),
  )
  const log = events(opened(A), opened(B), ...inOrder, ...backdated)
  const timeline = new Timeline()
  for (const end of [5003, 5003 + many, 5003 + 2 * many, 5003 + 3 * many]) {
    timeline.append(log.slice(timeline.size, end))
    const entries = naiveEntries(log, { position: end })
    const valueDates = timeline.valueDateEntries()
    for (const count of [1024, 2048, 3072, 4096, entries.length]) {
      const expected = [A, B].map((id) =>
        entries.slice(0, count).reduce((sum, { accountId, effect }) => (accountId === id ? sum + effect : sum), 0),
      )
      const into = new Float64Array(2)
      timeline.valueDateSums.balancesAfter(count, valueDates, into)
      expect([...into]).toEqual(expected)
    }
  }
})

test('[PJ5] over thousands of events, checkpoints put right by single insertions still give the balances of a fold', () => {
  fc.assert(
    fc.property(arbitraryLongLog(5000), pieces, fc.array(fc.nat(5000), { maxLength: 30 }), (log, by, counts) => {
      const timeline = takenInBy(log, by)
      const entries = naiveEntries(log, { position: log.length })
      const into = new Float64Array(timeline.accounts.length)
      const valueDates = timeline.valueDateEntries()
      for (const count of counts) {
        const expected = timeline.accounts.map(() => 0)
        for (const { accountId, effect } of entries.slice(0, count)) {
          expected[timeline.accountNumber(accountId) ?? -1]! += effect
        }
        timeline.valueDateSums.balancesAfter(Math.min(count, valueDates.length), valueDates, into)
        expect([...into]).toEqual(expected)
      }
    }),
    { numRuns: 3 },
  )
})

test('[PJ6] a snapshot and the events after it give the same timeline as all events from zero', () => {
  fc.assert(
    fc.property(arbitraryLog(), fc.nat(), fc.boolean(), (log, cut, structured) => {
      const position = cut % (log.length + 1)
      const snapshot = timelineOf(log.slice(0, position)).toSnapshot()
      const restored = Timeline.fromSnapshot(structured ? structuredClone(snapshot) : snapshot)
      restored.append(log.slice(position))
      const replayed = timelineOf(log)
      expect(restored.toSnapshot()).toEqual(replayed.toSnapshot())
      for (const { globalPosition, eventId } of log) {
        const slot = globalPosition - 1
        expect(restored.slotOfEvent(eventId)).toBe(slot)
        expect(restored.annotationsOf(slot)).toEqual(replayed.annotationsOf(slot))
      }
      for (const { id, number } of replayed.accounts) expect(restored.accountNumber(id)).toBe(number)
    }),
  )
})

test('[PJ6] a snapshot does not change with the timeline it was taken of', () => {
  const log = logOf([{ what: 0, which: 1, other: 1, amount: 5, offset: 0, pause: 0 }])
  const timeline = timelineOf(log)
  const snapshot = timeline.toSnapshot()
  const kept = structuredClone(snapshot)
  timeline.append(events(opened(A), ...[1, 2].map(() => moved(log[0]!.streamId.slice(8), 'Deposited', {}))).slice(1, 2))
  expect(snapshot).toEqual(kept)
})

test('[PJ6] a snapshot of another version is refused', () => {
  expect(() => Timeline.fromSnapshot({ ...new Timeline().toSnapshot(), version: 0 })).toThrow(/version 0/)
})

test('[PJ7] a snapshot takes at most 64 bytes an event beside its accounts', () => {
  fc.assert(
    fc.property(arbitraryLongLog(2000), (log) => {
      const { columns, ids, valueDateOrder, transfers } = timelineOf(log).toSnapshot()
      const arrays = [...Object.values(columns), ids, valueDateOrder, ...Object.values(transfers)]
      const bytes = arrays.reduce((sum, array) => sum + (array?.byteLength ?? 0), 0)
      expect(bytes / log.length).toBeLessThanOrEqual(64)
    }),
    { numRuns: 3 },
  )
})

test('[PJ8] accounts, events and transfers are found by their ids, and nothing else is', () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const timeline = timelineOf(log)
      for (const { globalPosition, eventId, streamId, type } of log) {
        const slot = globalPosition - 1
        const account = timeline.columns.account[slot]
        expect(timeline.eventId(slot)).toBe(eventId)
        expect(timeline.slotOfEvent(eventId, undefined, slot + 1)).toBe(slot)
        expect(timeline.slotOfEvent(eventId, 77)).toBeUndefined()
        if (streamId.startsWith('account-')) expect(timeline.accounts[account ?? -1]?.id).toBe(streamId.slice(8))
        if (type !== 'TransferInitiated') continue
        const transfer = timeline.transfers.number(streamId.slice(9)) ?? -1
        expect(timeline.transfers.slot(transfer, 'initiated')).toBe(slot)
        expect(timeline.transfers.id(transfer)).toBe(streamId.slice(9))
      }
      for (const text of ['', 'nothing', uuidOf(8, 8), log[0]?.eventId.toUpperCase().replace(/^./, 'q') ?? 'x']) {
        expect(timeline.slotOfEvent(text)).toBeUndefined()
        expect(timeline.accountNumber(text)).toBeUndefined()
        expect(timeline.transfers.number(text)).toBeUndefined()
      }
    }),
  )
})

test('[PJ9] annotations are known in order and by position, and those of nothing are ignored', () => {
  const words = (entryId: string) => [`account-${A}`, 'EntryAnnotated', { entryId, memo: 'x' }] as const
  const entry = uuidOf(4, 2)
  const log = events(
    opened(A),
    moved(A, 'Deposited', {}),
    words(entry),
    words(uuidOf(9, 9)),
    words(uuidOf(4, 1)),
    words(entry),
  )
  const timeline = timelineOf(log)
  expect(timeline.annotationsOf(1)).toEqual([2, 5])
  expect(timeline.annotationsOf(1, 5)).toEqual([2])
  expect(timeline.annotationsOf(1, 2)).toEqual([])
  expect(timeline.annotationsOf(0)).toEqual([])
})
