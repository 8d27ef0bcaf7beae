/**
 * Joins small neighbouring batches into about 256 KiB: a command writes a batch of a few hundred bytes, and a log of such
 * is slow to read and wasteful to keep. Positions, bytes and root stay as they are.
 *
 * [PK1] A join is one transaction: readers see the batches before it or the batch after it.
 * [PK2] What is joined is what was there, byte for byte, or nothing is joined.
 * [PK3] A byte is rewritten a few times in its life, not at every packing: a batch is joined only where those behind it
 *   outweigh it.
 * [PK4] It is worth a worker where many small batches stand at the end of the log, however much lies before them, or where
 *   half of what is stored in all is such.
 */
import { countLines } from '../../event-log/batch-codec'
import { uuidV7 } from '../../event-log/uuid'
import type { IndexRow, LedgerDatabase } from '../ledger-database'
import { storageError } from '../storage-error'
import { readRows } from '../stored-batches'
import { withMaintenanceLock } from './maintenance-lock'

const PACKED_BYTES = 256 * 1024
/** Fewer are not worth a transaction, unless they fill a packed batch. */
const FEWEST = 16
/** A transaction of more would hold up a command. */
const MOST = 1024
const ROWS_A_PAGE = 2000
/** So many batches more than there need be are worth a worker. */
const TOO_MANY = 256

/** [PK4] Reads the last rows of the index only. */
export async function isWorthPacking<State>(db: LedgerDatabase<State>, bytes: number): Promise<boolean> {
  const tail = await db.index
    .reverse()
    .limit(2 * TOO_MANY)
    .toArray()
  const small = tail.filter(({ byteLength }) => byteLength < PACKED_BYTES / FEWEST)
  if (small.length > TOO_MANY) return true
  // Packed ones are full by half at least, but for an import's last.
  return (await db.index.count()) - bytes / (PACKED_BYTES / 2) > TOO_MANY
}

export function packBatches<State>(db: LedgerDatabase<State>): Promise<{ readonly joined: number } | 'busy'> {
  return withMaintenanceLock(db.name, async () => {
    let joined = 0
    for await (const run of smallRuns(db)) joined += await join(db, run)
    return { joined }
  })
}

/** Runs of neighbours that together make at most one packed batch. */
async function* smallRuns<State>(db: LedgerDatabase<State>): AsyncGenerator<readonly IndexRow[]> {
  let run: IndexRow[] = []
  let bytes = 0
  for (let after = 0; ; ) {
    const page = await db.index.where('first').above(after).limit(ROWS_A_PAGE).toArray()
    for (const row of page) {
      if (bytes + row.byteLength > PACKED_BYTES || run.length === MOST) {
        yield run
        run = []
        bytes = 0
      }
      run.push(row)
      bytes += row.byteLength
    }
    if (page.length < ROWS_A_PAGE) break
    after = page.at(-1)?.first ?? after
  }
  yield run
}

function worthJoining(run: readonly IndexRow[]): readonly IndexRow[] {
  let rest = run.reduce((sum, row) => sum + row.byteLength, 0)
  const start = run.findIndex((row) => {
    rest -= row.byteLength
    return row.byteLength <= rest
  })
  const worth = start < 0 ? [] : run.slice(start)
  return worth.length >= FEWEST ? worth : []
}

/** How many batches fewer there are afterwards. */
async function join<State>(db: LedgerDatabase<State>, run: readonly IndexRow[]): Promise<number> {
  const rows = worthJoining(run)
  const [first] = rows
  if (!first) return 0
  const batchId = uuidV7()
  await db.transaction('rw', db.index, db.batches, async () => {
    const batches = await readRows(db, rows)
    const byteLength = rows.reduce((sum, row) => sum + row.byteLength, 0)
    const count = rows.reduce((sum, row) => sum + row.count, 0)
    const bytes = new Uint8Array(byteLength)
    let at = 0
    for (const batch of batches) {
      if (countLines(batch.bytes) !== batch.count) throw storageError('corrupt', { position: batch.first })
      bytes.set(batch.bytes, at)
      at += batch.bytes.length
    }
    await Promise.all([
      db.batches.add({ batchId, bytes }),
      db.batches.bulkDelete(rows.map((row) => row.batchId)),
      db.index.bulkDelete(rows.slice(1).map((row) => row.first)),
      db.index.put({ ...first, count, batchId, byteLength }),
    ])
  })
  return rows.length - 1
}
