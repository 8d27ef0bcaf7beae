import { expect, test } from 'vitest'
import {
  countLines,
  DamagedBatchError,
  decodeAt,
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
import type { RecordedEvent } from './recorded-event'
import { upcast } from './upcaster'

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

test('events at any positions come back in their order, once, and a line that is gone is told', () => {
  const at = (...positions: number[]) => decodeAt(batch, positions).map(({ globalPosition }) => globalPosition)
  for (let wanted = 0; wanted < 2 ** 5; wanted++) {
    const positions = [1, 2, 3, 4, 5].filter((position) => (wanted >> (position - 1)) & 1)
    expect(decodeAt(batch, positions.toReversed())).toEqual(recorded.filter((_, index) => (wanted >> index) & 1))
  }
  expect(at(0, 5, 5, 9, 2)).toEqual([2, 5])
  expect(at()).toEqual([])
  expect(catchError(() => decodeAt({ ...batch, count: 9 }, [2, 5, 8]))).toMatchObject({ position: 8 })
})

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
  expect(sliceBatch(batch, 3, 99)).toMatchObject({ first: 3, count: 3 })
  expect(sliceBatch(batch, 1, 4)).toMatchObject({ first: 1, count: 4 })
  expect(head.frontier).not.toEqual(two.head.frontier)
})

const NO_JSON = 'is damaged: it is no JSON.'
const ANOTHER = 'is damaged: another stands in its place.'
const NO_END = 'The stored batch at event 1 does not end as it was written.'

test.each([
  ['a line that is no JSON', (text: string) => text.replace('€ 2"', '€ 2'), 3, `The stored event 3 ${NO_JSON}`],
  [
    'another position',
    (text: string) => text.replace('"globalPosition":4', '"globalPosition":5'),
    4,
    `The stored event 4 ${ANOTHER}`,
  ],
  [
    'a line that is gone',
    (text: string) => `${text.split(',\n').slice(0, 4).join(',\n')},\n`,
    5,
    'A stored batch holds 4 events where 5 were written.',
  ],
  ['a line too many', (text: string) => text + text.split(',\n')[4]?.concat(',\n'), 6, `The stored event 6 ${ANOTHER}`],
  ['an end that is cut off', (text: string) => text.slice(0, -1), 1, NO_END],
  ['an end without its comma', (text: string) => text.replace(/,\n$/, '\n'), 1, NO_END],
  ['another end', (text: string) => text.replace(/\n$/, ' '), 1, NO_END],
  ['no event at all', (text: string) => text.replace(/\{.*€ 0.*\}/, 'null'), 1, `The stored event 1 ${ANOTHER}`],
])('damage is told with its position: %s', (_, change, position, message) => {
  const error = catchError(() => decodeBatch(damaged(batch, change)))
  expect(error).toBeInstanceOf(DamagedBatchError)
  expect(error).toMatchObject({ name: 'DamagedBatchError', position, message })
})

test('of lines that are gone the first is told of', () => {
  const short = damaged(batch, (text) => `${text.split(',\n').slice(0, 3).join(',\n')},\n`)
  expect(catchError(() => decodeBatch(short))).toMatchObject({
    position: 4,
    message: 'A stored batch holds 3 events where 5 were written.',
  })
})

test('a clock beyond the years that the log can write is refused', () => {
  const late = Date.UTC(10_000, 0, 1)
  expect(() => recordEvents(HEAD, () => 0, events(1), late)).toThrow(
    new RangeError('The clock shows +010000-01-01T00:00:00.000Z, a year that the log cannot write.'),
  )
})

test('an upcaster goes up by one version', () => {
  const [event] = recorded
  const skips = new Map([['Added', [(given: RecordedEvent) => ({ ...given, schemaVersion: 3 })]]])
  expect(() => upcast(event as RecordedEvent, skips)).toThrow('The upcaster of Added v1 gave v3')
})

test('events that a batch does not have are missing, in whatever part they are asked for', () => {
  const missing = (position: number) => ({ position, message: `Event ${position} is missing from its stored batch.` })
  expect(catchError(() => decodeBatch({ ...batch, count: 9 }, 8, 8))).toMatchObject(missing(8))
  expect(catchError(() => decodeBatch({ ...batch, count: 9 }, 4, 7))).toMatchObject(missing(4))
  expect(catchError(() => sliceBatch({ ...batch, count: 9 }, 2, 8))).toMatchObject(missing(2))
  // Right behind the last line nothing is left.
  expect(catchError(() => decodeBatch({ ...batch, count: 6 }, 6, 6))).toBeInstanceOf(DamagedBatchError)
})

test('of one stream: its own events only, and a damaged line of it is told of', () => {
  const nested = events(2).map((each) => ({ ...each, data: { streamId: 'b' } }))
  const { batch: both, events: stored } = recordEvents(HEAD, () => 0, nested, 0)
  expect(decodeStream(both, 'b')).toEqual([stored[1]])
  expect(decodeStream(both, 'c')).toEqual([])
  const broken = damaged(batch, (text) =>
    text.replace('"type":"Added"},\n{"data":{"text":"€ 4', '"type":"Added",\n{"data":{"text":"€ 4'),
  )
  expect(catchError(() => decodeStream(broken, 'b'))).toMatchObject({
    position: 4,
    message: `The stored event 4 ${NO_JSON}`,
  })
  const moved = damaged(batch, (text) => text.replace('"globalPosition":2', '"globalPosition":7'))
  expect(catchError(() => decodeStream(moved, 'b'))).toMatchObject({
    position: 2,
    message: `The stored event 2 ${ANOTHER}`,
  })
})

test('lines that are empty are lines', () => {
  const empty = Uint8Array.of(44, 10, 44, 10)
  const feeds = Uint8Array.of(10, 10)
  expect([countLines(empty), countLines(feeds), countLines(new Uint8Array())]).toEqual([2, 2, 0])
  expect([0, 1, 2, 3].map((index) => lineStart(feeds, index))).toEqual([0, 1, 2, -1])
  expect(lineAt(empty, 1)).toHaveLength(0)
  expect([...linesOf(empty)].map((line) => line.length)).toEqual([0, 0])
})

test('bytes that are no UTF-8 are damage', () => {
  const bytes = batch.bytes.slice()
  bytes[20] = 0xff
  expect(catchError(() => decodeBatch({ ...batch, bytes }))).toMatchObject({
    name: 'DamagedBatchError',
    position: 1,
    message: 'The stored bytes from event 1 on are no text.',
    cause: expect.anything(),
  })
})

function catchError(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
