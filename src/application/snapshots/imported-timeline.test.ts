import { expect, test } from 'vitest'
import { importLog } from '../../exchange/log-import'
import { sampleLog } from '../../exchange/sample-log'
import { memoryLog } from '../testing/memory-ledger'
import { ImportedTimeline } from './imported-timeline'
import { refreshSnapshot, type StoredSnapshot } from './timeline-snapshot-store'

const now = () => Date.UTC(2026, 10, 23)
const { file } = sampleLog({ endDate: '2026-11-01', scale: 0 })

function keeper() {
  const kept: StoredSnapshot[] = []
  return {
    kept,
    read: async () => kept.at(-1),
    write: async (snapshot: StoredSnapshot) => {
      kept.push(snapshot)
    },
    discard: async () => undefined,
  }
}

test('[AP5] an import into an empty ledger leaves the snapshot that a replay would give', async () => {
  const log = memoryLog()
  const [imported, replayed] = [keeper(), keeper()]
  const timeline = new ImportedTimeline()
  await importLog({
    log,
    source: file,
    options: { follow: timeline.follow, beforeCommit: (head) => timeline.writeTo(imported, head) },
    now,
  })
  await refreshSnapshot(log, replayed)
  expect(imported.kept).toHaveLength(1)
  expect(imported.kept).toEqual(replayed.kept)
})

test('[AP5] an import into a ledger that holds events writes none', async () => {
  const log = memoryLog()
  const snapshots = keeper()
  await importLog({ log, source: file, now })
  const timeline = new ImportedTimeline()
  const options = {
    follow: timeline.follow,
    beforeCommit: (head: Parameters<typeof timeline.writeTo>[1]) => timeline.writeTo(snapshots, head),
  }
  await importLog({ log, source: file, options, now })
  expect(snapshots.kept).toEqual([])
})
