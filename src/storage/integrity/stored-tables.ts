/**
 * The tables of a ledger as they lie on disk, for whoever believes nothing: rows of any form, bytes that may be gone. A
 * damaged ledger can be looked at through it when it cannot be opened.
 */

import { type LedgerDatabase, openLedgerDatabase } from '../ledger-database'
import { StorageError, toStorageError, withStorageErrors } from '../storage-error'
import { type DamageNote, removeDamageNote, writeDamageNote } from './damage-note'

export interface StoredTables {
  /** The head and every row of the index in the order of their keys, read at one moment. */
  look(): Promise<{ readonly head: unknown; readonly index: readonly unknown[] }>
  /** undefined for what is missing or cannot be read. @throws StorageError where nothing can be read at all */
  bytesOf(batchIds: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>
  /** Of every batch there is, in the log or not. */
  batchIds?(): Promise<readonly string[]>
  streamRows(): AsyncIterable<unknown>
  /** Not there where the log keeps none. */
  commandRows?(): AsyncIterable<unknown>
  /** A manifest or a page, as above. */
  snapshotRow?(key: string): Promise<unknown>
  /** Keeps what was found, or that nothing was. Not there where nothing can be kept. */
  note?(note: Omit<DamageNote, 'key'> | undefined): Promise<unknown>
}

const ROWS_A_PAGE = 1000
/** Of a value that cannot be read, for a reason unknown. */
const MOST_TRIES = 4

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
      .catch(() => Promise.all(batchIds.map((id) => unlessUnreadable(() => batches.get(id)))))
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
    return unlessUnreadable(() => this.db.snapshots.get(key))
  }

  note(note: Omit<DamageNote, 'key'> | undefined): Promise<unknown> {
    return withStorageErrors(async () => (note ? writeDamageNote(this.db, note) : removeDamageNote(this.db)))
  }

  close(): void {
    this.db.close()
  }
}

/**
 * What a disk says of a value that is damaged it says each time. A browser that has lost its database, or fails once, says
 * nothing about the value: that is no damage, and must not be told as such.
 */
async function unlessUnreadable<Row>(read: () => PromiseLike<Row | undefined>): Promise<Row | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await read()
    } catch (error) {
      const failure = toStorageError(error)
      if (!(failure instanceof StorageError) || failure.code === 'corrupt') return undefined
      // Firefox and Safari have no other name for a value that they cannot read.
      if (!isUnknown(error)) throw failure
      if (tries === MOST_TRIES) return undefined
    }
  }
}

function isUnknown(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { name, inner } = error as { readonly name?: unknown; readonly inner?: unknown }
  return name === 'UnknownError' || isUnknown(inner)
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
