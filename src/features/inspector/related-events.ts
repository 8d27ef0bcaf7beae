/** What led to an event and what followed from it, by position, as far as the timeline knows without reading the log. */
import type { Timeline } from '../../projections/timeline'

export type Relation = 'cause' | 'reverses' | 'reversal' | 'words' | 'corrects' | 'transfer'

export interface RelatedEvent {
  readonly relation: Relation
  /** globalPosition. */
  readonly position: number
}

const STEPS = ['initiated', 'sent', 'received', 'returned', 'ended'] as const

/** In the order in which a person asks: why, what undid it, what changed its words, what else happened with it. */
export function relatedEvents(timeline: Timeline, position: number, causationId: unknown): readonly RelatedEvent[] {
  const slot = position - 1
  const found: RelatedEvent[] = []
  const add = (relation: Relation, at: number | undefined) => {
    if (at !== undefined && at !== slot && !found.some((known) => known.position === at + 1)) {
      found.push({ relation, position: at + 1 })
    }
  }
  if (typeof causationId === 'string') add('cause', timeline.slotOfEvent(causationId))
  add('reverses', timeline.reverses(slot))
  add('reversal', timeline.reversedBy(slot))
  for (const annotation of timeline.annotationsOf(slot)) add('words', annotation)
  const transfer = timeline.transferOf(slot)
  if (transfer !== undefined) for (const step of STEPS) add('transfer', timeline.transfers.slot(transfer, step))
  return found
}
