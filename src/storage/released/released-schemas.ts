/**
 * Every version of the tables that was ever released, as it was, for building a database of it: kept for ever. Whoever
 * changes the tables adds a version here; none is ever taken away or changed.
 */

export interface ReleasedSchema {
  /** As Dexie counts; the browser's own count is ten times as high. */
  readonly version: number
  /** Primary key, then indexes. */
  readonly stores: Readonly<Record<string, readonly [key: string, ...indexes: string[]]>>
}

const LEDGERS = ['localId', 'opened'] as const
const BOOKMARKS = ['id', 'localId'] as const

export const REGISTRY_SCHEMAS: readonly ReleasedSchema[] = [
  { version: 1, stores: { ledgers: LEDGERS } },
  { version: 2, stores: { ledgers: LEDGERS, bookmarks: BOOKMARKS } },
  { version: 3, stores: { ledgers: LEDGERS, bookmarks: BOOKMARKS, backups: ['localId'] } },
  { version: 4, stores: { ledgers: LEDGERS, bookmarks: BOOKMARKS, backups: ['localId'], keys: ['id'] } },
]

export const LEDGER_SCHEMAS: readonly ReleasedSchema[] = [
  {
    version: 1,
    stores: {
      batches: ['batchId'],
      index: ['first'],
      streams: ['streamId'],
      commands: ['commandId', 'serial'],
      head: ['key'],
      snapshots: ['projection'],
    },
  },
]

export type Rows = Readonly<Record<string, readonly unknown[]>>

const NATIVE_FACTOR = 10

/** Builds it with the browser's own calls: no code of the program has a part in it. */
export async function buildDatabase(name: string, { version, stores }: ReleasedSchema, rows: Rows): Promise<void> {
  const request = indexedDB.open(name, version * NATIVE_FACTOR)
  request.onupgradeneeded = () => {
    for (const [store, [keyPath, ...indexes]] of Object.entries(stores)) {
      const made = request.result.createObjectStore(store, { keyPath })
      for (const index of indexes) made.createIndex(index, index)
      for (const row of rows[store] ?? []) made.add(row)
    }
  }
  const db = await settled(request)
  db.close()
}

/** What is there now: the browser's version, the stores with their indexes, and every row. */
export async function readDatabase(
  name: string,
): Promise<{ readonly version: number; readonly stores: ReleasedSchema['stores']; readonly rows: Rows }> {
  const db = await settled(indexedDB.open(name))
  const names = [...db.objectStoreNames]
  const stores: Record<string, [string, ...string[]]> = {}
  const rows: Record<string, unknown[]> = {}
  if (names.length > 0) {
    const transaction = db.transaction(names)
    for (const store of names) {
      const table = transaction.objectStore(store)
      stores[store] = [String(table.keyPath), ...table.indexNames]
      rows[store] = await settled(table.getAll())
    }
  }
  const { version } = db
  db.close()
  return { version, stores, rows }
}

export function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
