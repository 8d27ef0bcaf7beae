/** The file of the worker that reads a stored snapshot: one ledger, one answer. */
import { readParts } from '../application/backend/stored-parts'
import { buffersOf } from '../projections/snapshot/timeline-assembly'
import { openSnapshotRows } from '../storage/snapshot-rows'

addEventListener('message', ({ data: databaseName }: MessageEvent<string>) => {
  read(databaseName).then(
    (stored) => postMessage(stored, { transfer: stored ? buffersOf(stored.parts) : [] }),
    // Whatever is wrong with it, the log has everything it held.
    () => postMessage(undefined),
  )
})

async function read(databaseName: string) {
  const rows = await openSnapshotRows(databaseName)
  try {
    return rows && (await readParts(rows))
  } finally {
    rows?.close()
  }
}
