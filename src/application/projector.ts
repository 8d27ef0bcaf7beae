/**
 * Keeps the timeline caught up with the log: from a snapshot or from zero, through history into the live tail.
 *
 * [AP1] The timeline holds every event once and in order, whichever tab recorded it.
 * [AP2] `waitFor(position)` resolves when the timeline shows that position: people read their own writes.
 * [AP3] A snapshot is used only if the log still begins with the events it was taken of; it costs time to lose one, never data.
 */
import type { StreamState } from '../domain/stream-state'
import type { EventLog, Subscription } from '../event-log/event-log'
import { rootOf } from '../event-log/merkle-tree'
import { rootAt } from '../event-log/root-at'
import { Timeline } from '../projections/timeline'
import type { Snapshots } from './backend/backend'

/** Events after the last snapshot before another is worth writing: a rebuild of fewer is faster than the eye. */
const SNAPSHOT_EVERY = 1_000

export class Projector {
  #timeline: Timeline
  #subscription: Subscription | undefined
  #listeners = new Set<() => void>()
  #waiting: { position: number; resolve: () => void; reject: (error: unknown) => void }[] = []
  #snapshotAt: number
  #writing = false
  #failure: unknown

  private constructor(
    private readonly log: EventLog<StreamState>,
    private readonly snapshots: Snapshots | undefined,
    timeline: Timeline,
  ) {
    this.#timeline = timeline
    this.#snapshotAt = timeline.size
  }

  /** Opens the projection and catches it up to the head as it is now. */
  static async open(
    log: EventLog<StreamState>,
    snapshots?: Snapshots,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Projector> {
    const projector = new Projector(log, snapshots, (await reopen(log, snapshots)) ?? new Timeline())
    const { size } = await log.head()
    const stop = projector.onChange(() => onProgress?.(projector.timeline.size, size))
    projector.#subscribe()
    await projector.#subscription?.caughtUp()
    stop()
    if (projector.#failure) throw projector.#failure
    projector.#considerSnapshot()
    return projector
  }

  get timeline(): Timeline {
    return this.#timeline
  }

  /** Called after the timeline grew. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  waitFor(position: number): Promise<void> {
    if (this.#timeline.size >= position) return Promise.resolve()
    if (this.#failure) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => this.#waiting.push({ position, resolve, reject }))
  }

  /** Looks for events recorded elsewhere, and waits until they show. */
  async catchUp(): Promise<void> {
    await this.log.catchUp()
    await this.#subscription?.caughtUp()
  }

  close(): void {
    this.#subscription?.unsubscribe()
    this.#subscription = undefined
    this.#listeners.clear()
    for (const { reject } of this.#waiting.splice(0)) reject(new DOMException('The ledger was closed.', 'AbortError'))
  }

  #subscribe(): void {
    this.#subscription = this.log.subscribeToAll(
      this.#timeline.size + 1,
      (events) => {
        this.#timeline.append(events)
        this.#wake()
        this.#considerSnapshot()
      },
      (error) => {
        this.#failure = error
        for (const { reject } of this.#waiting.splice(0)) reject(error)
      },
    )
  }

  #wake(): void {
    const still = []
    for (const waiter of this.#waiting) {
      if (waiter.position <= this.#timeline.size) waiter.resolve()
      else still.push(waiter)
    }
    this.#waiting = still
    for (const listener of this.#listeners) {
      try {
        listener()
      } catch (error) {
        // A screen that cannot show a change must not keep others, or the projection, from it.
        globalThis.reportError?.(error)
      }
    }
  }

  /** Never on the path of a command: the write runs after it, and a failure is only a slower next start. */
  #considerSnapshot(): void {
    const { size } = this.#timeline
    if (!this.snapshots || this.#writing || size - this.#snapshotAt < Math.max(SNAPSHOT_EVERY, this.#snapshotAt / 8))
      return
    this.#writing = true
    void this.#writeSnapshot(this.snapshots).finally(() => {
      this.#writing = false
    })
  }

  async #writeSnapshot(snapshots: Snapshots): Promise<void> {
    try {
      const head = await this.log.head()
      const position = this.#timeline.size
      const rootHash = position === head.size ? rootOf(head.frontier) : await rootAt(this.log, position)
      // Events may have arrived while the root was found: then the next occasion serves as well.
      if (this.#timeline.size !== position) return
      await snapshots.write({ position, ledgerId: head.ledgerId, rootHash, value: this.#timeline.toSnapshot() })
      this.#snapshotAt = position
    } catch {
      // A full disk or a closing page: the ledger itself is untouched, and the next start replays a little more.
    }
  }
}

async function reopen(log: EventLog<StreamState>, snapshots: Snapshots | undefined): Promise<Timeline | undefined> {
  try {
    const stored = await snapshots?.read()
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
