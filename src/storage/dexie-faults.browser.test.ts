import { Dexie } from 'dexie'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { A, added, all, append, appendTogether, B, positionsOf, type Tally } from '../event-log/contract/contract-log'
import type { DexieEventLog } from './dexie-event-log'
import { LedgerDatabase } from './ledger-database'
import { newDatabaseName, openTestLog } from './test-ledger'

async function tamper(name: string, work: (db: LedgerDatabase<Tally>) => Promise<unknown>): Promise<void> {
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  try {
    await work(db)
  } finally {
    db.close()
  }
}

async function changeFirstBatch(name: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  await tamper(name, async (db) => {
    const row = await db.index.get(1)
    const batch = await db.batches.get(row?.batchId ?? '')
    if (batch) await db.batches.put({ ...batch, bytes: change(batch.bytes) })
  })
}

test('[EL2] a write that fails takes its whole transaction with it', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await append(log, added(A, 1))
  const before = await log.head()
  // An index row where the next batch belongs makes the second of the writes fail.
  const stray = { first: 2, count: 1, batchId: 'x', byteLength: 1, frontier: new Uint8Array() }
  await tamper(name, (db) => db.index.add(stray))
  const failing = log.transact({ streamIds: [A], command: { commandId: 'c', hash: 'h' } }, () => ({
    append: [added(A, 1)],
  }))
  await expect(failing).rejects.toThrow()
  expect(await log.head()).toEqual(before)
  expect(await log.readStreamRow(A)).toMatchObject({ revision: 1 })
  expect(await log.findCommand('c')).toBeUndefined()
  await tamper(name, async (db) => {
    expect(await db.batches.count()).toBe(1)
    await db.index.delete(2)
  })
  expect(await append(log, added(A, 1))).toMatchObject([{ globalPosition: 2 }])
})

test('[EL7] two connections that send 200 transactions each at once leave no gap and lose nothing', async () => {
  const name = newDatabaseName()
  const logs = [await openTestLog(name), await openTestLog(name)]
  const given = await Promise.all(
    logs.flatMap((log, tab) =>
      Array.from({ length: 200 }, async (_, index) => {
        const command = { commandId: `${tab}-${index}`, hash: 'h' }
        return log.transact({ streamIds: [A], command }, ({ revision }) => ({
          append: [added(A, 1, { seen: revision(A) })],
        }))
      }),
    ),
  )
  const events = await all((logs[0] as DexieEventLog<Tally>).readAll())
  expect(events).toHaveLength(400)
  expect(events.map((event) => [event.globalPosition, event.streamRevision, event.data.seen])).toEqual(
    events.map((_, index) => [index + 1, index + 1, index]),
  )
  const acknowledged = given.flatMap((result) =>
    result.kind === 'appended' ? result.events.map((event) => event.eventId) : [],
  )
  expect(acknowledged.sort()).toEqual(events.map((event) => event.eventId).sort())
})

test('another connection hears of new events by itself', async () => {
  const name = newDatabaseName()
  const [here, there] = [await openTestLog(name), await openTestLog(name)]
  const seen: number[] = []
  const subscription = there.subscribeToAll(1, (events) => seen.push(...events.map((event) => event.globalPosition)))
  await subscription.caughtUp()
  await append(here, added(A, 1), added(A, 2))
  await vi.waitFor(() => expect(seen).toEqual([1, 2]))
})

test('a worker records too, and the page hears of it', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await append(log, added(A, 1))
  const seen: number[] = []
  log.subscribeToAll(1, (events) => seen.push(...events.map((event) => event.globalPosition)))
  const worker = new Worker(new URL('./test-append.worker.ts', import.meta.url), { type: 'module' })
  onTestFinished(() => worker.terminate())
  const events = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = reject
    worker.postMessage(name)
  })
  expect(events).toMatchObject([{ globalPosition: 2, streamRevision: 2 }])
  await vi.waitFor(() => expect(seen).toEqual([1, 2]))
})

test('[EL4] the oldest commands are forgotten, the latest are kept', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name, { keptCommands: 10 })
  for (let index = 1; index <= 15; index++) {
    const command = { commandId: `c${index}`, hash: 'h' }
    await log.transact({ streamIds: [A], command }, () => ({ append: [added(A, 1)] }))
  }
  expect(await log.findCommand('c5')).toBeUndefined()
  expect(await log.findCommand('c6')).toEqual({ hash: 'h', positions: [6] })
})

test('a log reopened is the log that was closed', async () => {
  const name = newDatabaseName()
  const first = await openTestLog(name)
  await appendTogether(first, [added(A, 1), added(B, 2)])
  const head = await first.head()
  first.close()
  const again = await openTestLog(name, { ledgerId: 'another', name: 'Another' })
  expect(await again.head()).toEqual(head)
  expect(await positionsOf(again.readAll())).toEqual([1, 2])
})

describe('damage is found and its place told', () => {
  test.each([
    ['bytes that are gone', (bytes: Uint8Array) => bytes.slice(0, -1), 1],
    ['a letter that is another', (bytes: Uint8Array) => bytes.with(0, 'x'.charCodeAt(0)), 1],
  ])('%s', async (_, change, position) => {
    const name = newDatabaseName()
    const log = await openTestLog(name)
    await appendTogether(log, [added(A, 1), added(A, 2)])
    await append(log, added(A, 3))
    await changeFirstBatch(name, change)
    const corrupt = { name: 'StorageError', code: 'corrupt', position }
    await expect(all(log.readAll())).rejects.toMatchObject(corrupt)
    await expect(log.readAt([1])).rejects.toMatchObject(corrupt)
    expect(await positionsOf(log.readAll({ from: 3 }))).toEqual([3])
    const errors: unknown[] = []
    const subscription = log.subscribeToAll(
      1,
      () => {},
      (error) => errors.push(error),
    )
    await expect(subscription.caughtUp()).rejects.toMatchObject(corrupt)
    expect(errors).toMatchObject([corrupt])
  })

  test('a batch or an index row that is missing', async () => {
    const name = newDatabaseName()
    const log = await openTestLog(name)
    await append(log, added(A, 1), added(A, 2), added(A, 3))
    await tamper(name, (db) => db.index.delete(2))
    await expect(all(log.readAll())).rejects.toMatchObject({ code: 'corrupt', position: 2 })
    await expect(log.readAt([1, 2])).resolves.toHaveLength(1)
    await tamper(name, (db) => db.batches.clear())
    await expect(log.readAt([3])).rejects.toMatchObject({ code: 'corrupt', position: 3 })
  })

  test('a head that is missing', async () => {
    const name = newDatabaseName()
    const log = await openTestLog(name)
    await append(log, added(A, 1))
    await tamper(name, (db) => db.head.clear())
    await expect(append(log, added(A, 1))).rejects.toMatchObject({ code: 'corrupt' })
    await expect(openTestLog(name)).rejects.toMatchObject({ code: 'corrupt' })
  })
})

test('a full disk refuses the command in words and records nothing', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await append(log, added(A, 1))
  const before = await log.head()
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('The room is used up.', 'QuotaExceededError')
  })
  onTestFinished(() => add.mockRestore())
  await expect(append(log, added(A, 1))).rejects.toMatchObject({ name: 'StorageError', code: 'quota-exceeded' })
  expect(await log.head()).toEqual(before)
  add.mockRestore()
  expect(await append(log, added(A, 1))).toMatchObject([{ globalPosition: 2 }])
})

describe('when another tab needs the database', () => {
  test('a ledger that is removed says so', async () => {
    const name = newDatabaseName()
    const reasons: unknown[] = []
    const log = await openTestLog(name, { onClosed: (reason) => reasons.push(reason) })
    await append(log, added(A, 1))
    await Dexie.delete(name)
    expect(reasons).toMatchObject([{ code: 'unavailable', message: expect.stringContaining('removed') }])
    await expect(append(log, added(A, 1))).rejects.toBe(reasons[0])
  })

  test('an older program gives way to a newer one, and cannot open what that has made', async () => {
    const name = newDatabaseName()
    const reasons: unknown[] = []
    await openTestLog(name, { onClosed: (reason) => reasons.push(reason) })
    const newer = new Dexie(name)
    newer.version(2).stores({
      batches: 'batchId',
      index: 'first',
      streams: 'streamId',
      commands: 'commandId, serial',
      head: 'key',
      snapshots: 'projection',
      later: 'key',
    })
    await newer.open()
    newer.close()
    expect(reasons).toMatchObject([{ code: 'blocked' }])
    await expect(openTestLog(name)).rejects.toMatchObject({ name: 'StorageError', code: 'blocked' })
  })

  test('a tab that does not give way blocks with words, not forever', async () => {
    const name = newDatabaseName()
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 5)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    await expect(openTestLog(name)).rejects.toMatchObject({ name: 'StorageError', code: 'blocked' })
    held.close()
  })
})
