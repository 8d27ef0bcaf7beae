/** Everything of a row that the filter looks at, in the form in which it is compared. */
import type { EntryWords } from '../../../stores/entry-words'
import { formatDate } from '../../../ui/format/format-date'
import { decimalText, formatMoney } from '../../../ui/format/format-money'
import { isoOfDay } from '../iso-of-day'
import { searchText } from './search-text'

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

export function rowText({ words, counterpart, effect, exponent, day }: RowFacts): readonly string[] {
  const date = isoOfDay(day)
  return [
    words.payee,
    words.memo,
    words.category,
    counterpart,
    formatMoney(effect, { exponent, sign: 'always' }),
    decimalText(effect, exponent),
    formatDate(date, 'date-with-weekday'),
    date,
  ].map(searchText)
}
