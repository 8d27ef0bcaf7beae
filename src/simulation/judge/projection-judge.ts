/** Holds what a tab shows against a replay of the events it says it has seen, after every turn in which that grew. */
import { dayNumber } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { naiveAccounts, naiveBalances } from '../../projections/testing/naive-ledger'
import type { Timeline } from '../../projections/timeline'
import { type AccountAt, accountsAt } from '../../time-travel/accounts-at'
import { balancesAt } from '../../time-travel/balances-at'
import { resolveMoment } from '../../time-travel/resolve-moment'
import { require } from './fault'
import { NaiveFold } from './naive-fold'

export class ProjectionJudge {
  #fold = new NaiveFold()
  #timeline: Timeline | undefined

  constructor(private readonly who: string) {}

  look(timeline: Timeline, events: readonly RecordedEvent[]): void {
    const { size } = timeline
    if (timeline === this.#timeline && size === this.#fold.size) return
    require(size <= events.length, () => `${this.who} shows ${size} events, there are ${events.length}.`)
    if (timeline !== this.#timeline || size < this.#fold.size) this.#fold = new NaiveFold()
    this.#timeline = timeline
    for (const event of events.slice(this.#fold.size, size)) this.#fold.apply(event)
    const shown = balancesAt(timeline, resolveMoment(timeline, 'now'))
    const right = [...this.#fold.accounts]
    require(shown.length === right.length, () => `${this.who} shows ${shown.length} accounts, not ${right.length}.`)
    for (const [number, [id, { balance }]] of right.entries()) {
      const track = timeline.accounts[number]?.id
      require(track === id, () => `${this.who} shows account ${track} where ${id} is.`)
      require(shown[number] === balance, () =>
        `${this.who} shows ${shown[number]} for ${id} at ${size}, not ${balance}.`)
    }
  }
}

/** The whole of it, at one moment of both clocks: slower, so not after every turn. */
export function judgeMoment(timeline: Timeline, events: readonly RecordedEvent[], position: number, day: string): void {
  const bound = { ...resolveMoment(timeline, { position }), day: dayNumber(day) }
  judgeAccounts(accountsAt(timeline, bound), events.slice(0, timeline.size), position, day)
}

/** What is told of an account at a moment. */
export type ToldAccount = Pick<AccountAt, 'id' | 'name' | 'status' | 'balance'>

/** @param told all accounts known by then; those that are opened later may be among them, as such */
export function judgeAccounts(
  told: readonly ToldAccount[],
  events: readonly RecordedEvent[],
  position: number,
  day: string,
): void {
  const balances = naiveBalances(events, { position, effectiveOn: day })
  const accounts = naiveAccounts(events, { position })
  for (const { id, name, balance, status } of told) {
    const right = balances.get(id)
    require(balance === right, () => `${id} has ${balance} at ${position} on ${day}, not ${right}.`)
    const known = accounts.find((account) => account.id === id)
    const rightly = known?.status ?? 'not-opened'
    require(status === rightly, () => `${id} is ${status} at ${position}, not ${rightly}.`)
    require(!known || known.name === name, () => `${id} is called ${name} at ${position}.`)
  }
  const missing = accounts.find(({ id }) => !told.some((account) => account.id === id))
  require(!missing, () => `${missing?.id} is missing at ${position}.`)
}
