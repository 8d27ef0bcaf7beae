import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { uuidV7 } from '../event-log/uuid'
import { LedgerRegistry } from './ledger-registry'
import type { StoredBookmark } from './registry-database'
import { newDatabaseName } from './test-ledger'

async function openRegistry(name = newDatabaseName()): Promise<LedgerRegistry> {
  const registry = await LedgerRegistry.open(name)
  onTestFinished(() => registry.close())
  return registry
}

function bookmark(name: string, more: Partial<StoredBookmark> = {}): StoredBookmark {
  return { id: uuidV7(), name, note: '', moment: '{"position":3}', ...more }
}

test('[BM1] bookmarks are kept a ledger, in the order they were made, and changed in place', async () => {
  const name = newDatabaseName()
  const registry = await openRegistry(name)
  const [one, two] = [await registry.create('One'), await registry.create('Two')]
  const [tax, move] = [bookmark('Tax', { note: 'As filed' }), bookmark('Moved')]
  await registry.bookmarks.put(one.localId, move)
  await registry.bookmarks.put(one.localId, tax)
  await registry.bookmarks.put(two.localId, bookmark('Other'))
  const again = await openRegistry(name)
  expect(await again.bookmarks.list(one.localId)).toEqual([tax, move])
  await again.bookmarks.put(one.localId, { ...tax, name: 'Tax return' })
  expect((await registry.bookmarks.list(one.localId)).map((each) => each.name)).toEqual(['Tax return', 'Moved'])
  await registry.bookmarks.remove(two.localId, tax.id)
  expect(await registry.bookmarks.list(one.localId)).toHaveLength(2)
  await registry.bookmarks.remove(one.localId, tax.id)
  expect(await again.bookmarks.list(one.localId)).toEqual([move])
})

test('[BM2] a removed ledger takes its bookmarks along, and none is kept for it afterwards', async () => {
  const name = newDatabaseName()
  const registry = await openRegistry(name)
  const [gone, kept] = [await registry.create('Gone'), await registry.create('Kept')]
  await registry.bookmarks.put(gone.localId, bookmark('Lost'))
  await registry.bookmarks.put(kept.localId, bookmark('Stays'))
  await registry.remove(gone.localId)
  const raw = await new Dexie(name).open()
  onTestFinished(() => raw.close())
  expect((await raw.table('bookmarks').toArray()).map((row) => row.name)).toEqual(['Stays'])
  await expect(registry.bookmarks.put(gone.localId, bookmark('Late'))).rejects.toMatchObject({
    name: 'StorageError',
    code: 'unavailable',
  })
  expect(await raw.table('bookmarks').count()).toBe(1)
})

test('[BM3] another tab hears whose bookmarks changed, and this one too', async () => {
  const name = newDatabaseName()
  const [here, there] = [await openRegistry(name), await openRegistry(name)]
  const { localId } = await here.current('My ledger')
  const heard: string[] = []
  const heardHere: string[] = []
  there.bookmarks.onChange((changed) => heard.push(changed))
  const stop = here.bookmarks.onChange((changed) => heardHere.push(changed))
  const tax = bookmark('Tax')
  await here.bookmarks.put(localId, tax)
  expect(heardHere).toEqual([localId])
  await expect.poll(() => heard).toEqual([localId])
  expect(await there.bookmarks.list(localId)).toEqual([tax])
  stop()
  await here.bookmarks.remove(localId, tax.id)
  await expect.poll(() => heard).toEqual([localId, localId])
  expect(heardHere).toEqual([localId])
})

test('[BM1] the registry of a program without bookmarks is taken over as it is', async () => {
  const name = newDatabaseName()
  const old = new Dexie(name)
  old.version(1).stores({ ledgers: 'localId, opened' })
  await old.open()
  const row = { localId: 'l', name: 'Old', databaseName: newDatabaseName(), ledgerId: 'id', opened: 1, removing: 0 }
  await old.table('ledgers').add(row)
  old.close()
  const registry = await openRegistry(name)
  expect((await registry.list()).map((ledger) => ledger.name)).toEqual(['Old'])
  await registry.bookmarks.put('l', bookmark('First'))
  expect(await registry.bookmarks.list('l')).toHaveLength(1)
})
