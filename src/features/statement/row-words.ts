/** What a row of a statement says of its entry. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import type { EntryWords } from '../../stores/entry-words'
import { nameAtPosition } from '../../stores/moments/account-words'
import type { StatementRow } from '../../stores/statement/statement-reading'
import { eventAtPosition } from '../../stores/time-track'
import { formatDate, isoOfDay } from '../../ui/format/format-date'

/** The payee, or the other account, or what kind of entry it is. @param until names as after so many events */
export function whoOf(position: number, entry: EntryWords, until: number): string {
  const other = entry.counterpartId === undefined ? '' : nameAtPosition(entry.counterpartId, until)
  switch (eventAtPosition(position)?.type) {
    case 'TransferSent':
      return words.transferTo(other)
    case 'TransferReceived':
      return words.transferFrom(other)
    case 'TransferReturned':
      return words.transferReturned
    case 'EntryReversed':
      return entry.payee || words.reversal
    case 'Deposited':
      return entry.payee || words.deposit
    default:
      return entry.payee || words.withdrawal
  }
}

/** That it was reversed, or what it reverses; none as a rule. */
export function marksOf({ reversedOn, reversesOf }: StatementRow): readonly string[] {
  return [
    ...(reversedOn === undefined ? [] : [words.reversedOn(formatDate(isoOfDay(reversedOn)))]),
    ...(reversesOf === undefined ? [] : [words.reversesOf(formatDate(isoOfDay(reversesOf)))]),
  ]
}
