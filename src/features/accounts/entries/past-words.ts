/** What was written before is what is written again: suggestions for payee and category, from an account's past entries. */

interface Entry {
  readonly payee?: string
  readonly category?: string
}

export interface PastWords {
  /** Most used first; of equals the one used last. */
  readonly payees: readonly string[]
  readonly categories: readonly string[]
  /** The category that this payee had last. */
  categoryOf(payee: string): string | undefined
}

/** `entries` newest first. */
export function pastWords(entries: readonly Entry[]): PastWords {
  const lastCategory = new Map<string, string>()
  for (const { payee, category } of entries) {
    if (payee && category && !lastCategory.has(payee)) lastCategory.set(payee, category)
  }
  return {
    payees: byUse(entries.map(({ payee }) => payee)),
    categories: byUse(entries.map(({ category }) => category)),
    categoryOf: (payee) => lastCategory.get(payee),
  }
}

function byUse(words: readonly (string | undefined)[]): readonly string[] {
  const uses = new Map<string, number>()
  for (const word of words) if (word) uses.set(word, (uses.get(word) ?? 0) + 1)
  // A stable sort keeps the order of first sight, which is newest first, among equals.
  return [...uses].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}
