/** Removes batches that no index row names: what a crashed import left behind. */
import { readDamageNote, readSetAside } from '../integrity/notes'
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
  for (const batchId of (await readSetAside(db))?.batchIds ?? []) orphans.delete(batchId)
  let next = 1
  for (let after = 0; ; ) {
    const page = await db.index.where('first').above(after).limit(ROWS_A_PAGE).toArray()
    for (const row of page) {
      orphans.delete(row.batchId)
      // Where the index is damaged, what it does not name may be the log itself.
      if (row.first !== next) return { removed: 0 }
      next += row.count
    }
    if (page.length < ROWS_A_PAGE) break
    after = page.at(-1)?.first ?? after
  }
  // A command may have been recorded since the head is read: then it is swept another time.
  if ((await db.head.get('head'))?.size !== next - 1 || (await readDamageNote(db))) return { removed: 0 }
  await db.batches.bulkDelete([...orphans])
  return { removed: orphans.size }
}
