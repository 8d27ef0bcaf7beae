/** The reader's language, as every formatter and parser of the kit takes it by default. */

const FALLBACK = 'en'

let cached: { readonly tag: string; readonly locale: string } | undefined

/** A locale that `Intl` accepts: the browser's, or English where it names none or a broken one (`C`, `POSIX`). */
export function userLocale(): string {
  const tag = globalThis.navigator?.language ?? FALLBACK
  if (cached?.tag !== tag) cached = { tag, locale: acceptable(tag) }
  return cached.locale
}

function acceptable(tag: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag])[0] ?? FALLBACK
  } catch {
    return FALLBACK
  }
}
