/** How many events are in what is stored of the projections: two small rows, read without opening the ledger's tables. */
import { PROJECTION_VERSION } from '../../projections/snapshot/timeline-snapshot'
import { CHUNK_EVENTS } from '../../projections/words/chunk-events'
import { openSnapshotRows } from '../../storage/snapshot-rows'
import { WORDS, WORDS_VERSION } from '../search/word-keeper'
import type { LedgerEntry } from './backend'
import { TIMELINE } from './stored-parts'

export async function storedPositions(entry: LedgerEntry): Promise<{ snapshot: number; words: number }> {
  const rows = await openSnapshotRows(entry.databaseName)
  if (!rows) return { snapshot: 0, words: 0 }
  try {
    const [timeline, words] = await Promise.all([
      rows.get(TIMELINE, PROJECTION_VERSION),
      rows.get<readonly (string | null)[]>(WORDS, WORDS_VERSION),
    ])
    const chunks = words?.value.filter((page) => page !== null).length ?? 0
    return { snapshot: timeline?.position ?? 0, words: chunks * CHUNK_EVENTS }
  } finally {
    rows.close()
  }
}
