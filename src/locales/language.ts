/**
 * The languages that the words are written in, and which of them the reader sees: what was chosen in this browser, else
 * the first of the browser's own that there are words in, else English.
 */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'hindsight.language'

let settled: Language = 'en'

/** The language of this page, from its first words to its last. */
export function currentLanguage(): Language {
  return settled
}

/** Once, before the program is read. */
export function settleOn(language: Language): void {
  settled = language
}

export function wantedLanguage(): Language {
  return storedLanguage() ?? languageOf(globalThis.navigator?.languages ?? [])
}

/** The first that we have of the tags a browser names, most wanted first: `['fr', 'de-AT', 'en']` → `de`. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((language) => isOf(tag, language))
    if (found) return found
  }
  return 'en'
}

export function isOf(tag: string, language: Language): boolean {
  const [primary] = tag.toLowerCase().split('-')
  return primary === language
}

/** For the next page: one that stands keeps the language it began with. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing keeps no ledger either.
  }
}

function storedLanguage(): Language | undefined {
  try {
    const value = globalThis.localStorage?.getItem(KEY)
    return LANGUAGES.find((language) => language === value)
  } catch {
    return undefined
  }
}
