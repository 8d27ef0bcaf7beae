/** Two moments side by side: which entries and other events lie between them. Balances come from balances-at.ts. */
import type { Timeline } from '../../projections/timeline'
import type { Bound } from '../resolve-moment'
import { recordedTally } from './block-tally'
import type { EntrySet } from './entry-set'
import { ANNOTATIONS, ENTRY_KINDS, holdsKind, KIND_COUNT } from './kind-set'
import { onlyIn } from './only-in'
import { listedRows, type SlotRows } from './slot-rows'

export interface Difference {
  /** Entries that B shows and A does not. */
  readonly added: EntrySet
  /** Entries that A shows and B does not. */
  readonly gone: EntrySet
  /** Events that are no entries, recorded between the two, by kind. */
  readonly others: Uint32Array
  /** Corrections of words recorded between the two; a date filters entries only. */
  readonly annotated: SlotRows
}

/** @param account only events of this one */
export function compareBounds(timeline: Timeline, a: Bound, b: Bound, account?: number): Difference {
  const from = Math.min(a.position, b.position)
  const to = Math.max(a.position, b.position)
  const tally = recordedTally(timeline)
  const ofAccount = account === undefined ? undefined : othersOf(timeline, from, to, account)
  const others = ofAccount?.counts ?? tally.between(from, to).counts
  for (let kind = 0; kind < KIND_COUNT; kind++) if (holdsKind(ENTRY_KINDS, kind)) others[kind] = 0
  return {
    added: onlyIn(timeline, b, a, account),
    gone: onlyIn(timeline, a, b, account),
    others,
    annotated: ofAccount?.annotated ?? tally.rowsBetween(from, to, ANNOTATIONS),
  }
}

function othersOf(
  timeline: Timeline,
  from: number,
  to: number,
  wanted: number,
): { counts: Uint32Array; annotated: SlotRows } {
  const { kind, account } = timeline.columns
  const counts = new Uint32Array(KIND_COUNT)
  const annotated: number[] = []
  for (let slot = from; slot < to; slot++) {
    if (account[slot] !== wanted) continue
    const each = kind[slot] as number
    counts[each] = (counts[each] as number) + 1
    if (holdsKind(ANNOTATIONS, each)) annotated.push(slot)
  }
  return { counts, annotated: listedRows(Uint32Array.from(annotated)) }
}
