/** The locale of figures and dates: the reader's region as far as it speaks the language of the words. */
import { currentLanguage, isOf, type Language } from './language'

let known: string | undefined

/** A language that there are words in, and perhaps a region: `Intl` takes these, whatever the region. */
const PLAIN = /^(?:en|de)(?:-[A-Z]{2})?$/

/**
 * What every formatter and parser takes by default: English words with German figures would be one page in two
 * languages, so a Swiss reader of German has `de-CH`, and one who wants English `en`, unless the browser names a region.
 */
export function userLocale(): string {
  // Kept, because dozens of figures ask in every frame of a drag.
  known ??= localeOf(currentLanguage(), globalThis.navigator?.languages ?? [])
  return known
}

globalThis.addEventListener?.('languagechange', () => {
  known = undefined
})

/** The first of the tags that is of the language and that `Intl` knows; else the language itself. */
export function localeOf(language: Language, tags: readonly string[]): string {
  for (const tag of tags) {
    const locale = isOf(tag, language) ? acceptable(tag) : undefined
    if (locale !== undefined) return locale
  }
  return language
}

/** Browsers have named broken ones (`C`, `en-POSIX@x`). */
function acceptable(tag: string): string | undefined {
  // `Intl` looks through all its locales when it is first asked, which the page's first lines need not wait for.
  if (PLAIN.test(tag)) return tag
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag])[0]
  } catch {
    return undefined
  }
}
