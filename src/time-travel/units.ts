/** What can be added up: accounts of one currency and exponent. The log states the exponent with each account. */
import type { Timeline } from '../projections/timeline'

export interface Unit {
  readonly currency: string
  /** Decimals of the minor unit. */
  readonly exponent: number
  /** Position at which its first account was opened. */
  readonly openedPosition: number
}

export interface Units {
  /** In the order of their first accounts. */
  readonly units: readonly Unit[]
  /** Index of the unit, by number of account. */
  readonly ofAccount: Uint32Array
}

const kept = new WeakMap<Timeline, Units>()

/** Computed again only when accounts were opened. */
export function unitsOf(timeline: Timeline): Units {
  const known = kept.get(timeline)
  if (known?.ofAccount.length === timeline.accounts.length) return known
  const units: Unit[] = []
  const indices = new Map<string, number>()
  const ofAccount = Uint32Array.from(timeline.accounts, ({ currency, exponent, openedPosition }) => {
    const key = `${currency}/${exponent}`
    const index = indices.get(key) ?? units.push({ currency, exponent, openedPosition }) - 1
    indices.set(key, index)
    return index
  })
  const computed = { units, ofAccount }
  kept.set(timeline, computed)
  return computed
}
