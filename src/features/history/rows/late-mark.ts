/** What counts as learned late, and is marked so. */

const DAY_MS = 86_400_000

/**
 * A day apart may only be a time zone or a late evening; from two on the ledger did not know in time.
 * @param day value date, in days since 1970
 * @param recordedAt milliseconds since 1970
 * @param offsetMinutes the reader's distance from UTC at that instant, as `getTimezoneOffset` gives it
 */
export function isRecordedLate(day: number, recordedAt: number, offsetMinutes: number): boolean {
  return Math.floor((recordedAt - offsetMinutes * 60_000) / DAY_MS) - day >= 2
}
