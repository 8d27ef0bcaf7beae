/** How texts are compared: without case, accents or width, every word of the query somewhere. */

/** No accent, nothing that NFKD would take apart; the mark of exact-words.ts may be there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a character that no text has is what marks a field
const PLAIN = /^[\x1f-\x7e]*$/

/** The form in which texts are compared: 'Bäckerei' and 'backerei' are the same. */
export function searchText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('−', '-').replaceAll(/\s/g, ' ')
}

/** The words of a query, each once; none in a query of nothing. */
export function queryWords(query: string): readonly string[] {
  return [...new Set(searchText(query).split(' '))].filter((word) => word !== '')
}
