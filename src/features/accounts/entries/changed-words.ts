/** What a correction has to say: only the words that differ, so that two corrections do not undo each other. */
import type { Words } from '../../../domain/events'

export interface TypedWords {
  readonly payee: string
  readonly memo: string
  readonly category: string
}

/** undefined where nothing was changed. An emptied field is a change: it clears the word. */
export function changedWords(before: TypedWords, typed: TypedWords): Words | undefined {
  const changed = (['payee', 'memo', 'category'] as const)
    .map((field) => [field, typed[field].trim()] as const)
    .filter(([field, text]) => text !== before[field])
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}
