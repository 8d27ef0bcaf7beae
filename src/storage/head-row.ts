/** The one row of `head`: made when a ledger is first opened, and never missing afterwards. */
import type { Head } from '../event-log/event-log'
import { summedHead } from './integrity/row-sums'
import { type HeadRow, type LedgerDatabase, unpackFrontier } from './ledger-database'
import { storageError } from './storage-error'

type Tables = Pick<LedgerDatabase<unknown>, 'head'>

/** @throws StorageError `corrupt` where it is missing. */
export async function readHead(db: Tables): Promise<HeadRow> {
  const head = await db.head.get('head')
  if (!head) throw storageError('corrupt')
  return head
}

export function headOf(row: HeadRow): Head {
  const { size, lastRecordedAt, ledgerId, name } = row
  return { size, frontier: unpackFrontier(row.frontier), lastRecordedAt, ledgerId, name }
}

/** The head, made where the database is new. @throws StorageError `corrupt` where a log has lost its head. */
export async function ensureHead<State>(
  db: LedgerDatabase<State>,
  ledger: { readonly ledgerId: string; readonly name: string; readonly decision: { readonly version: number } },
): Promise<HeadRow> {
  // Looking waits for no writer; a head that is there is never taken away.
  const known = await db.head.get('head')
  if (known) return known
  return db.transaction('rw', db.head, db.index, async () => {
    const head = await db.head.get('head')
    if (head) return head
    if ((await db.index.limit(1).count()) > 0) throw storageError('corrupt', { position: 1 })
    const made = summedHead({
      key: 'head',
      size: 0,
      frontier: new Uint8Array(),
      lastRecordedAt: '',
      ledgerId: ledger.ledgerId,
      name: ledger.name,
      commands: 0,
      bytes: 0,
      stateVersion: ledger.decision.version,
    })
    await db.head.add(made)
    return made
  })
}
