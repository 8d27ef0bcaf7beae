/** How far apart the two clocks are for one event, in whole days of the reader. */

const DAY_MS = 86_400_000

/**
 * Days from the value date to the day of recording; negative where it was recorded ahead.
 * @param effectiveOn `YYYY-MM-DD`
 * @param recordedAt UTC instant
 * @param offsetMinutes the reader's distance from UTC, as `getTimezoneOffset` gives it
 */
export function dayDistance(effectiveOn: string, recordedAt: string, offsetMinutes: number): number {
  const recorded = Math.floor((Date.parse(recordedAt) - offsetMinutes * 60_000) / DAY_MS)
  return recorded - Math.round(Date.parse(`${effectiveOn}T00:00:00Z`) / DAY_MS)
}
