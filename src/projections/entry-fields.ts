/** A deposit or withdrawal without an event for it: what a reader of the log's bytes found of one. */

/** Ids are four 32-bit words in an array, from an index on. */
export interface EntryFields {
  readonly type: 'Deposited' | 'Withdrawn'
  readonly globalPosition: number
  readonly streamRevision: number
  /** Milliseconds since 1970. */
  readonly recordedAt: number
  /** Days since 1970 of the value date. */
  readonly day: number
  /** Minor units, above 0. */
  readonly amount: number
  readonly eventIds: Uint32Array
  readonly eventIdAt: number
  readonly accountIds: Uint32Array
  readonly accountIdAt: number
}
