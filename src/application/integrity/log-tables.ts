/** A log seen as the tables that it would lie in: what is verified where there is no database, such as in memory. */
import type { EventLog } from '../../event-log/event-log'
import { bytesOfFrontier } from '../../event-log/merkle-tree'
import type { StoredTables } from '../../storage/integrity/stored-tables'

export function tablesOfLog(log: Pick<EventLog, 'head' | 'readBatches' | 'readStreamRows'>): StoredTables {
  let batches: Uint8Array[] = []
  return {
    look: async () => {
      const { frontier, ...head } = await log.head()
      const index = []
      batches = []
      for await (const batch of log.readBatches()) {
        const batchId = String(batches.push(batch.bytes) - 1)
        const { first, count } = batch
        index.push({ first, count, batchId, byteLength: batch.bytes.length, frontier: bytesOfFrontier(batch.frontier) })
      }
      return { head: { ...head, frontier: bytesOfFrontier(frontier) }, index }
    },
    bytesOf: async (batchIds) => batchIds.map((batchId) => batches[Number(batchId)]),
    streamRows: () => log.readStreamRows(),
  }
}
