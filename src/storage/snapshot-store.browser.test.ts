import { expect, onTestFinished, test } from 'vitest'
import { A, added, append } from '../event-log/contract/contract-log'
import { SnapshotStore } from './snapshot-store'
import { newDatabaseName, openTestLog } from './test-ledger'

test('a snapshot is kept per projection and found only under its version', async () => {
  const name = newDatabaseName()
  const log = await openTestLog(name)
  const store = new SnapshotStore(name)
  onTestFinished(() => store.close())
  expect(await store.get('timeline', 1)).toBeUndefined()
  const snapshot = { version: 1, position: 3, ledgerId: 'l', rootHash: 'r', value: { sums: Float64Array.of(1, -0.5) } }
  await store.put('timeline', () => snapshot)
  await store.put('other', () => ({ ...snapshot, position: 1 }))
  expect(await store.get('timeline', 1)).toEqual(snapshot)
  expect(await store.get('timeline', 2)).toBeUndefined()
  await store.put('timeline', () => ({ ...snapshot, position: 4 }))
  expect(await store.get('timeline', 1)).toMatchObject({ position: 4 })
  expect(await append(log, added(A, 1))).toHaveLength(1)
  await store.delete('timeline')
  expect(await store.get('timeline', 1)).toBeUndefined()
  store.close()
  await expect(new SnapshotStore(name).get('other', 1)).resolves.toMatchObject({ position: 1 })
})

const FACTS = { version: 1, position: 3, ledgerId: 'l', rootHash: 'r' }

/** Two tabs' snapshots of one ledger. */
async function twoStores(): Promise<[SnapshotStore, SnapshotStore]> {
  const name = newDatabaseName()
  await openTestLog(name)
  const stores: [SnapshotStore, SnapshotStore] = [new SnapshotStore(name), new SnapshotStore(name)]
  onTestFinished(() => {
    for (const store of stores) store.close()
  })
  return stores
}

test('[AP3] a snapshot has all its pages, though another tab replaced the last one while it was written', async () => {
  const [mine, theirs] = await twoStores()
  const page = (name: string) => ({ name, bytes: new TextEncoder().encode(name) })
  await mine.put(
    'timeline',
    () => ({ ...FACTS, value: ['a', 'b'] }),
    () => [page('a'), page('b')],
  )
  const names = ['a', ...Array.from({ length: 30 }, (_, at) => `more ${at}`)]
  let disturbed: Promise<void> | undefined
  const pages = function* () {
    // The first is known to be there, and not written again; the others take longer than the other tab.
    for (const name of names) {
      yield page(name)
      disturbed ??= theirs.put(
        'timeline',
        () => ({ ...FACTS, value: ['c'] }),
        () => [page('c')],
      )
    }
  }
  await mine.put('timeline', () => ({ ...FACTS, value: names }), pages)
  await disturbed
  expect(await theirs.get('timeline', 1)).toMatchObject({ value: names })
  const found: string[] = []
  await theirs.readPages('timeline', names, (name) => found.push(name))
  expect(found.sort()).toEqual([...names].sort())
})

test('[SE3] a list of pages is told which of them another tab took away', async () => {
  const [mine, theirs] = await twoStores()
  const bytes = Uint8Array.of(1)
  for (const name of ['x', 'y']) await mine.putPage('words', { name, bytes })
  await theirs.put('words', () => ({ ...FACTS, value: [] }), undefined, ['y'])
  const value = (isStored: (name: string) => boolean) => ['x', 'y'].map((name) => isStored(name))
  await mine.put('words', (isStored) => ({ ...FACTS, value: value(isStored) }), undefined, ['x', 'y'])
  expect(await mine.get('words', 1)).toMatchObject({ value: [false, true] })
})
