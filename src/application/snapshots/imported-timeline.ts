/**
 * The timeline of what an import adds to an empty ledger, built on the way, so that the events need not be read again
 * to be shown. (A ledger that holds events has a snapshot to go on from.)
 */
import type { Head } from '../../event-log/event-log'
import { rootOf } from '../../event-log/merkle-tree'
import type { Checked } from '../../exchange/log-checker'
import { Timeline } from '../../projections/timeline'
import type { SnapshotKeeper } from './timeline-snapshot-store'

export class ImportedTimeline {
  #timeline: Timeline | undefined

  /** For `ImportOptions.follow`: each attempt begins anew. */
  readonly follow = (head: Head): ((added: Checked) => void) | undefined => {
    this.#timeline = undefined
    if (head.size > 0) return undefined
    const timeline = new Timeline()
    this.#timeline = timeline
    return ({ plain, event }) => {
      const next = plain ?? event
      if (next) timeline.appendInBulk(next)
    }
  }

  /** Writes the snapshot of a ledger that will have this head; nothing where the timeline is not its. */
  async writeTo(snapshots: SnapshotKeeper, { size, ledgerId, frontier }: Head): Promise<void> {
    if (this.#timeline?.size !== size || size === 0) return
    const value = this.#timeline.toSnapshot()
    // Of an empty ledger there is nothing to keep.
    await snapshots.discard()
    await snapshots.write({ position: size, ledgerId, rootHash: rootOf(frontier), value })
  }
}
