/**
 * What a repair writes: batches ahead of its commit, which no row names until one transaction exchanges index, states and
 * head, and sets aside what was there. A crash before leaves the ledger as it was.
 */
import type { StreamRow } from '../../event-log/event-log'
import { uuidV7 } from '../../event-log/uuid'
import type { CommandRow, HeadRow, IndexRow, LedgerDatabase } from '../ledger-database'
import { holdStagingLock } from '../maintenance/maintenance-lock'
import { withStorageErrors } from '../storage-error'
import { summedHead, sumOfCommand } from './row-sums'
import { addSetAside } from './set-aside'

const ROWS_AT_ONCE = 2000

export interface RepairedLedger {
  /** As they were looked at: anything else gives 'moved'. */
  readonly requires: { readonly head: unknown; readonly rows: number }
  readonly index: readonly IndexRow[]
  readonly streams: Iterable<StreamRow<unknown>>
  readonly head: HeadRow
  /** All there are to be; undefined where the table is sound. */
  readonly commands: readonly CommandRow[] | undefined
  readonly setAside: readonly string[]
  /** UTC instant. */
  readonly at: string
}

export class RepairWriter {
  readonly #staged: string[] = []

  private constructor(
    private readonly db: LedgerDatabase<unknown>,
    private readonly release: () => void,
  ) {}

  static async begin(db: LedgerDatabase<unknown>): Promise<RepairWriter> {
    return new RepairWriter(db, await holdStagingLock(db.name))
  }

  /** @returns its batchId. @throws StorageError */
  stage(bytes: Uint8Array): Promise<string> {
    return withStorageErrors(async () => {
      const batchId = uuidV7()
      this.#staged.push(batchId)
      await this.db.batches.add({ batchId, bytes })
      return batchId
    })
  }

  commit(repaired: RepairedLedger): Promise<'committed' | 'moved'> {
    const { db } = this
    const { index, streams, head, commands, setAside, at, requires } = repaired
    return withStorageErrors(() =>
      db.transaction('rw', [db.head, db.index, db.streams, db.commands, db.snapshots], async () => {
        const [before, rows] = await Promise.all([db.head.get('head'), db.index.count()])
        if (JSON.stringify(before) !== JSON.stringify(requires.head) || rows !== requires.rows) return 'moved'
        const writes: PromiseLike<unknown>[] = [db.index.clear(), db.streams.clear(), db.snapshots.clear()]
        for (const some of parts(index)) writes.push(db.index.bulkPut(some))
        for (const some of parts(streams)) writes.push(db.streams.bulkPut(some))
        if (commands) {
          writes.push(db.commands.clear())
          for (const some of parts(commands))
            writes.push(db.commands.bulkPut(some.map((row) => ({ ...row, sum: sumOfCommand(row) }))))
        }
        writes.push(db.head.put(summedHead(head)))
        if (setAside.length > 0) writes.push(addSetAside(db, at, setAside))
        await Promise.all(writes)
        return 'committed'
      }),
    )
  }

  /** After a commit, or instead of one: then what was staged is removed. */
  async end(isCommitted: boolean): Promise<void> {
    try {
      if (!isCommitted) await this.db.batches.bulkDelete(this.#staged)
    } finally {
      this.release()
    }
  }
}

function* parts<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let some: Row[] = []
  for (const row of rows) {
    if (some.push(row) < ROWS_AT_ONCE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
