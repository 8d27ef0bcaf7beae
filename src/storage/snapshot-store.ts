/**
 * Snapshots of projections, beside the log they are of but over a connection of their own with relaxed durability: to
 * lose one costs time, never data, so writing one must not make a command wait for the disk.
 */
import { type LedgerDatabase, openLedgerDatabase, type SnapshotRow } from './ledger-database'
import { withStorageErrors } from './storage-error'

/** What a projection held after `position` events of the log whose root there was `rootHash`. */
export interface Snapshot<Value> {
  readonly version: number
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  /** Structured-cloneable. */
  readonly value: Value
}

export class SnapshotStore {
  #db: Promise<LedgerDatabase<unknown>> | undefined
  #closed = false

  /** Opens the database at its first use, so after the log has been opened. */
  constructor(private readonly databaseName: string) {}

  /** undefined where there is none of this version, or what there is cannot be read any more. */
  async get<Value>(projection: string, version: number): Promise<Snapshot<Value> | undefined> {
    const db = await this.#open()
    // Chromium keeps long values in files of their own, which may be gone: then it is as if there were none.
    const row: SnapshotRow | undefined = await db.snapshots.get(projection).catch(() => undefined)
    if (row?.version !== version) return undefined
    const { position, ledgerId, rootHash } = row
    return { version, position, ledgerId, rootHash, value: row.value as Value }
  }

  /** Takes the place of the projection's last one. @throws StorageError */
  put<Value>(projection: string, snapshot: Snapshot<Value>): Promise<void> {
    return withStorageErrors(async () => {
      const db = await this.#open()
      await db.snapshots.put({ projection, ...snapshot })
    })
  }

  delete(projection: string): Promise<void> {
    return withStorageErrors(async () => {
      const db = await this.#open()
      await db.snapshots.delete(projection)
    })
  }

  close(): void {
    this.#closed = true
    this.#db?.then(
      (db) => db.close(),
      () => {},
    )
  }

  #open(): Promise<LedgerDatabase<unknown>> {
    // Opening a removed ledger again would make an empty one.
    if (this.#closed && !this.#db) return Promise.reject(new Error('The snapshots are closed.'))
    this.#db ??= openLedgerDatabase(this.databaseName, 'relaxed')
    return this.#db
  }
}
