/**
 * Dates and instants in the reader's locale. A date (`YYYY-MM-DD`) belongs to no time zone and is formatted in UTC;
 * an instant (milliseconds since 1970, or ISO text) is shown in the zone given, by default the reader's own.
 */
import { userLocale } from '../../locales/user-locale'

/** How a date is written, from a row's quiet weekday to a heading. */
export type DateForm =
  | 'weekday'
  | 'day-month'
  | 'date'
  | 'date-with-weekday'
  | 'full'
  | 'long'
  | 'month'
  | 'month-year'
  | 'year'

const DATE_FORMS: Readonly<Record<DateForm, Intl.DateTimeFormatOptions>> = {
  /** Mon */
  weekday: { weekday: 'short' },
  /** 23 Nov */
  'day-month': { day: 'numeric', month: 'short' },
  /** 23 Nov 2026 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Mon 23 Nov 2026 */
  'date-with-weekday': { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** Monday 23 November 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 23 November 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Nov */
  month: { month: 'short' },
  /** Nov 2026 */
  'month-year': { month: 'short', year: 'numeric' },
  /** 2026 */
  year: { year: 'numeric' },
}
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }

export interface DateOptions {
  readonly locale?: string
}
export interface InstantOptions extends DateOptions {
  /** IANA zone; by default the reader's. */
  readonly timeZone?: string
}

/** `date` is `YYYY-MM-DD`; anything else is given back as it came, so that a bad record is seen and not a crash. */
export function formatDate(date: string, form: DateForm = 'date', options: DateOptions = {}): string {
  const millis = dateMillis(date)
  if (Number.isNaN(millis)) return date
  return dateTimeFormat(options.locale ?? userLocale(), 'UTC', form).format(millis)
}

/** The day of an instant, without its time. */
export function formatInstantDate(
  instant: number | string,
  form: DateForm = 'date',
  options: InstantOptions = {},
): string {
  return dateTimeFormat(options.locale ?? userLocale(), options.timeZone, form).format(millisOf(instant))
}

/** Day and time of an instant: `Tue 12 Mar 2024, 14:03`. */
export function formatInstant(
  instant: number | string,
  form: 'date' | 'date-with-weekday' | 'full' | 'long' = 'date-with-weekday',
  options: InstantOptions = {},
): string {
  const format = dateTimeFormat(options.locale ?? userLocale(), options.timeZone, form, true)
  return format.format(millisOf(instant))
}

/** The date that it is for the reader, at this instant: `YYYY-MM-DD`. */
export function localDate(instant: number | Date = Date.now()): string {
  const day = typeof instant === 'number' ? new Date(instant) : instant
  const month = String(day.getMonth() + 1).padStart(2, '0')
  return `${String(day.getFullYear()).padStart(4, '0')}-${month}-${String(day.getDate()).padStart(2, '0')}`
}

/** `YYYY-MM-DD` of a day since 1970. */
export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Midnight UTC of a date, in milliseconds; NaN for what is none. */
export function dateMillis(date: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
}

function millisOf(instant: number | string): number {
  return typeof instant === 'number' ? instant : Date.parse(instant)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dateTimeFormat(locale: string, timeZone: string | undefined, form: DateForm, withTime = false) {
  const key = `${locale} ${timeZone ?? ''} ${form} ${withTime}`
  let made = formats.get(key)
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locale, {
      ...DATE_FORMS[form],
      ...(withTime ? CLOCK : {}),
      ...(timeZone === undefined ? {} : { timeZone }),
    })
    formats.set(key, made)
  }
  return made
}
