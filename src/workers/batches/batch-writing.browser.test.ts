import { expect, onTestFinished, test, vi } from 'vitest'
import { A, added, all, storedText, type Tally } from '../../event-log/contract/contract-log'
import type { EventLog, StagedAppend, StoredBatch } from '../../event-log/event-log'
import { recordEvents } from '../../event-log/record-events'
import { LedgerDatabase } from '../../storage/ledger-database'
import { deleteDatabase } from '../../storage/open-database'
import type { OpenBatchWriter } from '../../storage/staging/batch-writer'
import { newDatabaseName, openTestLog } from '../../storage/test-ledger'
import { batchWriter, WorkerBatchWriter } from './batch-writing'

const START = Date.UTC(2026, 0, 1)
const EVENTS_A_BATCH = 4
const LONG_TEXT = 250 * 1024

/** A log whose large imports are written by the worker, and how many were started. */
async function workedLog() {
  const name = newDatabaseName()
  const started = vi.fn(batchWriter as OpenBatchWriter)
  return { name, started, log: await openTestLog(name, { openWriter: started }) }
}

/** So many batches of about a mebibyte. */
async function batchesFor(log: EventLog<Tally>, count: number) {
  const empty = await log.head()
  let head = empty
  const batches: StoredBatch[] = []
  const size = count * EVENTS_A_BATCH
  for (let revision = 0; revision < size; revision += EVENTS_A_BATCH) {
    const memo = `${revision} `.padEnd(LONG_TEXT, 'x')
    const events = Array.from({ length: EVENTS_A_BATCH }, () => ({ ...added(A, 1), data: { amount: 1, memo } }))
    const next = recordEvents(head, () => revision, events, START)
    batches.push(next.batch)
    head = { ...head, ...next.head }
  }
  const text = batches.map(({ bytes }) => new TextDecoder().decode(bytes)).join('')
  const commit = {
    requires: { size: 0, ledgerId: empty.ledgerId },
    streams: [{ streamId: A, revision: size, state: { touched: size, sum: size } }],
    head,
  }
  return { batches, text, commit }
}

async function staged(log: EventLog<Tally>, batches: readonly StoredBatch[]): Promise<StagedAppend<Tally>> {
  const stage = await log.stage()
  for (const batch of batches) await stage.write(batch)
  return stage
}

async function storedBatches(name: string): Promise<number> {
  const db = new LedgerDatabase<Tally>(name, 'relaxed')
  try {
    return await db.batches.count()
  } finally {
    db.close()
  }
}

test('[EL6] a large import is written by the worker: nothing shows before its commit, then every byte does', async () => {
  const { log, started } = await workedLog()
  const { batches, text, commit } = await batchesFor(log, 22)
  const stage = await staged(log, batches)
  expect(started).toHaveBeenCalledOnce()
  expect(await all(log.readBatches())).toEqual([])
  expect(await stage.commit(commit)).toBe('committed')
  expect((await log.head()).size).toBe(22 * EVENTS_A_BATCH)
  expect(await storedText(log)).toBe(text)
})

test('[EL6] a commit waits until the worker has everything on disk', async () => {
  const name = newDatabaseName()
  const gate = Promise.withResolvers<void>()
  const log = await openTestLog(name, {
    openWriter: (databaseName) => {
      const writer = (batchWriter as OpenBatchWriter)(databaseName)
      return { add: (rows) => gate.promise.then(() => writer.add(rows)), close: () => writer.close() }
    },
  })
  const { batches, commit } = await batchesFor(log, 5)
  const committed = (await staged(log, batches)).commit(commit)
  // Each asks the database anew, behind a commit that would not wait.
  for (let look = 0; look < 5; look++) expect((await log.head()).size).toBe(0)
  gate.resolve()
  expect(await committed).toBe('committed')
  expect((await log.head()).size).toBe(5 * EVENTS_A_BATCH)
})

test('[EL6] what the worker has written and still writes is discarded', async () => {
  const { log, name } = await workedLog()
  const { batches } = await batchesFor(log, 7)
  await (await staged(log, batches)).discard()
  expect(await storedBatches(name)).toBe(0)
  expect((await log.head()).size).toBe(0)
})

test('a small import starts no worker', async () => {
  const { log, started } = await workedLog()
  const { batches, commit } = await batchesFor(log, 2)
  expect(await (await staged(log, batches)).commit(commit)).toBe('committed')
  expect(started).not.toHaveBeenCalled()
})

test('[EL6] a write that fails in the worker fails the import by its own name, and nothing is committed', async () => {
  const { log, name } = await workedLog()
  const { batches, commit } = await batchesFor(log, 7)
  const stage = await staged(log, batches.slice(0, 5))
  // The ledger is removed while it is imported into: every connection gives way.
  await deleteDatabase(name)
  const rest = async () => {
    for (const batch of batches.slice(5)) await stage.write(batch)
    await stage.commit(commit)
  }
  await expect(rest()).rejects.toMatchObject({ name: 'StorageError' })
  await stage.discard().catch(() => undefined)
})

test('a worker that cannot be started fails what waits for it and what comes after', async () => {
  const worker = new EventTarget() as EventTarget & Pick<Worker, 'postMessage' | 'terminate'>
  worker.postMessage = () => undefined
  worker.terminate = () => undefined
  const writer = new WorkerBatchWriter(worker, 'nowhere')
  onTestFinished(() => writer.close())
  const waiting = writer.add([{ batchId: 'one', bytes: new Uint8Array(1) }])
  worker.dispatchEvent(new ErrorEvent('error', { message: 'No such worker' }))
  await expect(waiting).rejects.toThrow('No such worker')
  await expect(writer.add([])).rejects.toThrow('No such worker')
})
