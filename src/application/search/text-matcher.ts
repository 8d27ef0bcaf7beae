/** Whether texts answer to a query: without case, accents or width, every word of it somewhere in one of them. */
import { queryWords, searchText } from '../../projections/words/search-text'

export type TextMatcher = (texts: readonly (string | undefined)[]) => boolean

/** undefined for a query without words, which filters nothing. */
export function textMatcher(query: string): TextMatcher | undefined {
  const words = queryWords(query)
  if (words.length === 0) return undefined
  return (texts) => {
    const folded = texts.map((text) => searchText(text ?? ''))
    return words.every((word) => folded.some((text) => text.includes(word)))
  }
}
