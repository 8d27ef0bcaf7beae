/** What a repair took out of the log, kept until the person lets go of it: the bytes as they lay there, good or bad. */
import type { Table } from 'dexie'
import type { LedgerDatabase } from '../ledger-database'
import { readSetAside, type SetAside } from './notes'

type Tables = Pick<LedgerDatabase<unknown>, 'head'>

/** Adds to what is set aside already. */
export async function addSetAside(db: Tables, at: string, batchIds: readonly string[]): Promise<void> {
  const before = await readSetAside(db)
  await rows(db).put({ key: 'aside', at, batchIds: [...(before?.batchIds ?? []), ...batchIds] })
}

/** The bytes, one batch behind another, each as it was found. */
export async function bytesSetAside(db: Pick<LedgerDatabase<unknown>, 'head' | 'batches'>): Promise<Uint8Array[]> {
  const aside = await readSetAside(db)
  const found = await db.batches.bulkGet([...(aside?.batchIds ?? [])])
  return found.flatMap((row) => (row?.bytes instanceof Uint8Array ? [row.bytes] : []))
}

export function discardSetAside(db: LedgerDatabase<unknown>): Promise<void> {
  return db.transaction('rw', db.head, db.batches, async () => {
    const aside = await readSetAside(db)
    if (!aside) return
    await Promise.all([db.batches.bulkDelete([...aside.batchIds]), rows(db).delete('aside')])
  })
}

function rows(db: Tables): Table<SetAside, string> {
  return db.head as unknown as Table<SetAside, string>
}
