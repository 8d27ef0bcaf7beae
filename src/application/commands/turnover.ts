/**
 * The sum of all amounts of a currency in the log. LOG-FORMAT keeps it a safe integer, so that no balance or total can
 * ever overflow; a command that would pass it is refused as `amount-too-large`. The steps that transfers in transit have
 * yet to take count too: what has been begun must be able to end.
 */

import type { StreamState } from '../../domain/stream-state'
import { amountToCome } from '../../domain/transfer-process'
import type { EventLog } from '../../event-log/event-log'
import type { Timeline } from '../../projections/timeline'
import { openTransfers } from './open-transfers'

/** Events: some milliseconds. */
const AT_ONCE = 200_000

export class Turnover {
  #sums = new Map<string, number>()
  #upTo = 0
  #timeline: Timeline | undefined
  #toCome = new Map<string, number>()

  constructor(
    private readonly log: Pick<EventLog<StreamState>, 'readStreamRow'>,
    private readonly current: () => Timeline,
  ) {}

  /** Looks at the transfers in transit; to be called before `of` is asked in a transaction, which can read no more. */
  async prepare(): Promise<void> {
    this.#toCome = new Map()
    const { accounts } = this.current()
    const open = openTransfers(this.current())
    if (open.length === 0) return
    const currencies = [...new Set(accounts.map((account) => account.currency))]
    const currencyOf = (accountId: string) => accounts.find((account) => account.id === accountId)?.currency
    for (const streamId of open) {
      const state = (await this.log.readStreamRow(streamId))?.state
      if (state?.kind !== 'transfer') continue
      for (const currency of currencies) {
        this.#toCome.set(currency, (this.#toCome.get(currency) ?? 0) + amountToCome(state, currency, currencyOf))
      }
    }
  }

  /**
   * Looks at some of the events that the first command would else look at: for a moment in which nobody waits.
   * @returns whether all are looked at
   */
  ahead(): boolean {
    const { size } = this.current()
    this.#advance(Math.min(size, this.#upTo + AT_ONCE))
    return this.#upTo >= size
  }

  /** Minor units, over every recorded entry and those to come. Amortised one addition an event. */
  of(currency: string): number {
    this.#advance(this.current().size)
    return (this.#toCome.get(currency) ?? 0) + (this.#sums.get(currency) ?? 0)
  }

  #advance(to: number): void {
    const timeline = this.current()
    if (timeline !== this.#timeline) {
      this.#timeline = timeline
      this.#sums = new Map()
      this.#upTo = 0
    }
    const { effect, account } = timeline.columns
    // By account first: of a long log that is an addition an event, and a text an account.
    const byAccount =
      to - this.#upTo > timeline.accounts.length ? new Float64Array(timeline.accounts.length) : undefined
    for (; this.#upTo < to; this.#upTo++) {
      const amount = Math.abs(effect[this.#upTo] as number)
      if (amount === 0) continue
      const number = account[this.#upTo] as number
      if (byAccount) byAccount[number] = (byAccount[number] as number) + amount
      else this.#add(timeline, number, amount)
    }
    for (const [number, amount] of byAccount?.entries() ?? []) if (amount > 0) this.#add(timeline, number, amount)
  }

  #add(timeline: Timeline, account: number, amount: number): void {
    const currency = timeline.accounts[account]?.currency
    if (currency !== undefined) this.#sums.set(currency, (this.#sums.get(currency) ?? 0) + amount)
  }
}
