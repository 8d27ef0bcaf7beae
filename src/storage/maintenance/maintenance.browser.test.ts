import Dexie from 'dexie'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  A,
  added,
  all,
  append,
  appendTogether,
  B,
  positionsOf,
  storedText,
  type Tally,
  tallies,
} from '../../event-log/contract/contract-log'
import { recordEvents } from '../../event-log/record-events'
import { LedgerDatabase } from '../ledger-database'
import { newDatabaseName, openTestLog } from '../test-ledger'
import { withImportLock, withMaintenanceLock } from './maintenance-lock'

async function manyCommands(log: Awaited<ReturnType<typeof openTestLog>>, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, index) => append(log, added(index % 3 === 0 ? B : A, index))))
}

test('[PK2] packing leaves every byte, position and root as it was', async () => {
  const log = await openTestLog(newDatabaseName())
  await manyCommands(log, 70)
  const before = { head: await log.head(), text: await storedText(log), events: await all(log.readAll()) }
  const measured = await log.measure()
  expect(await log.pack()).toEqual({ joined: 69 })
  expect(await log.head()).toEqual(before.head)
  expect(await storedText(log)).toBe(before.text)
  expect(await all(log.readAll())).toEqual(before.events)
  expect(await log.measure()).toEqual({ ...measured, batches: 1 })
  expect(await positionsOf(log.readStream(B, { limit: 3 }))).toHaveLength(3)
  expect(await log.readAt([70, 1])).toEqual([before.events[69], before.events[0]])
  expect(await append(log, added(A, 1))).toMatchObject([{ globalPosition: 71 }])
  expect(await positionsOf(log.readAll({ direction: 'backward', limit: 2 }))).toEqual([71, 70])
})

test('[PK3] large batches are left alone, and what was packed is not packed again', async () => {
  const log = await openTestLog(newDatabaseName())
  const large = Array.from({ length: 4 }, () => added(A, 1, { text: 'x'.repeat(200_000) }))
  await appendTogether(log, large)
  await manyCommands(log, 40)
  expect(await log.pack()).toEqual({ joined: 39 })
  expect(await log.pack()).toEqual({ joined: 0 })
  await manyCommands(log, 10)
  expect(await log.pack()).toEqual({ joined: 0 })
  expect((await all(log.readBatches())).map((batch) => batch.count)).toEqual([4, 40, ...Array(10).fill(1)])
})

test('[PK4] small batches at the end are worth packing, however much lies before them', async () => {
  const log = await openTestLog(newDatabaseName())
  await manyCommands(log, 256)
  expect(await log.isWorthPacking()).toBe(false)
  await manyCommands(log, 1)
  expect(await log.isWorthPacking()).toBe(true)
  await log.pack()
  expect(await log.isWorthPacking()).toBe(false)
  // Many full ones, as an import leaves them: none of them can be joined, and they excuse no small ones.
  for (let i = 0; i < 16; i++) await appendTogether(log, [added(A, 1, { text: 'x'.repeat(250_000) })])
  expect(await log.isWorthPacking()).toBe(false)
  await manyCommands(log, 260)
  expect(await log.isWorthPacking()).toBe(true)
})

test('[PK1] readers and writers notice nothing of packing', async () => {
  const name = newDatabaseName()
  const [log, other] = [await openTestLog(name), await openTestLog(name)]
  await manyCommands(log, 300)
  const before = await storedText(log)
  let read = ''
  let packed = false
  for await (const batch of log.readBatches()) {
    // The first batches are out of the way, the next are fetched after this.
    if (!packed) packed = (await other.pack()) !== 'busy'
    read += new TextDecoder().decode(batch.bytes)
  }
  expect(read).toBe(before)
  await Promise.all([other.pack(), manyCommands(log, 50), all(log.readAll())])
  expect(await positionsOf(log.readAll())).toEqual(Array.from({ length: 350 }, (_, index) => index + 1))
})

test('[PK2] a damaged batch is not joined', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await manyCommands(log, 20)
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  const row = await db.index.get(7)
  await db.batches.delete(row?.batchId ?? '')
  await expect(log.pack()).rejects.toMatchObject({ code: 'corrupt', position: 7 })
  expect(await db.index.count()).toBe(20)
  expect(await db.batches.count()).toBe(19)
  db.close()
})

test('one at a time: maintenance is busy while an import or other maintenance runs', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  const inside = await withMaintenanceLock(name, async () => [
    await log.pack(),
    await log.sweepOrphans(),
    await withMaintenanceLock(name, async () => 'ran'),
  ])
  expect(inside).toEqual(['busy', 'busy', 'busy'])
  const staged = await log.stage()
  expect(await log.sweepOrphans()).toBe('busy')
  await staged.discard()
  expect(await log.sweepOrphans()).toEqual({ removed: 0 })
  await expect(withMaintenanceLock(name, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await log.pack()).toEqual({ joined: 0 })
})

test('an import waits for maintenance, and is busy only beside another import', async () => {
  const name = newDatabaseName()
  const order: string[] = []
  let finish = () => {}
  const tidying = withMaintenanceLock(name, async () => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    order.push('tidied')
  })
  const first = withImportLock(name, async () => order.push('imported'))
  expect(await withImportLock(name, async () => order.push('never'))).toBe('busy')
  finish()
  await Promise.all([tidying, first])
  expect(order).toEqual(['tidied', 'imported'])
})

test('the sweep removes what a crashed import left and nothing else', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await manyCommands(log, 5)
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  await db.batches.bulkAdd([1, 2, 3].map((index) => ({ batchId: `left-${index}`, bytes: new Uint8Array(100) })))
  expect(await log.sweepOrphans()).toEqual({ removed: 3 })
  expect(await db.batches.count()).toBe(5)
  expect(await positionsOf(log.readAll())).toEqual([1, 2, 3, 4, 5])
  db.close()
})

test('the sweep removes it though commands are recorded meanwhile, and none of theirs', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await manyCommands(log, 5)
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  await db.batches.bulkAdd([1, 2, 3].map((index) => ({ batchId: `left-${index}`, bytes: new Uint8Array(100) })))
  const { getAll } = IDBObjectStore.prototype
  const recorded: Promise<unknown>[] = []
  // The browser does it when the index is read, and before the head is.
  const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...of) {
    const isSweep = this.name === 'index' && this.transaction.objectStoreNames.length === 1
    if (isSweep && recorded.length < 3) recorded.push(Dexie.ignoreTransaction(() => append(log, added(B, 1))))
    return getAll.apply(this, of)
  })
  onTestFinished(() => reads.mockRestore())
  expect(await log.sweepOrphans()).toEqual({ removed: 3 })
  await Promise.all(recorded)
  expect(await positionsOf(log.readAll())).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  db.close()
})

test('discarding removes what was staged; a committed import is no orphan', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  const head = await log.head()
  const { batch, head: after } = recordEvents(head, () => 0, [added(A, 1)], 0)
  const dropped = await log.stage()
  await dropped.write(batch)
  await dropped.discard()
  expect(await log.sweepOrphans()).toEqual({ removed: 0 })
  const kept = await log.stage()
  // A view into a larger buffer must not take that buffer along.
  const roomy = new Uint8Array(batch.bytes.length + 5000)
  roomy.set(batch.bytes, 100)
  await kept.write({ ...batch, bytes: roomy.subarray(100, 100 + batch.bytes.length) })
  expect(await kept.commit({ requires: head, streams: [], head: after })).toBe('committed')
  expect(await log.sweepOrphans()).toEqual({ removed: 0 })
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  expect((await db.batches.toArray()).map((row) => row.bytes.buffer.byteLength)).toEqual([batch.bytes.length])
  db.close()
})

test('what cannot be discarded is left to the sweep', async () => {
  const log = await openTestLog(newDatabaseName())
  const { batch, head } = recordEvents(await log.head(), () => 0, [added(A, 1)], 0)
  const staged = await log.stage()
  await staged.write(batch)
  expect(await staged.commit({ requires: { size: 0, ledgerId: 'another' }, streams: [], head })).toBe('head-moved')
  const fails = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('The disk failed.', 'UnknownError')
  })
  onTestFinished(() => fails.mockRestore())
  await expect(staged.discard()).rejects.toMatchObject({ code: 'unavailable' })
  fails.mockRestore()
  expect(await log.sweepOrphans()).toEqual({ removed: 1 })
})

test('states of another version are rebuilt from the log before anything is decided on them', async () => {
  const name = newDatabaseName()
  const older = await openTestLog(name)
  await append(older, added(A, 1), added(B, 2), added(A, 4))
  const doubled = {
    ...tallies,
    version: 2,
    evolve: (state: Tally | undefined) => ({ touched: (state?.touched ?? 0) + 2, sum: 0 }),
  }
  const newer = await openTestLog(name, { decision: doubled })
  expect(await newer.readStreamRow(A)).toEqual({ streamId: A, revision: 2, state: { touched: 4, sum: 0 } })
  // A tab with the older program goes on, on states of its own making.
  await older.transact({ streamIds: [A] }, ({ state }) => ({ append: [added(A, 10, { seen: state(A)?.sum ?? -1 })] }))
  expect((await older.readAt([4]))[0]?.data.seen).toBe(5)
  await newer.transact({ streamIds: [B] }, ({ state }) => ({
    append: [added(B, 1, { seen: state(B)?.touched ?? -1 })],
  }))
  expect((await newer.readAt([5]))[0]?.data.seen).toBe(2)
})

test('missing rows are rebuilt on demand', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await append(log, added(A, 1), added(B, 2))
  const before = await all(log.readStreamRows())
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  await db.streams.clear()
  db.close()
  await log.rebuildStreams()
  expect(await all(log.readStreamRows())).toEqual(before)
})
