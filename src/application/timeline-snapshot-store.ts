/**
 * Snapshots of the timeline: taken from the log, and used only while the log still begins with the events they are of.
 * To lose one costs time, never data.
 */
import type { StreamState } from '../domain/stream-state'
import { decodeBatch } from '../event-log/batch-codec'
import type { EventLog, Head } from '../event-log/event-log'
import { rootOf } from '../event-log/merkle-tree'
import { rootAt } from '../event-log/root-at'
import type { TimelineSnapshot } from '../projections/snapshot/timeline-snapshot'
import { Timeline } from '../projections/timeline'

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
  /** Removes what is stored, damaged or not. */
  discard(): Promise<void>
}

/** The timeline as the snapshot has it; undefined where there is none that this log proves. */
export async function restoreTimeline(
  log: EventLog<StreamState>,
  snapshots: SnapshotReader,
): Promise<Timeline | undefined> {
  try {
    const [stored, head] = await Promise.all([snapshots.read(), log.head()])
    return stored && (await isProved(log, head, stored)) ? Timeline.fromSnapshot(stored.value) : undefined
  } catch {
    // Whatever is wrong with a snapshot, the log has everything it held.
    return undefined
  }
}

async function isProved(log: EventLog<StreamState>, head: Head, stored: StoredSnapshot): Promise<boolean> {
  const { position, ledgerId, rootHash } = stored
  if (ledgerId !== head.ledgerId || position > head.size) return false
  return rootHash === (position === head.size ? rootOf(head.frontier) : await rootAt(log, position))
}

/** Takes a snapshot of the log as it is now, on from the last one. Heavy for a long log: meant for a worker. */
export async function refreshSnapshot(
  log: EventLog<StreamState>,
  snapshots: SnapshotKeeper,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const head = await log.head()
  const { ledgerId, frontier, size } = head
  const restored = await restoreTimeline(log, snapshots)
  // What is no good must not be taken for pages that need not be written again.
  if (!restored) await snapshots.discard()
  const timeline = restored ?? new Timeline()
  if (timeline.size >= size) return
  for await (const batch of log.readBatches({ from: timeline.size + 1, to: size })) {
    timeline.append(decodeBatch(batch, timeline.size + 1))
    onProgress?.(timeline.size, size)
  }
  await snapshots.write({ position: size, ledgerId, rootHash: rootOf(frontier), value: timeline.toSnapshot() })
}
