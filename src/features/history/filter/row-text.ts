/** Everything of a row that the filter looks at, as the row writes it and as one might type it. */

import type { EntryWords } from '../../../stores/entry-words'
import type { FigureTexts } from '../../../stores/search/entry-search'
import { formatDate, isoOfDay } from '../../../ui/format/format-date'
import { decimalText, formatMoney } from '../../../ui/format/format-money'

interface RowFacts {
  readonly words: EntryWords
  /** Name of the other account of a transfer. */
  readonly counterpart: string
  /** Signed minor units. */
  readonly effect: number
  readonly exponent: number
  /** Days since 1970. */
  readonly day: number
}

export const ROW_FIGURES: FigureTexts = {
  day: (day) => [formatDate(isoOfDay(day), 'date-with-weekday'), isoOfDay(day)],
  amount: (effect, exponent) => [formatMoney(effect, { exponent, sign: 'always' }), decimalText(effect, exponent)],
  // Months and weekdays are words too.
  couldHold: () => true,
}

export function rowText({ words, counterpart, effect, exponent, day }: RowFacts): readonly string[] {
  const { payee, memo, category } = words
  return [payee, memo, category, counterpart, ...ROW_FIGURES.amount(effect, exponent), ...ROW_FIGURES.day(day)]
}
