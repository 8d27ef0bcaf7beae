/**
 * The rows of a stored snapshot, read with what the browser has: for a worker that starts with the page and must be
 * small. It looks, and leaves everything as it was: a database that is not there is not made.
 */
import type { SnapshotPageRow, SnapshotRow } from './ledger-database'

const TABLE = 'snapshots'

/** What a projection held after `position` events of the log whose root there was `rootHash`. */
export interface Snapshot<Value> {
  readonly version: number
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  /** Structured-cloneable. */
  readonly value: Value
}

export function pageKey(projection: string, page: string): string {
  return `${projection}/${page}`
}

export interface SnapshotRows {
  /** undefined where there is none of this version. */
  get<Value>(projection: string, version: number): Promise<Snapshot<Value> | undefined>
  /** @throws Error where one is missing; whatever `take` throws. */
  readPages(
    projection: string,
    pages: readonly string[],
    take: (page: string, bytes: Uint8Array) => void,
  ): Promise<void>
  close(): void
}

/** undefined where there is no such database. */
export async function openSnapshotRows(databaseName: string): Promise<SnapshotRows | undefined> {
  const database = await openThere(databaseName)
  if (!database) return undefined
  // Whoever removes or upgrades it must not wait for us.
  database.onversionchange = () => database.close()
  const row = (key: string) =>
    settled<SnapshotRow | SnapshotPageRow | undefined>(database.transaction(TABLE).objectStore(TABLE).get(key))
  return {
    get: async <Value>(projection: string, version: number) => {
      const found = await row(projection)
      if (found === undefined || !('version' in found) || found.version !== version) return undefined
      const { position, ledgerId, rootHash } = found
      return { version, position, ledgerId, rootHash, value: found.value as Value }
    },
    readPages: async (projection, pages, take) => {
      await Promise.all(
        pages.map(async (page) => {
          const found = await row(pageKey(projection, page))
          if (!(found?.value instanceof Uint8Array)) throw new Error(`The page ${page} of ${projection} is missing.`)
          take(page, found.value)
        }),
      )
    },
    close: () => database.close(),
  }
}

function openThere(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    // It would be made now: given up, it never was.
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => {
      const { result } = request
      if (result.objectStoreNames.contains(TABLE)) resolve(result)
      else {
        result.close()
        resolve(undefined)
      }
    }
    request.onerror = () => (request.error?.name === 'AbortError' ? resolve(undefined) : reject(request.error))
  })
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
