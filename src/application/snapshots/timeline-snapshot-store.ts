/**
 * Snapshots of the timeline: taken from the log, and used only while the log still begins with the events they are of.
 * To lose one costs time, never data.
 */
import type { StreamState } from '../../domain/stream-state'
import type { EventLog, Head } from '../../event-log/event-log'
import { rootOf } from '../../event-log/merkle-tree'
import { rootAt } from '../../event-log/root-at'
import { eventsOf } from '../../exchange/checking/todays-form'
import type { TimelineSnapshot } from '../../projections/snapshot/timeline-snapshot'
import { Timeline } from '../../projections/timeline'
import type { WorkOptions } from '../ledger-api'
import { idsOfLog } from './ids-of-log'

const WORDS_AN_ID = 4

/** What was taken, and of which log. */
export interface StoredSnapshot {
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  readonly value: TimelineSnapshot
  /** Where the snapshot came without its ids. */
  readonly laterIds?: LaterIds
}

/** Ids that come behind the rest of a snapshot; sooner where somebody needs them. */
export interface LaterIds {
  readonly ids: Promise<Uint32Array>
  need(): void
}

export interface Restored {
  readonly timeline: Timeline
  /** When the ids of its events are there. @throws StorageError where neither snapshot nor log gives them. */
  readonly whole: Promise<void>
  /** Somebody waits for them. */
  need(): void
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
): Promise<Restored | undefined> {
  try {
    // The root is folded while the snapshot is on its way.
    const standing = log.head().then((head) => ({ ...head, rootHash: rootOf(head.frontier) }))
    const [stored, head] = await Promise.all([snapshots.read(), standing])
    if (!stored || !(await isProved(log, head, stored))) return undefined
    const timeline = Timeline.fromSnapshot(stored.value)
    const whole = timeline.isWhole ? Promise.resolve() : takeIds(timeline, log, stored.laterIds)
    // Whoever waits for it hears of a failure.
    whole.catch(() => undefined)
    return { timeline, whole, need: () => stored.laterIds?.need() }
  } catch {
    // Whatever is wrong with a snapshot, the log has everything it held.
    return undefined
  }
}

/** What is lost of a snapshot is in the log. */
async function takeIds(timeline: Timeline, log: EventLog<StreamState>, later: LaterIds | undefined): Promise<void> {
  const { size } = timeline
  const fromSnapshot = await later?.ids.catch(() => undefined)
  timeline.takeIds(fromSnapshot?.length === size * WORDS_AN_ID ? fromSnapshot : await idsOfLog(log, size))
}

async function isProved(
  log: EventLog<StreamState>,
  head: Head & { readonly rootHash: string },
  { position, ledgerId, rootHash }: StoredSnapshot,
): Promise<boolean> {
  if (ledgerId !== head.ledgerId || position > head.size) return false
  return rootHash === (position === head.size ? head.rootHash : await rootAt(log, position))
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
  await restored?.whole
  const timeline = restored?.timeline ?? new Timeline()
  if (timeline.size >= size) return
  for await (const batch of log.readBatches({ from: timeline.size + 1, to: size })) {
    timeline.append(eventsOf(batch, timeline.size + 1))
    onProgress?.(timeline.size, size)
  }
  await snapshots.write({ position: size, ledgerId, rootHash: rootOf(frontier), value: timeline.toSnapshot() })
}

/** A snapshot of a log that none may be stored of. */
export async function snapshotInMemory(
  log: EventLog<StreamState>,
  { onProgress }: Pick<WorkOptions, 'onProgress'> = {},
): Promise<StoredSnapshot> {
  const { ledgerId, frontier, size } = await log.head()
  const timeline = new Timeline()
  if (size > 0) {
    for await (const batch of log.readBatches({ to: size })) {
      timeline.append(eventsOf(batch, timeline.size + 1))
      onProgress?.({ phase: 'replaying', done: timeline.size, total: size, unit: 'events' })
    }
  }
  return { position: size, ledgerId, rootHash: rootOf(frontier), value: timeline.toSnapshot() }
}
