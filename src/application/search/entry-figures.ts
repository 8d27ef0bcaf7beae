/**
 * What of an entry can be searched beside its words: how its date and amount are written, and the other account's
 * names. Each different date, amount and account is looked at once for a query, however many entries share it.
 */
import type { Timeline } from '../../projections/timeline'
import { searchText } from '../../projections/words/search-text'
import type { EntryFigures } from './entry-matcher'

/** How dates and amounts are written where they are searched. */
export interface FigureTexts {
  /** @param day days since 1970 */
  day(day: number): readonly string[]
  /** @param effect signed minor units */
  amount(effect: number, exponent: number): readonly string[]
}

type Held = readonly boolean[]

/** @param words in the form that `queryWords` gives */
export function entryFigures(timeline: Timeline, words: readonly string[], texts: FigureTexts): EntryFigures {
  const held = (written: readonly string[]): Held => {
    const folded = written.map(searchText)
    return words.map((word) => folded.some((text) => text.includes(word)))
  }
  const days = new Map<number, Held>()
  const names = new Map<number, Held>()
  // An amount is written with the decimals of its account's currency.
  const amounts = new Map<number, Map<number, Held>>()
  const dayOf = (day: number) => known(days, day, () => held(texts.day(day)))
  const amountOf = (effect: number, exponent: number) =>
    known(
      known(amounts, exponent, () => new Map<number, Held>()),
      effect,
      () => held(texts.amount(effect, exponent)),
    )
  const namesOf = (account: number) =>
    known(names, account, () => {
      const track = timeline.accounts[account]
      return held([track?.name ?? '', ...(track?.changes ?? []).map(({ name }) => name ?? '')])
    })
  return {
    figure: (slot, word) => {
      const { day, effect, account } = timeline.columns
      if (dayOf(day[slot] as number)[word]) return true
      const exponent = timeline.accounts[account[slot] as number]?.exponent ?? 2
      return amountOf(effect[slot] as number, exponent)[word] ?? false
    },
    name: (account, word) => namesOf(account)[word] ?? false,
  }
}

function known<Key, Value>(of: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = of.get(key)
  if (value === undefined) {
    value = make()
    of.set(key, value)
  }
  return value
}
