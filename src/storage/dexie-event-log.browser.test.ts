import { eventLogContract } from '../event-log/contract/event-log-contract'
import { newDatabaseName, openTestLog } from './test-ledger'

eventLogContract('DexieEventLog', async (options) => {
  const name = newDatabaseName()
  return { log: await openTestLog(name, options), second: await openTestLog(name, options) }
})
