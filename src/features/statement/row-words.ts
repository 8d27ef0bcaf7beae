/** What a row of a statement says of its entry. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import type { EntryWords } from '../../stores/entry-words'
import { partyOf } from '../../stores/rows/entry-party'
import type { StatementRow } from '../../stores/statement/statement-reading'
import { formatDate, isoOfDay } from '../../ui/format/format-date'

/** @param until names as after so many events */
export function whoOf(position: number, entry: EntryWords, until: number): string {
  return partyOf(words, position, entry, until)
}

/** That it was reversed, or what it reverses; none as a rule. */
export function marksOf({ reversedOn, reversesOf }: StatementRow): readonly string[] {
  return [
    ...(reversedOn === undefined ? [] : [words.reversedOn(formatDate(isoOfDay(reversedOn)))]),
    ...(reversesOf === undefined ? [] : [words.reversesOf(formatDate(isoOfDay(reversesOf)))]),
  ]
}
