/** What people do with the ledgers beside the one that commands go to, in programs of two releases. */
import { openDexieLog } from '../application/backend/dexie-backend'
import { makeUuidV7 } from '../event-log/uuid'
import type { SeededRandom } from '../exchange/sample/seeded-random'
import { LedgerRegistry } from '../storage/ledger-registry'
import type { LedgerRow } from '../storage/registry-database'
import { require } from './judge/fault'
import { REGISTRY } from './judge/registry-judge'
import type { Simulation } from './simulation'
import type { Tab } from './tab'

const FIRST_RELEASE = 10

export class Ledgers {
  constructor(private readonly sim: Simulation) {}

  /** Makes one, and opens it: so it has a database. */
  make(tab: Tab): void {
    const { sim } = this
    this.#do(tab, 'making', async () => {
      const registry = await LedgerRegistry.open(REGISTRY)
      try {
        const made = await registry.create('Other')
        sim.judge(() => sim.registry.made(made.localId))
        // Another tab may remove it at once: then it must not be made again by its opening.
        tab.beside.set(made.databaseName, await openDexieLog(made, () => tab.beside.delete(made.databaseName)))
      } finally {
        registry.close()
      }
    })
  }

  remove(tab: Tab, random: SeededRandom): void {
    const { sim } = this
    const { rows } = sim.registry
    const row = rows[random.bits() % Math.max(1, rows.length)]
    if (!row) return
    sim.registry.remove(row.localId)
    this.#do(tab, 'removing', async () => {
      const registry = await LedgerRegistry.open(REGISTRY)
      try {
        await registry.remove(row.localId)
        sim.world.scheduler.saw('SF21')
        sim.judge(() => sim.registry.removed(row))
      } finally {
        registry.close()
      }
    })
  }

  /** A tab that was loaded before the release that knows bookmarks: it makes room for a newer one when it is asked to, or late. */
  openOld(tab: Tab, random: SeededRandom): void {
    const { sim } = this
    const isSlow = random.chance(40)
    this.#do(tab, 'an older program', async () => {
      const request = indexedDB.open(REGISTRY, FIRST_RELEASE)
      request.onupgradeneeded = () => {
        request.result.createObjectStore('ledgers', { keyPath: 'localId' }).createIndex('opened', 'opened')
      }
      const db = await settled(request)
      db.onversionchange = () => {
        if (isSlow) tab.late.add(db)
        else db.close()
      }
      const row = this.#oldRow()
      const transaction = db.transaction('ledgers', 'readwrite', { durability: 'strict' })
      transaction.objectStore('ledgers').add(row)
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
      sim.judge(() => sim.registry.made(row.localId))
    })
  }

  /** At the end: what was cut short is made good, and all that is listed opens. */
  tidy(tab: Tab): void {
    const { sim } = this
    this.#do(tab, 'tidying the ledgers', async () => {
      const registry = await LedgerRegistry.open(REGISTRY)
      const listed = await registry.list()
      registry.close()
      sim.judge(() => require(listed.length === sim.registry.rows.length, () => 'A ledger is not listed.'))
    })
  }

  #oldRow(): LedgerRow {
    const { sim } = this
    const newId = makeUuidV7(
      () => sim.world.now(),
      (bytes) => sim.world.fill(bytes),
    )
    const localId = newId()
    const databaseName = `${REGISTRY}-${localId}`
    return { localId, name: 'Old', databaseName, ledgerId: newId(), opened: 0, removing: 0 }
  }

  #do(tab: Tab, what: string, work: () => Promise<void>): void {
    const { sim } = this
    tab.do(what, work, (error) => {
      sim.tell(`${tab.name}: ${what} ${String(error)}`)
      const { name, code } = error as { name?: unknown; code?: unknown }
      // Somebody upgraded or removed what it was at: said in the words that are promised for it.
      const isWord = name === 'StorageError' && (code === 'blocked' || code === 'unavailable')
      const isOfOld = what === 'an older program' && error instanceof DOMException
      if (!isWord && !isOfOld) sim.expect(what, error)
    })
  }
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
