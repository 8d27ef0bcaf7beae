/** What a row says of an entry: who, and what was corrected. */
import { compareMessages as words } from '../../../../locales/en/moments/compare'
import type { EntryWords } from '../../../../stores/entry-words'
import { partyOf } from '../../../../stores/rows/entry-party'

/** @param until names as after so many events */
export function whoOf(slot: number, entry: EntryWords | undefined, until: number): string {
  return partyOf(words, slot + 1, entry, until)
}

/** Which words a correction changed, as `before → after`. */
export function correctionOf(before: EntryWords, after: EntryWords): string {
  return (['payee', 'memo', 'category'] as const)
    .filter((word) => before[word] !== after[word])
    .map((word) => words.corrected(before[word] || words.noWord, after[word] || words.noWord))
    .join(' · ')
}
