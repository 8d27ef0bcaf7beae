/** What the timeline knows of one event without reading the log. */
import type { EventType } from '../domain/events'
import { typeOfKind } from '../projections/event-kind'
import type { Timeline } from '../projections/timeline'

export interface EventAt {
  readonly type: EventType
  /** Number of its account in opening order; undefined for events of no account. */
  readonly account: number | undefined
  /** Signed minor units; 0 for what is no entry. */
  readonly effect: number
}

/** The event at a position; undefined where there is none. */
export function eventAt(timeline: Timeline, position: number): EventAt | undefined {
  if (position < 1 || position > timeline.size) return undefined
  const { kind, account, effect } = timeline.columns
  const slot = position - 1
  const number = account[slot] as number
  return {
    type: typeOfKind(kind[slot] as number),
    // NO_ACCOUNT is beyond every account there is.
    account: number < timeline.accounts.length ? number : undefined,
    effect: effect[slot] as number,
  }
}
