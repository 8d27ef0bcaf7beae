import type { BatchRow } from '../../storage/ledger-database'
import type { CarriedError } from '../tasks/task-protocol'

/** To the batch worker: add these rows, whose bytes were handed over. The same database every time. */
export interface BatchRequest {
  readonly databaseName: string
  readonly serial: number
  readonly rows: readonly BatchRow[]
}

/** One a request: the rows are on disk, or nothing of them is. */
export interface BatchReply {
  readonly serial: number
  readonly failure?: CarriedError
}
