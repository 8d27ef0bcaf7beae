/** Days of the timeline as dates. */

/** `YYYY-MM-DD` of a day since 1970, for years 0 to 9999. */
export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
