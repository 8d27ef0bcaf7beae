/** Who an entry is with, in the words of the list that shows it. */
import type { EntryWords } from '../entry-words'
import { nameAtPosition } from '../moments/account-words'
import { eventAtPosition } from '../time-track'

export interface PartyWords {
  transferTo(name: string): string
  transferFrom(name: string): string
  readonly transferReturned: string
  readonly reversal: string
  readonly deposit: string
  readonly withdrawal: string
}

/** The payee, or the other account, or what kind of entry it is. @param until names as after so many events */
export function partyOf(words: PartyWords, position: number, entry: EntryWords | undefined, until: number): string {
  const type = eventAtPosition(position)?.type
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
