/** Dates as days since 1970, as the timeline counts them, and back. */
const DAY_MS = 86_400_000

export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
