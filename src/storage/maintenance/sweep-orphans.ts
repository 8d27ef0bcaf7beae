/** Removes batches that no index row names: what a crashed import left behind. */
import { readDamageNote, readSetAside } from '../integrity/notes'
import type { LedgerDatabase } from '../ledger-database'
import { whileNothingIsStaged, withMaintenanceLock } from './maintenance-lock'

const ROWS_A_PAGE = 2000
/** Commands are recorded meanwhile; where more come than looks are taken, it is swept another time. */
const MOST_LOOKS = 10

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
  let size = 0
  for (let look = 0; look < MOST_LOOKS; look++) {
    const end = await withoutIndexed(db, orphans, size)
    const head = await db.head.get('head')
    // Where the index is damaged, what it does not name may be the log itself.
    if (end === undefined || head === undefined || head.size < end || (await readDamageNote(db))) break
    size = end
    // Else a command was recorded since: its batch is in the index, and perhaps in no list.
    if (head.size > size) continue
    await db.batches.bulkDelete([...orphans])
    return { removed: orphans.size }
  }
  return { removed: 0 }
}

/**
 * Takes what the index names from the list, from the first event behind `size` on.
 * @returns how many events it then holds; undefined where it has a gap
 */
async function withoutIndexed<State>(
  db: LedgerDatabase<State>,
  batchIds: Set<string>,
  size: number,
): Promise<number | undefined> {
  let end = size
  for (;;) {
    const page = await db.index.where('first').above(end).limit(ROWS_A_PAGE).toArray()
    for (const row of page) {
      batchIds.delete(row.batchId)
      if (row.first !== end + 1) return undefined
      end += row.count
    }
    if (page.length < ROWS_A_PAGE) return end
  }
}
