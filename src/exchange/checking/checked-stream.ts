/** A stream of the log that is being checked. */
import type { StreamCategory } from '../../domain/stream-id'
import type { StreamState } from '../../domain/stream-state'

/** A stream as folded so far. */
export interface CheckedStream {
  /** From 1, in the order of the streams' first events. */
  readonly ordinal: number
  readonly streamId: string
  readonly category: StreamCategory
  readonly id: string
  revision: number
  state: StreamState | undefined
  /** Position of the last event that changed revision or state. */
  touchedAt: number
}
