/** What is kept of damage and repairs in a ledger's database, asked for without opening the log. */
import { type LedgerDatabase, openLedgerDatabase } from '../ledger-database'
import { readDamageNote } from './notes'
import { bytesSetAside, discardSetAside } from './set-aside'

/** The report that was noted. @throws StorageError */
export async function keptDamage(databaseName: string): Promise<unknown> {
  return within(databaseName, async (db) => (await readDamageNote(db))?.report)
}

/** The bytes that repairs took out; null where there are none. @throws StorageError */
export async function keptAside(databaseName: string): Promise<Blob | null> {
  return within(databaseName, async (db) => {
    const parts = await bytesSetAside(db)
    return parts.length === 0
      ? null
      : new Blob(parts as Uint8Array<ArrayBuffer>[], { type: 'application/octet-stream' })
  })
}

export function discardAside(databaseName: string): Promise<void> {
  return within(databaseName, discardSetAside)
}

async function within<Result>(
  databaseName: string,
  work: (db: LedgerDatabase<unknown>) => Promise<Result>,
): Promise<Result> {
  const db = await openLedgerDatabase(databaseName, 'strict')
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
