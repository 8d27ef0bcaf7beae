/** Logs of given events and batches, for tests of proofs: what is read of them is counted. */
import { encodeBatch } from '../../batch-codec'
import { canonicalJson } from '../../canonical-json'
import type { Head, StoredBatch } from '../../event-log'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from '../../merkle-tree'
import type { JsonValue, RecordedEvent } from '../../recorded-event'

export const event = (position: number, memo: string): RecordedEvent => ({
  globalPosition: position,
  streamId: 'account-0190a000-0000-7000-8000-00000000000a',
  streamRevision: position,
  eventId: `0190a000-0000-7000-8000-${String(position).padStart(12, '0')}`,
  type: 'Deposited',
  schemaVersion: 1,
  recordedAt: '2026-11-23T06:15:00.123Z',
  data: { memo },
  metadata: {},
})

/** A log whose batches hold so many events each, the last one what is left. */
export function logOf(events: readonly RecordedEvent[], sizes: readonly number[]) {
  const lines = events.map((each) => canonicalJson(each as unknown as JsonValue))
  const frontiers: Frontier[] = [EMPTY_FRONTIER]
  for (const [at, line] of lines.entries()) frontiers.push(appendLeaf(frontiers[at] as Frontier, at, leafHash(line)))
  const batches: StoredBatch[] = []
  let read = 0
  for (let first = 1, turn = 0; first <= events.length; turn++) {
    const count = Math.min(sizes[turn % sizes.length] as number, events.length - first + 1)
    const bytes = encodeBatch(lines.slice(first - 1, first - 1 + count))
    batches.push({ first, count, bytes, frontier: frontiers[first - 1] as Frontier })
    first += count
  }
  const log = {
    head: async () => ({ size: events.length, frontier: frontiers.at(-1) as Frontier }) as Head,
    readBatches: async function* ({ from = 1, to = events.length }: { from?: number; to?: number } = {}) {
      for (const batch of batches) {
        if (batch.first + batch.count <= from || batch.first > to) continue
        read += batch.count
        const count = Math.min(batch.count, to - batch.first + 1)
        const bytes = encodeBatch(lines.slice(batch.first - 1, batch.first - 1 + count))
        yield { ...batch, count, bytes }
      }
    },
  }
  return { log, roots: frontiers.map(rootOf), eventsRead: () => read }
}
