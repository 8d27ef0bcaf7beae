/** What a replay knows of the streams so far: as much as `decide` asks. Ended transfers are forgotten. */
import type { DecideContext } from '../../domain/decide'
import { accountStream, parseStreamId, transferStream } from '../../domain/stream-id'
import { type AccountState, makeDecisionState, type StreamState, type TransferState } from '../../domain/stream-state'
import type { RecordedEvent } from '../../event-log/recorded-event'

/** An entry by its id; of what is no deposit or withdrawal undefined. */
export type FindEntry = (eventId: string) => { readonly position: number; readonly effect: number } | undefined

export class ReplayStates {
  readonly context: DecideContext
  readonly #fold
  #states = new Map<string, StreamState>()
  #revisions = new Map<string, number>()
  /** By currency, minor units. */
  #turnover = new Map<string, number>()
  #signs = new Map<string, { readonly position: number; readonly effect: number }>()

  constructor(private readonly find: FindEntry) {
    this.#fold = makeDecisionState({
      reversalOf: ({ data }) => {
        const entry = this.#signs.get(String(data.entryId)) ?? this.find(String(data.entryId))
        return entry && { reverses: entry.effect > 0 ? 'Deposited' : 'Withdrawn', position: entry.position }
      },
    })
    this.context = {
      ledgerId: '',
      account: (id) => this.account(id),
      transfer: (id) => this.transfer(id),
      event: () => undefined,
      expectRevision: () => undefined,
      turnoverOf: (currency) => this.turnover(currency),
    }
  }

  /** States never change, so what both share is not copied. */
  copy(): ReplayStates {
    const copy = new ReplayStates(this.find)
    copy.#states = new Map(this.#states)
    copy.#revisions = new Map(this.#revisions)
    copy.#turnover = new Map(this.#turnover)
    return copy
  }

  account(accountId: string): AccountState | undefined {
    const state = this.#states.get(accountStream(accountId))
    return state?.kind === 'account' ? state : undefined
  }

  transfer(transferId: string): TransferState | undefined {
    const state = this.#states.get(transferStream(transferId))
    return state?.kind === 'transfer' ? state : undefined
  }

  revision(streamId: string): number {
    return this.#revisions.get(streamId) ?? 0
  }

  turnover(currency: string): number {
    return this.#turnover.get(currency) ?? 0
  }

  currencyOf(streamId: string): string | undefined {
    const state = this.#states.get(streamId)
    return state?.kind === 'account' ? state.currency : undefined
  }

  take(event: RecordedEvent): void {
    // An entry whose id is new to the index: a reversal of it must find its sign.
    if (event.metadata.branchedFrom !== undefined && (event.type === 'Deposited' || event.type === 'Withdrawn')) {
      const effect = event.type === 'Deposited' ? 1 : -1
      this.#signs.set(event.eventId, { position: event.globalPosition, effect })
    }
    for (const streamId of this.#fold.touches(event)) {
      const state = this.#fold.evolve(this.#states.get(streamId), event, streamId)
      if (state.kind === 'transfer' && state.ended !== null) this.#states.delete(streamId)
      else this.#states.set(streamId, state)
    }
    const ended = event.type === 'TransferCompleted' || event.type === 'TransferFailed'
    if (ended) this.#revisions.delete(event.streamId)
    else this.#revisions.set(event.streamId, event.streamRevision)
    const currency = this.currencyOf(event.streamId)
    if (currency === undefined || parseStreamId(event.streamId)?.category !== 'account') return
    const { amount } = event.data
    if (typeof amount === 'number') this.#turnover.set(currency, this.turnover(currency) + amount)
  }
}
