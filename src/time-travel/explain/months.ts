/** Months as whole numbers, 12 a year from the year 0 on: what days are grouped by. */
import { daysFromEpoch } from '../../domain/calendar'

/** 400 Gregorian years, after which the calendar repeats, and the days from 0000-03-01 to 1970-01-01. */
const DAYS_PER_ERA = 146_097
const DAYS_TO_EPOCH = 719_468

/** The month of a day since 1970. Without dates: a total of a million entries asks a million times. */
export function monthOfDay(day: number): number {
  const sinceMarch = day + DAYS_TO_EPOCH
  const era = Math.floor(sinceMarch / DAYS_PER_ERA)
  const dayOfEra = sinceMarch - era * DAYS_PER_ERA
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  // Years begin in March here, so that the day that leap years add is their last.
  return (era * 400 + yearOfEra) * 12 + 2 + Math.floor((5 * dayOfYear + 2) / 153)
}

/** The first day of a month, in days since 1970. */
export function firstDayOf(month: number): number {
  return daysFromEpoch(Math.floor(month / 12), (month % 12) + 1, 1)
}

/** `YYYY-MM` of a month, and back; undefined for what is none. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

export function monthFrom(text: string): number | undefined {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : undefined
}
