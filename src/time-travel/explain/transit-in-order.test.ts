/** Several transfers on their way at once, which random logs seldom have. */
import { expect, test } from 'vitest'
import { instantOfMillis } from '../../domain/calendar'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import { EVENT_KINDS, isEntryKind, KIND } from '../../projections/event-kind'
import { uuidOf } from '../../projections/testing/arbitrary-log'
import { timelineOf } from '../../projections/testing/timeline-of'
import { resolveMoment } from '../resolve-moment'
import { KINDS_IN_ORDER } from './explanation'
import { explainListed, listedRows, transitSlots } from './listed-entries'
import { monthFrom } from './months'
import { sequenceOf } from './sequence'

const [FROM, TO] = [uuidOf(1, 1), uuidOf(1, 2)]
const transfer = (number: number) => uuidOf(3, number)

function log(...steps: readonly (readonly [streamId: string, type: string, data: JsonObject])[]): RecordedEvent[] {
  const revisions = new Map<string, number>()
  return steps.map(([streamId, type, data], slot) => {
    const streamRevision = (revisions.get(streamId) ?? 0) + 1
    revisions.set(streamId, streamRevision)
    const place = { globalPosition: slot + 1, streamId, streamRevision, eventId: uuidOf(4, slot + 1) }
    return { ...place, type, schemaVersion: 1, recordedAt: instantOfMillis(slot * 1000), data, metadata: {} }
  })
}
const opened = (id: string) =>
  [
    `account-${id}`,
    'AccountOpened',
    { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: '2024-01-01' },
  ] as const
const begun = (number: number, amount: number) =>
  [
    `transfer-${transfer(number)}`,
    'TransferInitiated',
    { fromAccountId: FROM, toAccountId: TO, amount, toAmount: amount, effectiveOn: '2024-01-01' },
  ] as const
const sent = (number: number, amount: number, effectiveOn: string) =>
  [`account-${FROM}`, 'TransferSent', { transferId: transfer(number), toAccountId: TO, amount, effectiveOn }] as const

const LOG = log(
  opened(FROM),
  opened(TO),
  begun(1, 10),
  begun(2, 20),
  begun(3, 40),
  sent(2, 20, '2024-01-31'),
  sent(3, 40, '2024-02-01'),
  sent(1, 10, '2024-02-29'),
)
const timeline = timelineOf(LOG)

test('[EX4] several on their way: the last sent first, with what they and those below come to', () => {
  const slots = transitSlots(timeline, 0, resolveMoment(timeline, 'now'))
  expect(slots).toEqual([7, 6, 5])
  const rows = listedRows(timeline, slots, -1)
  expect([0, 1, 2].map((row) => [rows.slot(row), rows.running(row)])).toEqual([
    [7, 70],
    [6, 60],
    [5, 20],
  ])
  expect(transitSlots(timeline, 0, resolveMoment(timeline, { position: 7 }))).toEqual([6, 5])
})

test('[EX4] by month in order, or all as what they are', () => {
  const slots = transitSlots(timeline, 0, resolveMoment(timeline, 'now'))
  expect(explainListed(timeline, slots, 'month', -1)).toEqual({
    groups: [
      { key: monthFrom('2024-01'), count: 1, sum: 20 },
      { key: monthFrom('2024-02'), count: 2, sum: 50 },
    ],
    count: 3,
    sum: 70,
  })
  expect(explainListed(timeline, slots, 'kind', -1)).toEqual({
    groups: [{ key: KIND.TransferSent, count: 3, sum: 70 }],
    count: 3,
    sum: 70,
  })
})

test('[EX1] what is no month is none; each kind of entry has its place once', () => {
  for (const none of ['', '2024', '2024-13', '2024-00', 'x2024-01', '2024-01-01', '2024-1']) {
    expect(monthFrom(none)).toBeUndefined()
  }
  const entryKinds = EVENT_KINDS.map((_, kind) => kind).filter(isEntryKind)
  expect(KINDS_IN_ORDER.toSorted((a, b) => a - b)).toEqual(entryKinds)
})

test('[EX5] the sequence of a subject is kept for as long as nothing is added and no other is asked for', () => {
  const growing = timelineOf(LOG.slice(0, 6))
  const total = { kind: 'total', unit: 0 } as const
  const first = sequenceOf(growing, total)
  expect(sequenceOf(growing, { ...total })).toBe(first)
  expect(sequenceOf(growing, { kind: 'account', account: 0 })).not.toBe(first)
  const again = sequenceOf(growing, total)
  growing.append(LOG.slice(6))
  expect(sequenceOf(growing, total)).not.toBe(again)
  expect(sequenceOf(growing, { kind: 'account', account: 7 }).recorded.length).toBe(0)
})
