/** The reader's language, as every formatter and parser of the kit takes it by default. */

const FALLBACK = 'en'

let known: string | undefined

/** A locale that `Intl` accepts: the browser's, or English where it names none or a broken one (`C`, `POSIX`). */
export function userLocale(): string {
  // Kept, because dozens of figures ask in every frame of a drag.
  known ??= acceptable(globalThis.navigator?.language ?? FALLBACK)
  return known
}

globalThis.addEventListener?.('languagechange', () => {
  known = undefined
})

function acceptable(tag: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag])[0] ?? FALLBACK
  } catch {
    return FALLBACK
  }
}
