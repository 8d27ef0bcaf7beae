/**
 * Who adds the batches that an import stages. Adding half a gigabyte keeps a thread busy for as long as two of its
 * checks (the browser clones, packs and hands over every byte at once), so a large import has a thread of its own for it.
 */
import { type BatchRow, openLedgerDatabase } from '../ledger-database'
import { holdStagingLock } from '../maintenance/maintenance-lock'
import { withStorageErrors } from '../storage-error'

export interface BatchWriter {
  /**
   * Adds the rows in a transaction of their own, on disk when it resolves. Their bytes are the writer's from then on:
   * each must have a buffer of its own.
   * @throws StorageError
   */
  add(rows: readonly BatchRow[]): Promise<unknown>
  /** Nothing is added any more. */
  close(): void
}

/** Starts a writer beside this thread. */
export type OpenBatchWriter = (databaseName: string) => BatchWriter

/**
 * A writer on this thread, with a connection of its own, for the thread that does nothing else. It holds a staging lock
 * itself, for its last transaction may outlive whoever started it.
 * @throws StorageError
 */
export async function openBatchTable(databaseName: string): Promise<BatchWriter> {
  const release = await holdStagingLock(databaseName)
  const db = await openLedgerDatabase<never>(databaseName, 'strict').catch((error: unknown) => {
    release()
    throw error
  })
  const close = () => {
    db.close()
    release()
  }
  return { add: (rows) => withStorageErrors(() => db.batches.bulkAdd(rows)), close }
}
