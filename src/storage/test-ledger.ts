/** Databases for tests: each has a name of its own and is deleted afterwards. */
import { onTestFinished } from 'vitest'
import { LEDGER_ID, type Tally, tallies } from '../event-log/contract/contract-log'
import { uuidV7 } from '../event-log/uuid'
import { DexieEventLog, type DexieEventLogOptions } from './dexie-event-log'
import { deleteDatabase } from './open-database'

export function newDatabaseName(): string {
  const name = `test-${uuidV7()}`
  onTestFinished(() => deleteDatabase(name))
  return name
}

export async function openTestLog(
  databaseName: string,
  options: Partial<DexieEventLogOptions<Tally>> = {},
): Promise<DexieEventLog<Tally>> {
  const log = await DexieEventLog.open({
    databaseName,
    ledgerId: LEDGER_ID,
    name: 'Tallies',
    decision: tallies,
    ...options,
  })
  onTestFinished(() => log.close())
  return log
}
