/**
 * An import's batches, written ahead of its commit: without index rows they are not in the log, so nothing shows until
 * one last transaction writes index, streams and head. A shared lock tells the sweep to leave them alone; it ends with
 * the tab, so that what a crash leaves behind is swept.
 */
import type { StagedAppend, StagedCommit, StoredBatch } from '../../event-log/event-log'
import { uuidV7 } from '../../event-log/uuid'
import { readHead } from '../head-row'
import { summedHead } from '../integrity/row-sums'
import {
  type BatchRow,
  type IndexRow,
  type LedgerDatabase,
  ownBytes,
  packFrontier,
  type StreamStateRow,
} from '../ledger-database'
import { holdStagingLock } from '../maintenance/maintenance-lock'
import { withStorageErrors } from '../storage-error'
import type { BatchWriter, OpenBatchWriter } from './batch-writer'

/** Bytes of one write transaction. */
const WRITE_BYTES = 4 * 1024 * 1024
/** Transactions under way at most, while another is gathered. */
const WRITES_AT_ONCE = 3
const ROWS_AT_ONCE = 2000

interface Staging {
  readonly stateVersion: number
  readonly onCommitted: () => void
  /** Starts a thread that adds what is more than one transaction; where there is none, this thread adds everything. */
  readonly openWriter?: OpenBatchWriter | undefined
}

export async function stageAppend<State>(
  db: LedgerDatabase<State>,
  { stateVersion, onCommitted, openWriter }: Staging,
): Promise<StagedAppend<State>> {
  const release = await holdStagingLock(db.name)
  const index: IndexRow[] = []
  let gathered: BatchRow[] = []
  let gatheredBytes = 0
  const writes: Promise<unknown>[] = []
  let writer: BatchWriter | undefined
  let ended = false

  const flush = () => {
    const rows = gathered
    gathered = []
    gatheredBytes = 0
    if (rows.length === 0) return
    const write = Promise.resolve(writer ? writer.add(rows) : db.batches.bulkAdd(rows))
    // Reported at a later write or at the commit.
    write.catch(() => {})
    writes.push(write)
  }
  const end = () => {
    ended = true
    writer?.close()
    release()
  }

  const write = async (batch: StoredBatch) => {
    if (ended) throw new Error('The import has ended.')
    const batchId = uuidV7()
    const { first, count } = batch
    const bytes = ownBytes(batch.bytes)
    gathered.push({ batchId, bytes })
    gatheredBytes += bytes.length
    index.push({ first, count, batchId, byteLength: bytes.length, frontier: packFrontier(batch.frontier) })
    if (gatheredBytes < WRITE_BYTES) return
    if (writes.length === WRITES_AT_ONCE) await writes.shift()
    writer ??= openWriter?.(db.name)
    flush()
  }

  const commit = async (last: StagedCommit<State>) => {
    if (ended) throw new Error('The import has ended.')
    checkRun(index, last)
    flush()
    await Promise.all(writes)
    const committed = await commitStaged(db, index, last, stateVersion)
    if (!committed) return 'head-moved'
    end()
    onCommitted()
    return 'committed'
  }

  const discard = async () => {
    if (ended) return
    gathered = []
    try {
      await Promise.allSettled(writes)
      await db.batches.bulkDelete(index.map((row) => row.batchId))
    } finally {
      // What could not be removed is the sweep's, which waits for the lock.
      end()
    }
  }

  return {
    write: (batch) => withStorageErrors(() => write(batch)),
    commit: (last) => withStorageErrors(() => commit(last)),
    discard: () => withStorageErrors(discard),
  }
}

function commitStaged<State>(
  db: LedgerDatabase<State>,
  index: readonly IndexRow[],
  last: StagedCommit<State>,
  stateVersion: number,
): Promise<boolean> {
  return db.transaction('rw', db.head, db.index, db.streams, async () => {
    const before = await readHead(db)
    if (before.size !== last.requires.size || before.ledgerId !== last.requires.ledgerId) return false
    const writes: PromiseLike<unknown>[] = [db.index.bulkAdd([...index])]
    let rows: StreamStateRow<State>[] = []
    for (const row of last.streams) {
      if (rows.push({ streamId: row.streamId, revision: row.revision, state: row.state }) < ROWS_AT_ONCE) continue
      writes.push(db.streams.bulkPut(rows))
      rows = []
    }
    if (rows.length > 0) writes.push(db.streams.bulkPut(rows))
    const { size, lastRecordedAt, ledgerId, name, frontier } = last.head
    writes.push(
      db.head.put(
        summedHead({
          ...before,
          size,
          lastRecordedAt,
          ledgerId,
          name,
          frontier: packFrontier(frontier),
          bytes: index.reduce((sum, row) => sum + row.byteLength, before.bytes),
          // Rows of an older version that stay behind keep the whole to be rebuilt.
          stateVersion: before.size === 0 ? stateVersion : before.stateVersion,
        }),
      ),
    )
    await Promise.all(writes)
    return true
  })
}

/** A gap here would be a gap in the log: a mistake of the caller. */
function checkRun<State>(index: readonly IndexRow[], last: StagedCommit<State>): void {
  let next = last.requires.size + 1
  for (const row of index) {
    if (row.first !== next) throw new Error(`The staged batch begins at ${row.first}, not at ${next}.`)
    next += row.count
  }
  if (next !== last.head.size + 1) throw new Error(`Staged up to ${next - 1}, but the head says ${last.head.size}.`)
}
