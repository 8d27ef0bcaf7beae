/** Verify, over any log. */
import type { StreamState } from '../domain/stream-state'
import type { EventLog } from '../event-log/event-log'
import { tablesOfLog } from './integrity/log-tables'
import type { Verified } from './integrity/verified'
import { verifyTables } from './integrity/verify-tables'
import type { WorkOptions } from './ledger-api'

export function verifyLog(log: EventLog<StreamState>, options?: WorkOptions): Promise<Verified> {
  return verifyTables(tablesOfLog(log), options)
}
