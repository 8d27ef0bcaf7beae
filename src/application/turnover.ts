/**
 * The sum of all amounts of a currency in the log. LOG-FORMAT keeps it a safe integer, so that no balance or total can
 * ever overflow; a command that would pass it is refused as `amount-too-large`.
 */
import type { Timeline } from '../projections/timeline'

export class Turnover {
  #sums: number[] = []
  #upTo = 0
  #timeline: Timeline | undefined

  constructor(private readonly current: () => Timeline) {}

  /** Minor units, over every recorded entry. Amortised one addition an event. */
  of(currency: string): number {
    this.#advance()
    const timeline = this.current()
    let sum = 0
    for (const account of timeline.accounts) {
      if (account.currency === currency) sum += this.#sums[account.number] ?? 0
    }
    return sum
  }

  #advance(): void {
    const timeline = this.current()
    if (timeline !== this.#timeline) {
      this.#timeline = timeline
      this.#sums = []
      this.#upTo = 0
    }
    for (; this.#upTo < timeline.size; this.#upTo++) {
      const effect = timeline.columns.effect[this.#upTo] ?? 0
      const account = timeline.columns.account[this.#upTo] ?? 0
      if (effect !== 0) this.#sums[account] = (this.#sums[account] ?? 0) + Math.abs(effect)
    }
  }
}
