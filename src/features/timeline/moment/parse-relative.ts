/**
 * `3 days ago` and its like: the sentences that Intl itself writes in the reader's language and in English, read back.
 * Each sentence is kept with a # in place of its number, so that plural forms and word order are the language's own.
 */

const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type RelativeUnit = (typeof UNITS)[number]

export interface Relative {
  /** Before now. */
  readonly count: number
  readonly unit: RelativeUnit
}

/** Numbers of every plural form that a language has. */
const SAMPLES = [1, 2, 3, 5, 7, 10, 11, 20, 21, 100, 1000]
/** Words for one in languages that words are read in although the screens speak another. */
const ONE = new Set(['ein', 'eine', 'einem', 'einen', 'einer', 'une', 'un', 'una', 'een'])

/**
 * @param plain in lower case, NFKC, single spaces
 * @param numbers by word
 */
export function parseRelative(
  plain: string,
  locale: string,
  numbers: ReadonlyMap<string, number>,
): Relative | undefined {
  const found = numbered(plain, numbers)
  if (found === undefined) return daysByWord(plain, locale)
  const unit = sentencesIn(locale).get(found.sentence) ?? sentencesIn('en').get(found.sentence)
  return unit === undefined ? undefined : { count: found.count, unit }
}

/** Whether it says something of the future: `in 3 days`, `tomorrow`, `nächste Woche`. */
export function liesAhead(plain: string, locale: string, numbers: ReadonlyMap<string, number>): boolean {
  const sentence = numbered(plain, numbers)?.sentence
  return [locale, 'en'].some((language) => {
    if (sentence !== undefined && sentencesIn(language, 1).has(sentence)) return true
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    return ([1, 2] as const).some((count) => UNITS.some((unit) => folded(words.format(count, unit)) === plain))
  })
}

/** The text with a # in place of its number, whether in figures or a word. */
function numbered(
  plain: string,
  numbers: ReadonlyMap<string, number>,
): { readonly sentence: string; readonly count: number } | undefined {
  const figures = /\d+/.exec(plain)
  if (figures) return { sentence: replaced(plain, figures), count: Number(figures[0]) }
  for (const word of plain.matchAll(/\p{L}+/gu)) {
    const count = numbers.get(word[0]) ?? (ONE.has(word[0]) ? 1 : undefined)
    if (count !== undefined) return { sentence: replaced(plain, word), count }
  }
  return undefined
}

function replaced(plain: string, { 0: text, index = 0 }: RegExpMatchArray): string {
  return `${plain.slice(0, index)}#${plain.slice(index + text.length)}`
}

/** The day before yesterday, where the language has a word for it. */
function daysByWord(plain: string, locale: string): Relative | undefined {
  for (const language of [locale, 'en']) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    if (folded(words.format(-2, 'day')) === plain) return { count: 2, unit: 'day' }
  }
  return undefined
}

const known = new Map<string, ReadonlyMap<string, RelativeUnit>>()

function sentencesIn(locale: string, towards: -1 | 1 = -1): ReadonlyMap<string, RelativeUnit> {
  const key = `${locale} ${towards}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const sentences = new Map<string, RelativeUnit>()
  for (const style of ['long', 'short', 'narrow'] as const) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style })
    for (const unit of UNITS) {
      for (const count of SAMPLES) {
        const sentence = words
          .formatToParts(towards * count, unit)
          .map((part) => (part.type === 'literal' ? part.value : part.type === 'integer' ? '#' : ''))
          .join('')
          .replace(/#+/, '#')
        // Where two units are written alike, the longer style said which.
        if (!sentences.has(folded(sentence))) sentences.set(folded(sentence), unit)
      }
    }
  }
  known.set(key, sentences)
  return sentences
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
