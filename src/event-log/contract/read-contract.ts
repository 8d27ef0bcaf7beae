/** Reading: by position, by stream, by batch, in both directions. */
import { expect, test } from 'vitest'
import { countLines, decodeBatch } from '../batch-codec'
import type { EventLog } from '../event-log'
import { rootOf } from '../merkle-tree'
import type { RecordedEvent } from '../recorded-event'
import { given } from './contract-fixture'
import {
  A,
  added,
  all,
  append,
  appendTogether,
  B,
  type MakeLog,
  positionsOf,
  storedText,
  type Tally,
} from './contract-log'

/** Positions 1 to 10; 3 to 6 were recorded together; B has 2, 4, 6, 8, 10. */
async function tenEvents(log: EventLog<Tally>): Promise<void> {
  const event = (position: number) => added(position % 2 === 0 ? B : A, position)
  await append(log, event(1), event(2))
  await appendTogether(log, [event(3), event(4), event(5), event(6)])
  await append(log, event(7), event(8), event(9), event(10))
}

export function readContract(makeLog: MakeLog): void {
  test('readAll reads from, to, forward, backward, up to a limit', async () => {
    const { log } = await given(makeLog)
    await tenEvents(log)
    expect(await positionsOf(log.readAll())).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await positionsOf(log.readAll({ from: 4, to: 8 }))).toEqual([4, 5, 6, 7, 8])
    expect(await positionsOf(log.readAll({ from: 4, limit: 3 }))).toEqual([4, 5, 6])
    expect(await positionsOf(log.readAll({ direction: 'backward' }))).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(await positionsOf(log.readAll({ direction: 'backward', from: 7, to: 4 }))).toEqual([7, 6, 5, 4])
    expect(await positionsOf(log.readAll({ direction: 'backward', limit: 6 }))).toEqual([10, 9, 8, 7, 6, 5])
    expect(await positionsOf(log.readAll({ direction: 'backward', from: 99, to: 10 }))).toEqual([10])
    expect(await positionsOf(log.readAll({ from: 11 }))).toEqual([])
    expect(await positionsOf(log.readAll({ from: 6, to: 5 }))).toEqual([])
    expect(await positionsOf(log.readAll({ limit: 0 }))).toEqual([])
    expect(await positionsOf(log.readAll({ from: -3, to: 99, limit: 2 }))).toEqual([1, 2])
  })

  test('readStream reads by revision', async () => {
    const { log } = await given(makeLog)
    await tenEvents(log)
    expect(await positionsOf(log.readStream(B))).toEqual([2, 4, 6, 8, 10])
    expect(await positionsOf(log.readStream(B, { from: 2, to: 4 }))).toEqual([4, 6, 8])
    expect(await positionsOf(log.readStream(B, { from: 2, limit: 2 }))).toEqual([4, 6])
    expect(await positionsOf(log.readStream(B, { direction: 'backward', limit: 2 }))).toEqual([10, 8])
    expect(await positionsOf(log.readStream(B, { direction: 'backward', from: 3 }))).toEqual([6, 4, 2])
    expect(await positionsOf(log.readStream('counter-unknown'))).toEqual([])
  })

  test('readStream is not misled by the words of another event', async () => {
    const { log } = await given(makeLog)
    await append(
      log,
      { ...added(A, 1), metadata: { streamId: B } },
      added(B, 1),
      added(A, 1, { text: `"streamId":"${B}"` }),
    )
    expect(await positionsOf(log.readStream(B))).toEqual([2])
    expect(await positionsOf(log.readStream(A))).toEqual([1, 3])
  })

  test('readAt gives events in the order asked for and leaves out what is beyond the head', async () => {
    const { log } = await given(makeLog)
    await tenEvents(log)
    expect((await log.readAt([9, 4, 11, 1, 4, 0])).map((event) => event.globalPosition)).toEqual([9, 4, 1, 4])
    expect(await log.readAt([])).toEqual([])
  })

  test('readAt finds what lies close together in many batches, and what lies far apart', async () => {
    const { log } = await given(makeLog)
    for (let batch = 0; batch < 40; batch++) await append(log, ...Array.from({ length: 10 }, () => added(A, batch)))
    const found = async (positions: number[]) => (await log.readAt(positions)).map((event) => event.globalPosition)
    const close = Array.from({ length: 60 }, (_, index) => 396 - index * 3)
    expect(await found(close)).toEqual(close)
    expect(await found([400, 12, 200])).toEqual([400, 12, 200])
    expect(await found([500, 401, 2])).toEqual([2])
  })

  test('readBatches gives the stored bytes, their places and their frontiers', async () => {
    const { log } = await given(makeLog)
    await tenEvents(log)
    const batches = await all(log.readBatches())
    let next = 1
    for (const batch of batches) {
      expect(batch.first).toBe(next)
      expect(countLines(batch.bytes)).toBe(batch.count)
      expect(decodeBatch(batch)).toEqual(await all(log.readAll({ from: next, limit: batch.count })))
      next += batch.count
    }
    expect(next).toBe(11)
    const { bytesOnDisk } = await log.measure()
    expect(bytesOnDisk).toBe(batches.reduce((sum, batch) => sum + batch.bytes.length, 0))
    expect(batches[0]?.frontier).toEqual([])
    expect(rootOf(batches[1]?.frontier ?? [])).not.toBe(rootOf([]))
  })

  test('readBatches begins with the batch that holds `from` and ends exactly with `to`', async () => {
    const { log } = await given(makeLog)
    await tenEvents(log)
    const all10 = await storedText(log)
    const lines = all10.split(',\n').map((line) => `${line},\n`)
    const some = await all(log.readBatches({ from: 5, to: 5 }))
    expect(some.map(({ first, count }) => [first, count])).toEqual([[3, 3]])
    expect(await storedText(log, { from: 7, to: 9 })).toBe(lines.slice(6, 9).join(''))
    expect(await storedText(log, { to: 4 })).toBe(lines.slice(0, 4).join(''))
    expect(await storedText(log, { from: 11 })).toBe('')
    expect(await storedText(log, { to: 99 })).toBe(all10)
  })

  test('a read ends at the head as it was when it began', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1), added(A, 2))
    const read: number[] = []
    for await (const event of log.readAll()) {
      read.push(event.globalPosition)
      await append(log, added(A, 3))
    }
    expect(read).toEqual([1, 2])
  })

  test('events are upcast on reading and stored as they were', async () => {
    const upcasters = new Map([
      ['Added', [(event: RecordedEvent) => ({ ...event, schemaVersion: 2, data: { ...event.data, unit: 'one' } })]],
    ])
    const { log } = await given(makeLog, { upcasters })
    await append(log, added(A, 1))
    const newest = { schemaVersion: 2, data: { add: 1, unit: 'one' } }
    expect(await all(log.readAll())).toMatchObject([newest])
    expect(await all(log.readStream(A))).toMatchObject([newest])
    expect(await log.readAt([1])).toMatchObject([newest])
    const seen: RecordedEvent[] = []
    await log.subscribeToAll(1, (events) => seen.push(...events)).caughtUp()
    expect(seen).toMatchObject([newest])
    const inside = await log.transact({ streamIds: [A], positions: [1] }, (context) => ({ reject: context.event(1) }))
    expect(inside).toMatchObject({ rejection: newest })
    expect(await storedText(log)).toContain('"data":{"add":1}')
  })

  test('[EL5] what is handed out can be changed without changing the log', async () => {
    const { log } = await given(makeLog)
    const [recorded] = await append(log, added(A, 1))
    Object.assign(recorded?.data as object, { add: 99 })
    for await (const batch of log.readBatches()) batch.bytes.fill(0)
    expect(await all(log.readAll())).toMatchObject([{ data: { add: 1 } }])
  })
}
