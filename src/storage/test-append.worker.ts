/** Records one event from a worker, as imports and packing do. */
import { A, added, append, LEDGER_ID, tallies } from '../event-log/contract/contract-log'
import { DexieEventLog } from './dexie-event-log'

addEventListener('message', async ({ data: databaseName }: MessageEvent<string>) => {
  const log = await DexieEventLog.open({ databaseName, ledgerId: LEDGER_ID, name: 'Tallies', decision: tallies })
  const events = await append(log, added(A, 1))
  log.close()
  postMessage(events)
})
