/** Dates and instants read where they stand in stored bytes, without a text for each; the same as calendar.ts reads. */
import { daysFromEpoch, daysInMonth } from './calendar'

const MS_PER_DAY = 86_400_000
const DASH = 45
const COLON = 58

/** Days from 1970-01-01 to the date `YYYY-MM-DD` at `at`, by `isDate`; NaN where none stands there. */
export function dayInBytes(bytes: Uint8Array, at: number): number {
  const year = digits(bytes, at, 4)
  return year === 0 ? Number.NaN : dayOf(bytes, at, year)
}

/** Milliseconds from 1970 to the instant `YYYY-MM-DDTHH:mm:ss.sssZ` at `at`, by `isInstant`; NaN where none stands there. */
export function millisInBytes(bytes: Uint8Array, at: number): number {
  // T, the point before the milliseconds, Z.
  if (bytes[at + 10] !== 84 || bytes[at + 19] !== 46 || bytes[at + 23] !== 90) return Number.NaN
  if (bytes[at + 13] !== COLON || bytes[at + 16] !== COLON) return Number.NaN
  const hours = digits(bytes, at + 11, 2)
  const minutes = digits(bytes, at + 14, 2)
  const seconds = digits(bytes, at + 17, 2)
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return Number.NaN
  const day = dayOf(bytes, at, digits(bytes, at, 4))
  return day * MS_PER_DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000 + digits(bytes, at + 20, 3)
}

function dayOf(bytes: Uint8Array, at: number, year: number): number {
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return Number.NaN
  const month = digits(bytes, at + 5, 2)
  const day = digits(bytes, at + 8, 2)
  return day >= 1 && day <= daysInMonth(year, month) ? daysFromEpoch(year, month, day) : Number.NaN
}

/** NaN where one of them is no digit. */
function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index++) {
    const digit = (bytes[index] as number) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
