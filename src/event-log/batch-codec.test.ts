import { expect, test } from 'vitest'
import {
  countLines,
  DamagedBatchError,
  decodeBatch,
  decodeStream,
  encodeBatch,
  lineAt,
  lineStart,
  linesOf,
  sliceBatch,
} from './batch-codec'
import type { Head, StoredBatch } from './event-log'
import { EMPTY_FRONTIER } from './merkle-tree'
import { recordEvents } from './record-events'

const HEAD: Head = { size: 0, frontier: EMPTY_FRONTIER, lastRecordedAt: '', ledgerId: 'l', name: 'n' }

function events(count: number, from = 0) {
  return Array.from({ length: count }, (_, index) => ({
    streamId: index % 2 === 0 ? 'a' : 'b',
    eventId: `e${from + index}`,
    type: 'Added',
    schemaVersion: 1,
    data: { text: `€ ${from + index}` },
    metadata: {},
  }))
}

function damaged(batch: StoredBatch, change: (text: string) => string): StoredBatch {
  return { ...batch, bytes: new TextEncoder().encode(change(new TextDecoder().decode(batch.bytes))) }
}

const { batch, events: recorded, head } = recordEvents(HEAD, () => 0, events(5), 0)

test('lines are found and events come back', () => {
  expect(countLines(batch.bytes)).toBe(5)
  expect([...linesOf(batch.bytes)]).toHaveLength(5)
  expect(lineStart(batch.bytes, 5)).toBe(batch.bytes.length)
  expect(lineStart(batch.bytes, 6)).toBe(-1)
  expect(lineAt(batch.bytes, 5)).toBeUndefined()
  expect(JSON.parse(new TextDecoder().decode(lineAt(batch.bytes, 3)))).toEqual(recorded[3])
  expect(decodeBatch(batch)).toEqual(recorded)
  expect(decodeBatch(batch, 2, 4)).toEqual(recorded.slice(1, 4))
  expect(decodeBatch(batch, -1, 1)).toEqual(recorded.slice(0, 1))
  expect(decodeBatch(batch, 6)).toEqual([])
  expect(decodeStream(batch, 'b')).toEqual([recorded[1], recorded[3]])
  expect(encodeBatch([])).toHaveLength(0)
})

test('a part of a batch has the frontier of the place where it begins', () => {
  const two = recordEvents(HEAD, () => 0, events(2), 0)
  const part = sliceBatch(batch, 3, 4)
  expect(part).toMatchObject({ first: 3, count: 2, frontier: two.head.frontier })
  expect(decodeBatch(part)).toEqual(recorded.slice(2, 4))
  expect(sliceBatch(batch, 1, 99)).toBe(batch)
  expect(head.frontier).not.toEqual(two.head.frontier)
})

test.each([
  ['a line that is no JSON', (text: string) => text.replace('€ 2"', '€ 2'), 3],
  ['another position', (text: string) => text.replace('"globalPosition":4', '"globalPosition":5'), 4],
  ['a line that is gone', (text: string) => `${text.split(',\n').slice(0, 4).join(',\n')},\n`, 5],
  ['a line too many', (text: string) => text + text.split(',\n')[4]?.concat(',\n'), 6],
  ['an end that is cut off', (text: string) => text.slice(0, -1), 1],
  ['no event at all', (text: string) => text.replace(/\{.*€ 0.*\}/, 'null'), 1],
])('damage is told with its position: %s', (_, change, position) => {
  const error = catchError(() => decodeBatch(damaged(batch, change)))
  expect(error).toBeInstanceOf(DamagedBatchError)
  expect(error).toMatchObject({ position })
})

test('bytes that are no UTF-8 are damage', () => {
  const bytes = batch.bytes.slice()
  bytes[20] = 0xff
  expect(catchError(() => decodeBatch({ ...batch, bytes }))).toMatchObject({ name: 'DamagedBatchError', position: 1 })
})

function catchError(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
