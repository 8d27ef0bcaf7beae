/**
 * Dates and instants as the log writes them, without the engine's time zone or locale: a value date is a day of the
 * proleptic Gregorian calendar and nothing else.
 */

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const INSTANT = /^\d{4}-\d\d-\d\dT(\d\d):(\d\d):(\d\d)\.\d{3}Z$/
const MS_PER_DAY = 86_400_000
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** 400 Gregorian years, after which the calendar repeats. */
const DAYS_PER_ERA = 146_097
/** From 0000-03-01, where an era begins, to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468
const FIRST_MILLIS = -62_167_219_200_000
const LAST_MILLIS = 253_402_300_799_999

/** Whether this is a date that exists, `YYYY-MM-DD`, 0001-01-01 to 9999-12-31. */
export function isDate(text: unknown): boolean {
  return typeof text === 'string' && !text.startsWith('0000') && existsAsDate(text)
}

/** Days from 1970-01-01 to a date for which `isDate` holds; negative before it. −719,162 to 2,932,896. */
export function dayNumber(date: string): number {
  return daysFromEpoch(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10))
}

/**
 * The date that lies so many days after 1970-01-01.
 * @throws RangeError outside 0001-01-01 to 9999-12-31.
 */
export function dateOfDay(day: number): string {
  const date = Number.isInteger(day) ? new Date(day * MS_PER_DAY) : new Date(Number.NaN)
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  if (!isDate(text)) throw new RangeError(`Day ${day} lies outside the years 0001 to 9999`)
  return text
}

/** Whether this is a UTC instant that exists, `YYYY-MM-DDTHH:mm:ss.sssZ`. Leap seconds and 24:00 do not. */
export function isInstant(text: unknown): boolean {
  if (typeof text !== 'string') return false
  const clock = INSTANT.exec(text)
  if (!clock) return false
  return Number(clock[1]) < 24 && Number(clock[2]) < 60 && Number(clock[3]) < 60 && existsAsDate(text.slice(0, 10))
}

/** Milliseconds from 1970-01-01T00:00:00.000Z to an instant for which `isInstant` holds; negative before it. */
export function instantMillis(text: string): number {
  const seconds = (digits(text, 11, 13) * 60 + digits(text, 14, 16)) * 60 + digits(text, 17, 19)
  return dayNumber(text) * MS_PER_DAY + seconds * 1000 + digits(text, 20, 23)
}

/**
 * The instant so many milliseconds after 1970-01-01T00:00:00.000Z.
 * @throws RangeError for a fraction, or outside the years 0000 to 9999.
 */
export function instantOfMillis(ms: number): string {
  if (!Number.isInteger(ms) || ms < FIRST_MILLIS || ms > LAST_MILLIS) {
    throw new RangeError(`${ms} is no instant of the years 0000 to 9999`)
  }
  return new Date(ms).toISOString()
}

function existsAsDate(text: string): boolean {
  const parts = DATE.exec(text)
  if (!parts) return false
  const month = Number(parts[2])
  const day = Number(parts[3])
  return day >= 1 && day <= daysInMonth(Number(parts[1]), month)
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  return DAYS_IN_MONTH[month - 1] ?? 0
}

/** Days from 1970-01-01 to a date that exists. Years are taken to begin in March, so that the day that leap years add is their last. */
export function daysFromEpoch(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH
}

/** Reads digits in place: a log of a million events is parsed without a million small strings. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48
  return value
}
