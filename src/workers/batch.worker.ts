/** The worker's own file: adds the batches that an import hands over, one transaction a message. */
import { type BatchWriter, openBatchTable } from '../storage/staging/batch-writer'
import type { BatchReply, BatchRequest } from './batches/batch-protocol'
import { carryError } from './carried-error'

let opened: Promise<BatchWriter> | undefined
const reply = (message: BatchReply) => postMessage(message)

addEventListener('message', ({ data: { databaseName, serial, rows } }: MessageEvent<BatchRequest>) => {
  opened ??= openBatchTable(databaseName)
  opened
    .then((table) => table.add(rows))
    .then(
      () => reply({ serial }),
      (error: unknown) => reply({ serial, failure: carryError(error) }),
    )
})
