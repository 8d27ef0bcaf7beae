/** Folds the rows of `streams` anew from the log: after `decide` came to need other states than those stored. */
import { decodeBatch } from '../../event-log/batch-codec'
import type { DecisionState, StreamRow } from '../../event-log/event-log'
import { evolveRow, touchedStreams } from '../../event-log/settle-transaction'
import { type Upcasters, upcast } from '../../event-log/upcaster'
import { readHead } from '../head-row'
import { summedHead } from '../integrity/row-sums'
import type { LedgerDatabase } from '../ledger-database'
import { readStoredBatches } from '../stored-batches'

const ROWS_AT_ONCE = 2000

export async function rebuildStreams<State>(
  db: LedgerDatabase<State>,
  decision: DecisionState<State>,
  upcasters: Upcasters,
): Promise<void> {
  const rows = new Map<string, StreamRow<State>>()
  let position = 0
  for (;;) {
    const { size } = await readHead(db)
    for await (const batch of readStoredBatches(db, { from: position + 1, to: size, direction: 'forward' })) {
      for (const stored of decodeBatch(batch, position + 1, size)) {
        const event = upcast(stored, upcasters)
        for (const id of touchedStreams(decision, event)) rows.set(id, evolveRow(rows.get(id), event, id, decision))
        position = event.globalPosition
      }
    }
    // Commands went on meanwhile: they are folded in before the rows are exchanged.
    if (await exchange(db, rows, position, decision.version)) return
  }
}

function exchange<State>(
  db: LedgerDatabase<State>,
  rows: ReadonlyMap<string, StreamRow<State>>,
  position: number,
  stateVersion: number,
): Promise<boolean> {
  return db.transaction('rw', db.head, db.streams, async () => {
    const head = await readHead(db)
    if (head.size !== position) return false
    const all = [...rows.values()]
    const writes: PromiseLike<unknown>[] = [db.streams.clear()]
    for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
      writes.push(db.streams.bulkPut(all.slice(start, start + ROWS_AT_ONCE)))
    }
    writes.push(db.head.put(summedHead({ ...head, stateVersion })))
    await Promise.all(writes)
    return true
  })
}
