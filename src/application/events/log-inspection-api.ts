/** The log itself, as scripts have it (CONSOLE-API). */
import type { EventType } from '../../domain/events'
import type { InclusionProof } from '../../event-log/proving/inclusion-proof'
import type { RecordedEvent } from '../../event-log/recorded-event'

/** All must hold; what is left out holds for every event. */
export interface EventsOptions {
  /** Positions, inclusive. */
  readonly from?: number
  readonly to?: number
  readonly streamId?: string
  readonly types?: readonly EventType[]
  /** The account's own events, and those of the transfers in which its money moved. */
  readonly accountId?: string
  /** Exactly this category, but for case and accents. */
  readonly category?: string
  readonly correlationId?: string
  /** Every word of it in payee, memo, category, reason or a name that the event gives. */
  readonly text?: string
  /** Instants, inclusive. */
  readonly recordedFrom?: string
  readonly recordedTo?: string
  /** Value dates, inclusive: of entries and assertions. */
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
  readonly limit?: number
  readonly newestFirst?: boolean
  readonly signal?: AbortSignal
}

/** How far something that is computed from the log has come. */
export interface ProjectionStatus {
  /** The balances and histories in this page; the words for searching, and the snapshot, that are stored. */
  readonly name: 'timeline' | 'words' | 'snapshot'
  /** Events it holds. */
  readonly position: number
  /** Events it has yet to take in. */
  readonly lag: number
  /** When it last took some in, as far as this page knows. */
  readonly caughtUpAt?: string
}

/** Looking under the hood: the log itself. */
export interface LogInspection {
  events(options?: EventsOptions): Promise<RecordedEvent[]>
  /** That the event is part of the log: RFC 6962, 2.1.1. `size`: of the log whose root it leads to, the head's if left out. */
  proof(position: number, options?: { readonly size?: number }): Promise<InclusionProof>
  projections(): Promise<ProjectionStatus[]>
}
