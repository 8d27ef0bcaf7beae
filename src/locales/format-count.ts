/** A count of things: the one figure that stands in the midst of words. */
import { userLocale } from './user-locale'

const counts = new Map<string, Intl.NumberFormat>()

/** Grouped as the reader groups: `3,411`. */
export function formatCount(count: number, locale = userLocale()): string {
  let made = counts.get(locale)
  if (made === undefined) {
    made = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    counts.set(locale, made)
  }
  return made.format(count)
}
