/** A ledger in IndexedDB with something in every table: for tests that change what lies there. */
import { onTestFinished } from 'vitest'
import { uuidV7 } from '../../event-log/uuid'
import { DexieTables } from '../../storage/integrity/stored-tables'
import { readRows } from '../../storage/integrity/test-tables'
import { deleteDatabase } from '../../storage/open-database'
import { openDexieLog } from '../backend/dexie-backend'
import { openSnapshotKeeper } from '../backend/snapshot-keeper'
import { WordIndex } from '../search/word-index'
import { openWordKeeper } from '../search/word-keeper'
import { refreshSnapshot } from '../snapshots/timeline-snapshot-store'
import { openLedger } from '../testing/memory-ledger'
import { SAVINGS, tellShortStory } from '../testing/short-story'

export async function ledgerOnDisk(deposits = 0) {
  const databaseName = `test-${uuidV7()}`
  onTestFinished(() => deleteDatabase(databaseName))
  const entry = { localId: 'l', name: 'Test', databaseName, ledgerId: '0190a000-0000-7000-8000-0000000000aa' }
  const log = await openDexieLog(entry)
  const ledger = await openLedger(log)
  await tellShortStory(ledger)
  await ledger.dispatch({ type: 'RenameLedger', name: 'Ours' })
  for (let i = 0; i < deposits; i++) await ledger.dispatch({ type: 'Deposit', accountId: SAVINGS, amount: i + 1 })
  const keeper = openSnapshotKeeper(entry)
  await refreshSnapshot(log, keeper)
  keeper.close()
  const words = openWordKeeper(entry)
  const index = await WordIndex.open(log, words, 4)
  for await (const _ of index.complete());
  words.close()
  log.close()
  const tables = await DexieTables.open(databaseName)
  onTestFinished(() => tables.close())
  return { entry, tables, rows: await readRows(tables.db) }
}
