/** Run in a page of the origin that knows nothing of the program: what is on disk, and how it is made to look older. */
import type { StoredLedger, StoredRow } from '../../../src/simulation/crashes/stored-ledger'

/** Everything in it, for the page it runs in gets this function alone. */
export async function readStored(): Promise<StoredLedger> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const encoded = (value: unknown): unknown => {
    if (value instanceof Uint8Array) {
      let text = ''
      for (let at = 0; at < value.length; at += 0x8000) text += String.fromCharCode(...value.subarray(at, at + 0x8000))
      return { $bytes: btoa(text) }
    }
    if (Array.isArray(value)) return value.map(encoded)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encoded(item)]))
  }
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const read = async (name: string): Promise<Record<string, StoredRow[]> | undefined> => {
    if (!names.includes(name)) return undefined
    const db = await settled(indexedDB.open(name))
    db.onversionchange = () => db.close()
    try {
      const stores = [...db.objectStoreNames]
      if (stores.length === 0) return undefined
      const transaction = db.transaction(stores)
      const tables = stores.map(async (store): Promise<[string, StoredRow[]]> => {
        const source = transaction.objectStore(store)
        const [keys, values] = await Promise.all([
          settled(source.getAllKeys()),
          store === 'snapshots' ? [] : settled(source.getAll()),
        ])
        return [store, keys.map((key, index) => ({ key: String(key), value: encoded(values[index]) }))]
      })
      return Object.fromEntries(await Promise.all(tables))
    } finally {
      db.close()
    }
  }
  const registry = await read('hindsight')
  const ledgers = (registry?.ledgers ?? []).map(({ value }) => value) as StoredLedger['ledgers']
  const [own] = ledgers
  return { ledgers, databases: names, tables: own && (await read(own.databaseName)) }
}

/** What is done to the ledger on disk before the program opens it again. */
export type Ageing = 'registry of the first release' | 'states of another version' | 'left by an import' | 'no snapshot'

export async function age([databaseName, ageing]: readonly [string, Ageing]): Promise<void> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const committed = (transaction: IDBTransaction) =>
    new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  if (ageing === 'registry of the first release') {
    const newer = await settled(indexedDB.open('hindsight'))
    const rows = await settled(newer.transaction('ledgers').objectStore('ledgers').getAll())
    newer.close()
    await settled(indexedDB.deleteDatabase('hindsight'))
    const opening = indexedDB.open('hindsight', 10)
    opening.onupgradeneeded = () => {
      const ledgers = opening.result.createObjectStore('ledgers', { keyPath: 'localId' })
      ledgers.createIndex('opened', 'opened')
      for (const row of rows) ledgers.put(row)
    }
    const older = await settled(opening)
    older.close()
    return
  }
  const db = await settled(indexedDB.open(databaseName))
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' })
  const store = (name: string) => transaction.objectStore(name)
  if (ageing === 'no snapshot') store('snapshots').clear()
  if (ageing === 'left by an import') {
    for (let batch = 0; batch < 40; batch++) {
      store('batches').put({ batchId: `left-${batch}`, bytes: new Uint8Array(20_000) })
    }
  }
  if (ageing === 'states of another version') {
    const head = await settled(store('head').get('head'))
    store('head').put({ ...head, stateVersion: 0 })
    for (const row of await settled(store('streams').getAll())) store('streams').put({ ...row, state: { kind: 'old' } })
  }
  await committed(transaction)
  db.close()
}
