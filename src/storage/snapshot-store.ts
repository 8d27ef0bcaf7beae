/**
 * Snapshots of projections, beside the log they are of but over a connection of their own with relaxed durability: to
 * lose one costs time, never data, so writing one must not make a command wait for the disk.
 */
import { type LedgerDatabase, openLedgerDatabase } from './ledger-database'
import { pageKey, type Snapshot } from './snapshot-rows'
import { withStorageErrors } from './storage-error'

/** A part of a snapshot, too large to be read or written with the others at once. */
export interface SnapshotPage {
  readonly name: string
  readonly bytes: Uint8Array
}

export class SnapshotStore {
  #db: Promise<LedgerDatabase<unknown>> | undefined
  #closed = false

  /** Opens the database at its first use. */
  constructor(private readonly databaseName: string) {}

  /** undefined where there is none of this version, or what there is cannot be read any more. */
  async get<Value>(projection: string, version: number): Promise<Snapshot<Value> | undefined> {
    const db = await this.#open()
    // Chromium keeps long values in files of their own, which may be gone: then it is as if there were none.
    const row = await db.snapshots.get(projection).catch(() => undefined)
    if (row === undefined || !('version' in row) || row.version !== version) return undefined
    const { position, ledgerId, rootHash } = row
    return { version, position, ledgerId, rootHash, value: row.value as Value }
  }

  /**
   * Reads pages of a projection, each given to `take` as soon as it is there.
   * @throws Error where one is missing; whatever `take` throws.
   */
  async readPages(
    projection: string,
    pages: readonly string[],
    take: (page: string, bytes: Uint8Array) => void,
  ): Promise<void> {
    const db = await this.#open()
    await db.transaction('r', db.snapshots, () =>
      Promise.all(
        pages.map(async (page) => {
          const row = await db.snapshots.get(pageKey(projection, page))
          if (!(row?.value instanceof Uint8Array)) throw new Error(`The page ${page} of ${projection} is missing.`)
          take(page, row.value)
        }),
      ),
    )
  }

  /** Stores a page ahead of the snapshot that will name it. @throws StorageError */
  putPage(projection: string, { name, bytes }: SnapshotPage): Promise<void> {
    return withStorageErrors(async () => {
      const db = await this.#open()
      await db.snapshots.put({ projection: pageKey(projection, name), value: bytes })
    })
  }

  /**
   * Takes the place of the projection's last snapshot, in steps, the last of which is one transaction: until then the
   * last snapshot stands, and afterwards this. Of `pages`, those that are stored under their name are not written again:
   * a name must tell the content. `snapshot` is asked for when all are written. Where another tab has stored one meanwhile
   * and taken pages away that this one counted on, that one stands.
   * @param stored names of pages that are stored already and stay
   * @throws StorageError
   */
  put<Value>(
    projection: string,
    snapshot: () => Snapshot<Value>,
    pages: Iterable<SnapshotPage> = [],
    stored: readonly string[] = [],
  ): Promise<void> {
    return withStorageErrors(async () => {
      const db = await this.#open()
      const known = new Set<string>(await this.#pageKeys(db, projection))
      const wanted = new Set(stored.map((name) => pageKey(projection, name)))
      for (const { name, bytes } of pages) {
        const key = pageKey(projection, name)
        wanted.add(key)
        if (!known.has(key)) await db.snapshots.put({ projection: key, value: bytes })
      }
      await db.transaction('rw', db.snapshots, async () => {
        const there = await this.#pageKeys(db, projection)
        const old = there.filter((key) => !wanted.has(key))
        if (there.length - old.length < wanted.size) return
        await Promise.all([db.snapshots.bulkDelete(old), db.snapshots.put({ projection, ...snapshot() })])
      })
    })
  }

  /** Removes the projection's snapshot and its pages. */
  delete(projection: string): Promise<void> {
    return withStorageErrors(async () => {
      const db = await this.#open()
      await db.transaction('rw', db.snapshots, async () => {
        await db.snapshots.bulkDelete([projection, ...(await this.#pageKeys(db, projection))])
      })
    })
  }

  close(): void {
    this.#closed = true
    this.#db?.then(
      (db) => db.close(),
      () => {},
    )
  }

  #pageKeys(db: LedgerDatabase<unknown>, projection: string): Promise<string[]> {
    return db.snapshots.where('projection').startsWith(pageKey(projection, '')).primaryKeys()
  }

  #open(): Promise<LedgerDatabase<unknown>> {
    // Opening a removed ledger again would make an empty one.
    if (this.#closed && !this.#db) return Promise.reject(new Error('The snapshots are closed.'))
    this.#db ??= openLedgerDatabase(this.databaseName, 'relaxed')
    return this.#db
  }
}
