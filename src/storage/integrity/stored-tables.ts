/**
 * The tables of a ledger as they lie on disk, for whoever believes nothing: rows of any form, bytes that may be gone. A
 * damaged ledger can be looked at through it when it cannot be opened.
 */

import { type LedgerDatabase, openLedgerDatabase } from '../ledger-database'
import { withStorageErrors } from '../storage-error'
import { type DamageNote, removeDamageNote, writeDamageNote } from './damage-note'

export interface StoredTables {
  /** The head and every row of the index in the order of their keys, read at one moment. */
  look(): Promise<{ readonly head: unknown; readonly index: readonly unknown[] }>
  /** undefined for what is missing or cannot be read. */
  bytesOf(batchIds: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>
  /** Of every batch there is, in the log or not. */
  batchIds?(): Promise<readonly string[]>
  streamRows(): AsyncIterable<unknown>
  /** Not there where the log keeps none. */
  commandRows?(): AsyncIterable<unknown>
  /** A manifest or a page; undefined where it is missing or cannot be read. */
  snapshotRow?(key: string): Promise<unknown>
  /** Keeps what was found, or that nothing was. Not there where nothing can be kept. */
  note?(note: Omit<DamageNote, 'key'> | undefined): Promise<unknown>
}

const ROWS_A_PAGE = 1000

export class DexieTables implements StoredTables {
  private constructor(readonly db: LedgerDatabase<unknown>) {}

  /** @throws StorageError where there is no database to look at. */
  static async open(databaseName: string): Promise<DexieTables> {
    return new DexieTables(await openLedgerDatabase(databaseName, 'strict'))
  }

  look(): Promise<{ head: unknown; index: readonly unknown[] }> {
    const { db } = this
    return withStorageErrors(() =>
      db.transaction('r', db.head, db.index, async () => {
        const [head, index] = await Promise.all([db.head.get('head'), db.index.toArray()])
        return { head, index }
      }),
    )
  }

  async bytesOf(batchIds: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const { batches } = this.db
    // One value that cannot be read fails the whole: then each is asked for by itself.
    const rows = await batches
      .bulkGet([...batchIds])
      .catch(() => Promise.all(batchIds.map((id) => batches.get(id).catch(() => undefined))))
    return rows.map((row) => (row?.bytes instanceof Uint8Array ? row.bytes : undefined))
  }

  batchIds(): Promise<readonly string[]> {
    return withStorageErrors(() => this.db.batches.toCollection().primaryKeys())
  }

  streamRows(): AsyncIterable<unknown> {
    return pages((after) =>
      this.db.streams
        .where('streamId')
        .above(after ?? '')
        .limit(ROWS_A_PAGE)
        .toArray(),
    )((row) => row.streamId)
  }

  commandRows(): AsyncIterable<unknown> {
    // By their keys: a row whose serial is damaged is in no other order.
    return pages((after) =>
      this.db.commands
        .where('commandId')
        .above(after ?? '')
        .limit(ROWS_A_PAGE)
        .toArray(),
    )((row) => row.commandId)
  }

  snapshotRow(key: string): Promise<unknown> {
    return Promise.resolve(this.db.snapshots.get(key)).catch(() => undefined)
  }

  note(note: Omit<DamageNote, 'key'> | undefined): Promise<unknown> {
    return withStorageErrors(async () => (note ? writeDamageNote(this.db, note) : removeDamageNote(this.db)))
  }

  close(): void {
    this.db.close()
  }
}

function pages<Row>(read: (after: string | undefined) => PromiseLike<Row[]>) {
  return async function* (keyOf: (row: Row) => string): AsyncGenerator<Row> {
    let after: string | undefined
    for (;;) {
      const page = await withStorageErrors(() => read(after))
      yield* page
      const last = page.at(-1)
      if (page.length < ROWS_A_PAGE || last === undefined) return
      after = keyOf(last)
    }
  }
}
