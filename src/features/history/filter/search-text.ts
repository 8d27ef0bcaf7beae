/** How the filter compares: without case, accents or width, every word of the query somewhere in the row. */

/** The form in which texts are compared: 'Bäckerei' and 'backerei' are the same. */
export function searchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('−', '-')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** Whether a row answers to the query; an empty query answers to all. */
export type RowMatcher = (texts: readonly string[]) => boolean

/** `texts` given to the matcher must have gone through `searchText`. */
export function rowMatcher(query: string): RowMatcher | undefined {
  const words = searchText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return undefined
  return (texts) => words.every((word) => texts.some((text) => text.includes(word)))
}
