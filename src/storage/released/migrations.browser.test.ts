/** From every released schema to today's: nothing is lost, and an upgrade that is cut short is as if it had not begun. */
import { Dexie } from 'dexie'
import { describe, expect, onTestFinished, test } from 'vitest'
import { A, added, append, LEDGER_ID, tallies } from '../../event-log/contract/contract-log'
import { EMPTY_FRONTIER, rootOf } from '../../event-log/merkle-tree'
import { openLedgerDatabase } from '../ledger-database'
import { LedgerRegistry } from '../ledger-registry'
import { openDatabase } from '../open-database'
import { RegistryDatabase } from '../registry-database'
import { newDatabaseName, openTestLog } from '../test-ledger'
import {
  buildDatabase,
  LEDGER_SCHEMAS,
  REGISTRY_SCHEMAS,
  type ReleasedSchema,
  type Rows,
  readDatabase,
} from './released-schemas'

const LEDGER = {
  localId: '019a0000-0000-7000-8000-000000000001',
  name: 'Household',
  databaseName: 'hindsight-019a0000-0000-7000-8000-000000000001',
  ledgerId: LEDGER_ID,
}
const BRANCH = {
  ...LEDGER,
  localId: '019a0000-0000-7000-8000-000000000002',
  name: 'What if',
  origin: { localId: LEDGER.localId, position: 3 },
}
const BOOKMARK = { id: '019a0000-0000-7000-8000-00000000000b', name: 'Year’s end', note: '', moment: '{"position":3}' }

/** As rows of each version were written. */
function registryRows({ version }: ReleasedSchema): Rows {
  return {
    ledgers: [
      { ...LEDGER, opened: 2, removing: 0 },
      { ...(version === 1 ? { ...BRANCH, origin: undefined } : BRANCH), opened: 1, removing: 0, filling: 0 },
    ],
    bookmarks: [{ ...BOOKMARK, localId: LEDGER.localId }],
    backups: [],
    keys: [],
  }
}

async function registryShows(name: string, { version }: ReleasedSchema): Promise<void> {
  const registry = await LedgerRegistry.open(name)
  expect((await registry.list()).map(({ name: each }) => each)).toEqual(['Household', 'What if'])
  expect(await registry.current('My ledger')).toEqual(LEDGER)
  const { localId: _, ...kept } = { ...BOOKMARK, localId: '' }
  expect(await registry.bookmarks.list(LEDGER.localId)).toEqual(version >= 2 ? [kept] : [])
  registry.close()
}

const newest = <Schema>(schemas: readonly Schema[]) => schemas.at(-1) as Schema
const storesOf = ({ stores, version }: ReleasedSchema) => ({ stores, version: version * 10 })

test('[VS3] today’s tables are the last that are recorded as released: a change needs a version, and its fixture', async () => {
  const [registry, ledger] = [newDatabaseName(), newDatabaseName()]
  ;(await RegistryDatabase.opened(registry)).close()
  ;(await openLedgerDatabase(ledger, 'strict')).close()
  for (const [name, schemas] of [
    [registry, REGISTRY_SCHEMAS],
    [ledger, LEDGER_SCHEMAS],
  ] as const) {
    expect(await readDatabase(name)).toMatchObject(storesOf(newest(schemas)))
    expect(schemas.map(({ version }) => version)).toEqual(schemas.map((_, index) => index + 1))
  }
})

describe.each(REGISTRY_SCHEMAS)('[VS3] a registry of version $version', (schema) => {
  const built = async () => {
    const name = newDatabaseName()
    await buildDatabase(name, schema, registryRows(schema))
    return name
  }

  test('is upgraded, and nothing is lost', async () => {
    const name = await built()
    await registryShows(name, schema)
    expect(await readDatabase(name)).toMatchObject(storesOf(newest(REGISTRY_SCHEMAS)))
  })

  test('an upgrade that fails at any step leaves it as it was, and the next one succeeds', async () => {
    const name = await built()
    const before = await readDatabase(name)
    const steps = Object.keys(newest(REGISTRY_SCHEMAS).stores).length - Object.keys(schema.stores).length
    for (let step = 0; step < steps; step++) {
      await failingAt(step, () => expect(RegistryDatabase.opened(name)).rejects.toBeDefined())
      expect(await readDatabase(name)).toEqual(before)
    }
    await registryShows(name, schema)
  })

  test.runIf(schema !== newest(REGISTRY_SCHEMAS))('a tab that is closed midway leaves it as it was', async () => {
    const name = await built()
    const before = await readDatabase(name)
    const worker = new Worker(new URL('./test-upgrade.worker.ts', import.meta.url), { type: 'module' })
    await new Promise((resolve) => {
      worker.onmessage = resolve
      worker.postMessage(name)
    })
    worker.terminate()
    expect(await readDatabase(name)).toEqual(before)
    await registryShows(name, schema)
  })
})

/** The upgrade's step-th store cannot be made. */
async function failingAt(step: number, work: () => Promise<unknown>): Promise<void> {
  const { createObjectStore } = IDBDatabase.prototype
  let made = 0
  IDBDatabase.prototype.createObjectStore = function (this: IDBDatabase, ...given) {
    if (made++ >= step) throw new DOMException('The disk is full', 'QuotaExceededError')
    return createObjectStore.apply(this, given)
  }
  try {
    await work()
  } finally {
    IDBDatabase.prototype.createObjectStore = createObjectStore
  }
}

describe.each(LEDGER_SCHEMAS)('[VS3] a ledger of version $version', (schema) => {
  /** Rows as that version wrote them: made by a log, then put into a database that no code of ours has built. */
  async function built({ stateVersion = tallies.version } = {}) {
    const source = newDatabaseName()
    const log = await openTestLog(source)
    await append(log, added(A, 1), added(A, 2))
    await append(log, added(A, 3))
    const { size, frontier } = await log.head()
    log.close()
    const { rows } = await readDatabase(source)
    const name = newDatabaseName()
    const head = rows.head?.map((row) => ({ ...(row as object), stateVersion }))
    await buildDatabase(name, schema, { ...rows, head: head ?? [] })
    return { name, size, root: rootOf(frontier) }
  }

  async function shows(name: string, size: number, root: string): Promise<void> {
    const log = await openTestLog(name)
    const head = await log.head()
    expect([head.size, rootOf(head.frontier)]).toEqual([size, root])
    const positions: number[] = []
    for await (const { globalPosition } of log.readAll()) positions.push(globalPosition)
    expect(positions).toEqual([1, 2, 3])
    expect((await log.readStreamRow(A))?.revision).toBe(3)
    log.close()
  }

  test('is opened, and nothing is lost: the root is the same', async () => {
    const { name, size, root } = await built()
    await shows(name, size, root)
  })

  test('states of an older program are made anew, also where that is cut short', async () => {
    const { name, size, root } = await built({ stateVersion: tallies.version - 1 })
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (this.name === 'head' || this.name === 'streams') throw new DOMException('Gone', 'UnknownError')
      return put.apply(this, given)
    }
    try {
      await expect(openTestLog(name)).rejects.toBeDefined()
    } finally {
      IDBObjectStore.prototype.put = put
    }
    await shows(name, size, root)
  })

  test('[VS1] a tab that has it open gives way to a newer version, says so, and records nothing more', async () => {
    const { name, size, root } = await built()
    const reasons: unknown[] = []
    const older = await openTestLog(name, { onClosed: (reason) => reasons.push(reason) })
    const newer = await openDatabase(new NextLedger(name), schema.version + 1)
    expect(reasons).toEqual([expect.objectContaining({ code: 'blocked', because: 'newer-tab' })])
    await expect(append(older, added(A, 4))).rejects.toMatchObject({ code: 'blocked', because: 'newer-tab' })
    newer.close()
    const { rows } = await readDatabase(name)
    expect(rows.head).toMatchObject([{ size }])
    expect(rootOf(EMPTY_FRONTIER)).not.toBe(root)
  })

  test('[VS2] an older program opens nothing of a newer database, and changes nothing', async () => {
    const { name } = await built()
    ;(await openDatabase(new NextLedger(name), schema.version + 1)).close()
    const before = await readDatabase(name)
    await expect(openTestLog(name)).rejects.toMatchObject({ code: 'blocked', because: 'newer-database' })
    expect(await readDatabase(name)).toEqual(before)
  })

  test('the next upgrade, cut short, leaves it to the program there is', async () => {
    const { name, size, root } = await built()
    await failingAt(0, () => expect(openDatabase(new NextLedger(name), schema.version + 1)).rejects.toBeDefined())
    await shows(name, size, root)
  })
})

test('[VS1] a tab that does not give way blocks a newer one in words, not in silence', async () => {
  const name = newDatabaseName()
  const schema = newest(LEDGER_SCHEMAS)
  await buildDatabase(name, schema, {})
  const stubborn = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })
  onTestFinished(() => stubborn.close())
  await expect(openDatabase(new NextLedger(name), schema.version + 1)).rejects.toMatchObject({ code: 'blocked' })
})

/** The tables as a later version may have them. */
class NextLedger extends Dexie {
  constructor(name: string) {
    super(name)
    this.version(1).stores({
      batches: 'batchId',
      index: 'first',
      streams: 'streamId',
      commands: 'commandId, serial',
      head: 'key',
      snapshots: 'projection',
    })
    this.version(2).stores({ attachments: 'id' })
  }
}
