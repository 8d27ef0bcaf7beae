/** The last lines of the effects table: what the import does to each currency. */
import type { ImportEffect } from '../../../application/ledger-api'

export interface CurrencyEffect {
  readonly currency: string
  readonly exponent: number
  readonly accounts: number
  readonly newEntries: number
  /** Minor units, over the accounts that the import touches. */
  readonly before: number
  readonly change: number
}

export function currencyEffects(effects: readonly ImportEffect[]): readonly CurrencyEffect[] {
  const sums = new Map<string, CurrencyEffect>()
  for (const effect of effects) {
    const sum = sums.get(effect.currency)
    sums.set(effect.currency, {
      currency: effect.currency,
      exponent: effect.exponent,
      accounts: (sum?.accounts ?? 0) + 1,
      newEntries: (sum?.newEntries ?? 0) + effect.newEntries,
      before: (sum?.before ?? 0) + effect.before,
      change: (sum?.change ?? 0) + effect.change,
    })
  }
  return [...sums.values()]
}
