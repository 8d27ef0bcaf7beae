/**
 * What of an entry can be searched beside its words: how its date and amount are written, and the other account's
 * names. Each different date, amount and account is looked at once for a query, however many entries share it.
 */
import { dateOfDay } from '../../domain/calendar'
import { decimalText } from '../../domain/money'
import type { Timeline } from '../../projections/timeline'
import { searchText } from '../../projections/words/search-text'
import type { EntryFigures } from './entry-matcher'

/** How dates and amounts are written where they are searched. */
export interface FigureTexts {
  /** @param day days since 1970 */
  day(day: number): readonly string[]
  /** @param effect signed minor units */
  amount(effect: number, exponent: number): readonly string[]
  /** Whether a date or amount could hold the word at all: false spares a look at each. @param word folded */
  couldHold(word: string): boolean
}

/** As scripts write them, whatever the locale. */
export const PLAIN_FIGURES: FigureTexts = {
  day: (day) => [dateOfDay(day)],
  amount: (effect, exponent) => [decimalText(effect, exponent)],
  couldHold: (word) => /^[-.\d]+$/.test(word),
}

/** Date and amount of the entry in a slot. */
export function figuresOf(timeline: Timeline, slot: number, texts: FigureTexts): readonly string[] {
  const { day, effect } = timeline.columns
  return [...texts.day(day[slot] as number), ...texts.amount(effect[slot] as number, exponentOf(timeline, slot))]
}

function exponentOf(timeline: Timeline, slot: number): number {
  return timeline.accounts[timeline.columns.account[slot] as number]?.exponent ?? 0
}

type Held = readonly boolean[]

/** @param words in the form that `queryWords` gives */
export function entryFigures(timeline: Timeline, words: readonly string[], texts: FigureTexts): EntryFigures {
  const held = (written: readonly string[]): Held => {
    const folded = written.map(searchText)
    return words.map((word) => folded.some((text) => text.includes(word)))
  }
  const couldHold = words.map((word) => texts.couldHold(word))
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
      if (!couldHold[word]) return false
      const { day, effect } = timeline.columns
      if (dayOf(day[slot] as number)[word]) return true
      return amountOf(effect[slot] as number, exponentOf(timeline, slot))[word] ?? false
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
