/** Removes batches that no index row names: what a crashed import left behind. */
import type { LedgerDatabase } from '../ledger-database'
import { whileNothingIsStaged, withMaintenanceLock } from './maintenance-lock'

const ROWS_A_PAGE = 2000

export async function sweepOrphans<State>(db: LedgerDatabase<State>): Promise<{ readonly removed: number } | 'busy'> {
  return withMaintenanceLock(db.name, () => whileNothingIsStaged(db.name, () => sweep(db)))
}

/**
 * Batches are listed before the index: what a command adds meanwhile is not in the list, and what is in the list and
 * in the log has an index row by the time the index is read. Nothing else adds or joins batches under the locks.
 */
async function sweep<State>(db: LedgerDatabase<State>): Promise<{ readonly removed: number }> {
  const orphans = new Set(await db.batches.toCollection().primaryKeys())
  for (let after = 0; ; ) {
    const page = await db.index.where('first').above(after).limit(ROWS_A_PAGE).toArray()
    for (const row of page) orphans.delete(row.batchId)
    if (page.length < ROWS_A_PAGE) break
    after = page.at(-1)?.first ?? after
  }
  await db.batches.bulkDelete([...orphans])
  return { removed: orphans.size }
}
