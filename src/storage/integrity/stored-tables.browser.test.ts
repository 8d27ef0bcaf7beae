import { expect, onTestFinished, test, vi } from 'vitest'
import { A, added, append } from '../../event-log/contract/contract-log'
import { newDatabaseName, openTestLog } from '../test-ledger'
import { DexieTables } from './stored-tables'

async function tablesOfLog() {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  await append(log, added(A, 1))
  const tables = await DexieTables.open(name)
  onTestFinished(() => tables.close())
  await tables.db.snapshots.put({ projection: 'p/1', value: new Uint8Array(3) })
  const batchIds = await tables.batchIds()
  return { tables, read: async () => [...(await tables.bytesOf(batchIds)), await tables.snapshotRow('p/1')] }
}

/** Reads of single rows fail so often, as a browser does that says this. */
function failing(name: string, times: number) {
  const { get } = IDBObjectStore.prototype
  const many = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('Not now.', name)
  })
  let left = times
  const one = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (left-- > 0) throw new DOMException('Not now.', name)
    return get.call(this, key)
  })
  onTestFinished(() => {
    many.mockRestore()
    one.mockRestore()
  })
}

test('a value that the browser cannot read is unreadable', async () => {
  const { read } = await tablesOfLog()
  failing('NotReadableError', Number.POSITIVE_INFINITY)
  expect(await read()).toEqual([undefined, undefined])
})

test('a value that fails each time, for no reason given, is unreadable; one that fails once is not', async () => {
  const { read } = await tablesOfLog()
  const whole = await read()
  failing('UnknownError', 1)
  expect(await read()).toEqual(whole)
  failing('UnknownError', Number.POSITIVE_INFINITY)
  expect(await read()).toEqual([undefined, undefined])
})

test('a browser that has taken the database away says nothing about what lies in it', async () => {
  const { tables, read } = await tablesOfLog()
  tables.db.close()
  await expect(read()).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' })
  await expect(tables.snapshotRow('p/1')).rejects.toMatchObject({ code: 'unavailable' })
})
