import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { A, added, append } from '../event-log/contract/contract-log'
import { isUuidText } from '../event-log/uuid'
import { LedgerRegistry } from './ledger-registry'
import { newDatabaseName, openTestLog } from './test-ledger'

async function openRegistry(name = newDatabaseName()): Promise<{ registry: LedgerRegistry; name: string }> {
  const registry = await LedgerRegistry.open(name)
  onTestFinished(() => registry.close())
  return { registry, name }
}

test('where there is none, a first ledger is made, once', async () => {
  const { registry, name } = await openRegistry()
  const second = (await openRegistry(name)).registry
  const [one, two] = await Promise.all([registry.current('My ledger'), second.current('My ledger')])
  expect(one).toEqual(two)
  expect(one.name).toBe('My ledger')
  expect([isUuidText(one.localId), isUuidText(one.ledgerId)]).toEqual([true, true])
  expect(await registry.list()).toEqual([one])
})

test('ledgers are made, renamed, and the one opened last is remembered', async () => {
  const { registry, name } = await openRegistry()
  const first = await registry.current('My ledger')
  const second = await registry.create('Company')
  expect(new Set([first.databaseName, second.databaseName, first.ledgerId, second.ledgerId]).size).toBe(4)
  expect(await registry.current('My ledger')).toEqual(first)
  await registry.setCurrent(second.localId)
  await registry.rename(second.localId, 'Firm')
  await registry.setCurrent('unknown')
  const again = (await openRegistry(name)).registry
  expect(await again.current('My ledger')).toEqual({ ...second, name: 'Firm' })
  expect((await again.list()).map((ledger) => ledger.name)).toEqual(['My ledger', 'Firm'])
  await again.setCurrent(first.localId)
  expect(await registry.current('My ledger')).toEqual(first)
})

test('removing a ledger deletes its database, though it is open', async () => {
  const { registry } = await openRegistry()
  const kept = await registry.current('My ledger')
  const ledger = await registry.create('Old')
  await registry.setCurrent(ledger.localId)
  const log = await openTestLog(ledger.databaseName, ledger)
  await append(log, added(A, 1))
  expect((await log.head()).ledgerId).toBe(ledger.ledgerId)
  await registry.remove(ledger.localId)
  expect(await Dexie.exists(ledger.databaseName)).toBe(false)
  expect(await registry.list()).toEqual([kept])
  expect(await registry.current('My ledger')).toEqual(kept)
  await registry.remove('unknown')
})

test('a removal that was cut short is finished at the next start', async () => {
  const { registry, name } = await openRegistry()
  const ledger = await registry.create('Old')
  const log = await openTestLog(ledger.databaseName, ledger)
  log.close()
  const raw = await new Dexie(name).open()
  await raw.table('ledgers').update(ledger.localId, { removing: 1 })
  raw.close()
  expect(await registry.list()).toEqual([])
  await openRegistry(name)
  expect(await Dexie.exists(ledger.databaseName)).toBe(false)
})

test('a ledger that is being filled is seen by nobody until it is, and is gone where that failed', async () => {
  const { registry, name } = await openRegistry()
  const list = async () => (await (await openRegistry(name)).registry.list()).map((ledger) => ledger.name)
  const { entry, result } = await registry.createBy('Imported', async (ledger) => {
    // Opening the registry must not take a ledger in the making for one that a crash left.
    expect(await list()).toEqual([])
    return ledger.localId
  })
  expect(result).toBe(entry.localId)
  expect(await list()).toEqual(['Imported'])
  await expect(registry.createBy('Failed', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await list()).toEqual(['Imported'])
})

test('a branch is remembered with its origin, which is known when it is filled', async () => {
  const { registry, name } = await openRegistry()
  const origin = {
    localId: 'original',
    ledgerId: 'log',
    name: 'Household',
    position: 3,
    rootHash: '00',
    size: 2,
    without: [],
    moved: [],
    refused: [],
    refusedCount: 0,
    dropped: [[3, 3] as const],
  }
  const { entry } = await registry.createBy(
    'Branch',
    async () => 2,
    (size) => ({ ...origin, size }),
  )
  expect(entry.origin).toEqual(origin)
  expect(await (await openRegistry(name)).registry.list()).toEqual([entry])
  await registry.rename(entry.localId, 'Renamed')
  expect(await registry.current('My ledger')).toMatchObject({ name: 'Renamed', origin })
})

test('what a crash left half filled is removed at the next start', async () => {
  const { registry, name } = await openRegistry()
  const kept = await registry.create('Kept')
  const raw = await new Dexie(name).open()
  const localId = 'half'
  await raw
    .table('ledgers')
    .add({ ...kept, localId, databaseName: newDatabaseName(), opened: 9, removing: 0, filling: 1 })
  expect(await registry.current('My ledger')).toEqual(kept)
  const again = (await openRegistry(name)).registry
  expect(await again.list()).toEqual([kept])
  expect(await raw.table('ledgers').get(localId)).toBeUndefined()
  raw.close()
})
