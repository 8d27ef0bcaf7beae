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
/** Words for one, where a person writes a word: a month ago. */
const ONE: Readonly<Record<string, string>> = { en: 'an?|one', de: 'eine[mnr]?', fr: 'une?', es: 'una?', nl: 'een' }

/** @param plain in lower case, NFKC, single spaces */
export function parseRelative(plain: string, locale: string): Relative | undefined {
  const number = /\d+/.exec(plain)
  if (number === null) return daysByWord(plain, locale) ?? oneByWord(plain, locale)
  const sentence = `${plain.slice(0, number.index)}#${plain.slice(number.index + number[0].length)}`
  const unit = unitOf(sentence, locale)
  return unit === undefined ? undefined : { count: Number(number[0]), unit }
}

function unitOf(sentence: string, locale: string): RelativeUnit | undefined {
  return sentencesIn(locale).get(sentence) ?? sentencesIn('en').get(sentence)
}

function oneByWord(plain: string, locale: string): Relative | undefined {
  for (const words of [ONE[locale.split('-')[0] ?? ''], ONE.en]) {
    const unit = words && unitOf(plain.replace(new RegExp(`(?<=^|\\s)(?:${words})(?=\\s)`, 'u'), '#'), locale)
    if (unit) return { count: 1, unit }
  }
  return undefined
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

function sentencesIn(locale: string): ReadonlyMap<string, RelativeUnit> {
  const kept = known.get(locale)
  if (kept !== undefined) return kept
  const sentences = new Map<string, RelativeUnit>()
  for (const style of ['long', 'short', 'narrow'] as const) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style })
    for (const unit of UNITS) {
      for (const count of SAMPLES) {
        const sentence = words
          .formatToParts(-count, unit)
          .map((part) => (part.type === 'literal' ? part.value : part.type === 'integer' ? '#' : ''))
          .join('')
          .replace(/#+/, '#')
        // Where two units are written alike, the longer style said which.
        if (!sentences.has(folded(sentence))) sentences.set(folded(sentence), unit)
      }
    }
  }
  known.set(locale, sentences)
  return sentences
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
