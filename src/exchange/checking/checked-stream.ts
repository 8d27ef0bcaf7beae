/**
 * A stream of the log that is being checked, as folded so far. Effects of plain entries are summed and folded into the
 * state when somebody asks for it: nine of ten events would otherwise make a new state that nobody looks at.
 */
import type { StreamCategory } from '../../domain/stream-id'
import { type AccountState, type StreamState, withEffect } from '../../domain/stream-state'

export class CheckedStream {
  revision = 0
  /** Position of the last event that changed revision or state. */
  touchedAt = 0
  #state: StreamState | undefined
  #pending = 0

  constructor(
    /** From 1, in the order of the streams' first events. */
    readonly ordinal: number,
    readonly streamId: string,
    readonly category: StreamCategory,
    readonly id: string,
  ) {}

  get state(): StreamState | undefined {
    if (this.#pending !== 0 && this.#state?.kind === 'account') this.#state = withEffect(this.#state, this.#pending)
    this.#pending = 0
    return this.#state
  }

  set state(state: StreamState | undefined) {
    this.#state = state
    this.#pending = 0
  }

  /** What is known of the account, but for its balance; undefined where it is none, or not opened yet. */
  get account(): Omit<AccountState, 'balance'> | undefined {
    return this.#state?.kind === 'account' ? this.#state : undefined
  }

  /** Adds to the account's balance, minor units; the sum must stay a safe integer. */
  addEffect(effect: number): void {
    this.#pending += effect
  }
}
