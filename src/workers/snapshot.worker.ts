/** The file of the worker that reads a stored snapshot: one ledger, its stages, and an end. */
import { readStages, type Stage } from '../application/backend/stored-parts'
import { buffersOf } from '../projections/snapshot/timeline-assembly'
import { openSnapshotRows } from '../storage/snapshot-rows'
import { IDS_NEEDED } from './snapshot-protocol'

/** Milliseconds in which the page draws its first screen, undisturbed. */
const IDS_AFTER = 1_000

let hurry: () => void = () => undefined
const needed = new Promise<void>((resolve) => {
  hurry = resolve
})

addEventListener('message', ({ data }: MessageEvent<string>) => {
  if (data === IDS_NEEDED) {
    hurry()
    return
  }
  // Whatever is wrong with it, the log has everything it held.
  read(data)
    .catch(() => undefined)
    .then(() => postMessage('end'))
})

async function read(databaseName: string): Promise<void> {
  const rows = await openSnapshotRows(databaseName)
  if (!rows) return
  try {
    for await (const stage of readStages(rows, idsAreDue)) postMessage(stage, { transfer: buffersOf(partOf(stage)) })
  } finally {
    rows.close()
  }
}

function idsAreDue(): Promise<void> {
  setTimeout(hurry, IDS_AFTER)
  return needed
}

function partOf(stage: Stage) {
  if ('accounts' in stage) return stage.accounts
  return 'stored' in stage ? stage.stored.parts : stage.ids
}
