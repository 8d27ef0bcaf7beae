/**
 * Snapshots of the timeline: taken from the log, and used only while the log still begins with the events they are of.
 * To lose one costs time, never data.
 */
import type { StreamState } from '../domain/stream-state'
import { decodeBatch } from '../event-log/batch-codec'
import type { EventLog } from '../event-log/event-log'
import { rootOf } from '../event-log/merkle-tree'
import { rootAt } from '../event-log/root-at'
import { Timeline } from '../projections/timeline'
import type { TimelineSnapshot } from '../projections/timeline-snapshot'

/** What was taken, and of which log. */
export interface StoredSnapshot {
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  readonly value: TimelineSnapshot
}

export interface SnapshotReader {
  /** undefined where there is none, or one of another version or damaged. */
  read(): Promise<StoredSnapshot | undefined>
}

export interface SnapshotKeeper extends SnapshotReader {
  write(snapshot: StoredSnapshot): Promise<void>
}

/** The timeline as the snapshot has it; undefined where there is none that this log proves. */
export async function restoreTimeline(
  log: EventLog<StreamState>,
  snapshots: SnapshotReader,
): Promise<Timeline | undefined> {
  try {
    const stored = await snapshots.read()
    if (!stored) return undefined
    const head = await log.head()
    if (stored.ledgerId !== head.ledgerId || stored.position > head.size) return undefined
    const rootHash = stored.position === head.size ? rootOf(head.frontier) : await rootAt(log, stored.position)
    return stored.rootHash === rootHash ? Timeline.fromSnapshot(stored.value) : undefined
  } catch {
    // Whatever is wrong with a snapshot, the log has everything it held.
    return undefined
  }
}

/** Takes a snapshot of the log as it is now, on from the last one. Heavy for a long log: meant for a worker. */
export async function refreshSnapshot(
  log: EventLog<StreamState>,
  snapshots: SnapshotKeeper,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const head = await log.head()
  const timeline = (await restoreTimeline(log, snapshots)) ?? new Timeline()
  if (timeline.size >= head.size) return
  for await (const batch of log.readBatches({ from: timeline.size + 1, to: head.size })) {
    timeline.append(decodeBatch(batch, timeline.size + 1))
    onProgress?.(timeline.size, head.size)
  }
  const { ledgerId, frontier } = head
  await snapshots.write({ position: head.size, ledgerId, rootHash: rootOf(frontier), value: timeline.toSnapshot() })
}
