/** What one event did to the balance of its account, as it was known when it was recorded. */
import type { Timeline } from '../../projections/timeline'
import { balanceAt } from '../../time-travel/balances-at'
import { logRowFigures } from './row-figures'

export interface BalanceStep {
  /** Of the account, and of the event. */
  readonly id: string
  readonly position: number
  readonly name: string
  /** Minor units. */
  readonly before: number
  readonly after: number
  readonly currency: string
  readonly exponent: number
}

/** undefined for what moves no money. */
export function balanceStep(timeline: Timeline, position: number): BalanceStep | undefined {
  const figures = logRowFigures(timeline, position)
  if (figures?.effect === undefined || figures.stream.kind !== 'account') return undefined
  const { minor, currency, exponent } = figures.effect
  const account = timeline.accountNumber(figures.stream.id) ?? 0
  const after = balanceAt(timeline, account, { position, day: Number.POSITIVE_INFINITY })
  return {
    id: figures.stream.id,
    position,
    name: figures.stream.name,
    before: after - minor,
    after,
    currency,
    exponent,
  }
}
