/**
 * Keeps the timeline caught up with the log: from a snapshot or from zero, through history into the live tail.
 *
 * [AP1] The timeline holds every event once and in order, whichever tab recorded it.
 * [AP2] `waitFor(position)` resolves when the timeline shows that position: people read their own writes.
 * [AP4] Many events at once, as from an import, are taken over from a snapshot taken beside the page.
 * [AP5] An import into an empty ledger leaves such a snapshot behind, built on the way.
 * [AP6] Balances show before the ids of events are there. Events that look back for another's id wait for them, and
 *   everything behind such an event waits with it.
 * [AP3] A snapshot is used only if the log still begins with the events it was taken of; it costs time to lose one, never data.
 */
import type { StreamState } from '../domain/stream-state'
import type { EventLog, Subscription } from '../event-log/event-log'
import type { RecordedEvent } from '../event-log/recorded-event'
import { Timeline } from '../projections/timeline'
import type { Snapshots } from './backend/backend'
import { type Restored, restoreTimeline } from './snapshots/timeline-snapshot-store'

/** Events after the last snapshot before another is worth taking: a replay of fewer is faster than the eye. */
const SNAPSHOT_EVERY = 1_000
/** Events behind from which the page does not replay them itself: it would be busy with it for more than a moment. */
const FAR_BEHIND = 10_000

const NOTHING_RESTORED = (): Restored => ({
  timeline: new Timeline(),
  whole: Promise.resolve(),
  need: () => undefined,
})

/** Whether an event names another by its id. */
function looksBack({ type }: RecordedEvent): boolean {
  return type === 'EntryReversed' || type === 'EntryAnnotated'
}

export class Projector {
  #timeline: Timeline
  #subscription: Subscription | undefined
  #listeners = new Set<() => void>()
  #waiting: { position: number; resolve: () => void; reject: (error: unknown) => void }[] = []
  #snapshotAt: number
  #refreshing = false
  #caughtUpAt = Date.now()
  #snapshotTakenAt: number | undefined
  /** Events there were when history was last read: until they are all there, what is in between is nobody's moment. */
  #target = 0
  #failure: unknown
  #whole: Promise<void>
  #needIds: () => void
  /** Events that cannot be taken in before the ids are there; undefined while there are none. */
  #held: RecordedEvent[] | undefined

  private constructor(
    private readonly log: EventLog<StreamState>,
    private readonly snapshots: Snapshots | undefined,
    { timeline, whole, need }: Restored,
    /** While the ledger is being opened. */
    private onProgress: ((done: number, total: number) => void) | undefined,
  ) {
    this.#timeline = timeline
    this.#snapshotAt = timeline.size
    this.#whole = whole
    this.#needIds = need
  }

  /** Opens the projection and catches it up to the head as it is now. */
  static async open(
    log: EventLog<StreamState>,
    snapshots?: Snapshots,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Projector> {
    const restored = (snapshots && (await restoreTimeline(log, snapshots))) ?? NOTHING_RESTORED()
    const projector = new Projector(log, snapshots, restored, onProgress)
    projector.#subscribe()
    await projector.#subscription?.caughtUp()
    projector.#takeHeld()
    if (projector.#held) await projector.whole
    projector.onProgress = undefined
    if (projector.#failure) throw projector.#failure
    projector.#considerSnapshot()
    return projector
  }

  get timeline(): Timeline {
    return this.#timeline
  }

  /** When the timeline last took events in, and this page last had a snapshot taken: milliseconds since 1970. */
  get times(): { readonly caughtUpAt: number; readonly snapshotTakenAt: number | undefined } {
    return { caughtUpAt: this.#caughtUpAt, snapshotTakenAt: this.#snapshotTakenAt }
  }

  /** When the ids of all events are there. @throws StorageError where they cannot be read. */
  get whole(): Promise<void> {
    if (!this.#timeline.isWhole) this.#needIds()
    return this.#whole
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
    if (this.#held) await this.whole
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
      (events) => this.#take(events),
      (error) => this.#fail(error),
      (next, size) => this.#leap(next, size),
    )
  }

  #take(events: readonly RecordedEvent[]): void {
    if (this.#held || (!this.#timeline.isWhole && events.some(looksBack))) {
      this.#held = [...(this.#held ?? []), ...events]
      this.#needIds()
      return
    }
    this.#timeline.append(events)
    this.onProgress?.(this.#timeline.size, this.#target)
    this.#wake()
    this.#considerSnapshot()
  }

  /** Once the ids are there: what waited for them, and word to the screens. */
  #takeHeld(): void {
    const timeline = this.#timeline
    const take = () => {
      // Another may have taken its place meanwhile.
      if (this.#timeline !== timeline) return
      const held = this.#held
      this.#held = undefined
      if (held) this.#take(held)
      else this.#wake()
    }
    // They may have come while events were still being read.
    if (timeline.isWhole) {
      if (this.#held) take()
      return
    }
    this.#whole = this.#whole.then(take, (error: unknown) => {
      if (this.#timeline === timeline) this.#fail(error)
      throw error
    })
    this.#whole.catch(() => undefined)
  }

  #fail(error: unknown): void {
    this.#failure = error
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }

  #wake(): void {
    this.#caughtUpAt = Date.now()
    const still = []
    for (const waiter of this.#waiting) {
      if (waiter.position <= this.#timeline.size) waiter.resolve()
      else still.push(waiter)
    }
    this.#waiting = still
    if (this.#timeline.size < this.#target) return
    for (const listener of this.#listeners) {
      try {
        listener()
      } catch (error) {
        // A screen that cannot show a change must not keep others, or the projection, from it.
        globalThis.reportError?.(error)
      }
    }
  }

  /** Far behind, as after an import or without a snapshot: a snapshot is taken beside the page, and the log from there on. */
  async #leap(next: number, size: number): Promise<number> {
    const { snapshots } = this
    this.#target = size
    if (!snapshots || size - next < FAR_BEHIND) return next
    // An import leaves one behind.
    let restored = await restoreTimeline(this.log, snapshots)
    if (!restored || size - restored.timeline.size >= FAR_BEHIND) {
      try {
        await snapshots.refresh(this.onProgress)
      } catch {
        // The events themselves are there to be replayed; this page takes longer for it.
        return next
      }
      restored = await restoreTimeline(this.log, snapshots)
    }
    if (!restored || restored.timeline.size < next) return next
    const { timeline } = restored
    this.#timeline = timeline
    this.#whole = restored.whole
    this.#needIds = restored.need
    // They are in it.
    this.#held = undefined
    if (this.#subscription) this.#takeHeld()
    this.#snapshotAt = timeline.size
    this.#wake()
    return timeline.size + 1
  }

  /** Never on the path of a command: it is taken beside the page, and a failure is only a slower next start. */
  #considerSnapshot(): void {
    const { size } = this.#timeline
    if (
      !this.snapshots ||
      this.#refreshing ||
      size - this.#snapshotAt < Math.max(SNAPSHOT_EVERY, this.#snapshotAt / 64)
    )
      return
    this.#refreshing = true
    this.snapshots
      .refresh()
      .then(() => {
        this.#snapshotTakenAt = Date.now()
      })
      .catch(() => undefined)
      .finally(() => {
        this.#refreshing = false
        this.#snapshotAt = size
      })
  }
}
