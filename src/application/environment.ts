/** What the application takes from the world: clock, calendar and ids. Tests pass their own. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number
  /** Today in the user's time zone, `YYYY-MM-DD`. */
  today(): string
  /** A new UUID, version 7. */
  newId(): string
}

/** Today's date where the user is: a value date is a day on their calendar, never a UTC day. */
export function localDate(millis: number): string {
  const date = new Date(millis)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
