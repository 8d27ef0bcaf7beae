/** What a row says of an entry: who, and what was corrected. */
import { compareMessages as words } from '../../../../locales/en/moments/compare'
import type { EntryWords } from '../../../../stores/entry-words'
import { nameAtPosition } from '../../../../stores/moments/account-words'
import { eventAtPosition } from '../../../../stores/time-track'

/** Days since 1970 as `YYYY-MM-DD`. */
export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** The payee, or the other account, or what kind of entry it is. @param until names as after so many events */
export function whoOf(slot: number, entry: EntryWords | undefined, until: number): string {
  const type = eventAtPosition(slot + 1)?.type
  const other = entry?.counterpartId === undefined ? '' : nameAtPosition(entry.counterpartId, until)
  switch (type) {
    case 'TransferSent':
      return words.transferTo(other)
    case 'TransferReceived':
      return words.transferFrom(other)
    case 'TransferReturned':
      return words.transferReturned
    case 'EntryReversed':
      return entry?.payee || words.reversal
    default:
      return entry?.payee || (type === 'Deposited' ? words.deposit : words.withdrawal)
  }
}

/** Which words a correction changed, as `before → after`. */
export function correctionOf(before: EntryWords, after: EntryWords): string {
  return (['payee', 'memo', 'category'] as const)
    .filter((word) => before[word] !== after[word])
    .map((word) => words.corrected(before[word] || words.noWord, after[word] || words.noWord))
    .join(' · ')
}
