/** Sets of event kinds as bits, so that a pass over the column of kinds asks with one instruction. */
import type { EventType } from '../../domain/events'
import { EVENT_KINDS, isEntryKind, KIND } from '../../projections/event-kind'

/** Bit k is set for kind k. */
export type KindSet = number

export const KIND_COUNT = EVENT_KINDS.length

export const ENTRY_KINDS: KindSet = EVENT_KINDS.reduce(
  (set, _, kind) => (isEntryKind(kind) ? set | (1 << kind) : set),
  0,
)
export const REVERSALS: KindSet = 1 << KIND.EntryReversed
export const ANNOTATIONS: KindSet = 1 << KIND.EntryAnnotated

export function holdsKind(kinds: KindSet, kind: number): boolean {
  return ((kinds >>> kind) & 1) === 1
}

export function kindOf(type: EventType): number {
  return KIND[type]
}
