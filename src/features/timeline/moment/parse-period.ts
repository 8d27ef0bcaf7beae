/** Weeks, months, quarters and years by name, in the reader's language and in English: each means its last day. */
import { parseDate } from '../../../ui/parse/parse-date'
import type { Shifted, TypedPatterns } from './typed-patterns'

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year'

export interface NamedPeriod {
  /** Its last day, `YYYY-MM-DD`. */
  readonly date: string
  readonly period: Period
}

const DAY_MS = 86_400_000
const QUARTER_WORDS = '(?:q|t|k|kv|quarter|quartal|trimestre|kwartaal|kvartal)'
/** 2024-Q1, 2024 q1, 2024q1. */
const YEAR_QUARTER = new RegExp(`^(\\d{4})[\\s-]*${QUARTER_WORDS}\\.?\\s*([1-4])$`, 'u')
/** Q1 2024, q1/2024, 1. quartal 2024, 1st quarter of 2024; the year may be left out. */
const QUARTER_YEAR = new RegExp(
  `^(?:${QUARTER_WORDS}\\.?\\s*([1-4])|([1-4])(?:\\.|st|nd|rd|th|er|e|º|o)?\\s*${QUARTER_WORDS})(?:[\\s/-]+(?:of |de |von )?(\\d{4}))?$`,
  'u',
)
/** The same with a number that no quarter has. */
const NO_QUARTER = new RegExp(
  `^(?:\\d{4}[\\s-]*${QUARTER_WORDS}\\.?\\s*([05-9])|${QUARTER_WORDS}\\.?\\s*([05-9])(?:[\\s/-]+(?:of |de |von )?\\d{4})?|([05-9])(?:\\.|th|er|e|º|o)?\\s*${QUARTER_WORDS}(?:[\\s/-]+(?:of |de |von )?\\d{4})?)$`,
  'u',
)
const WEEK = /^(\d{4})[\s-]*[wk][wk]?\s*(\d{1,2})$/

/** @param plain in lower case, NFKC, single spaces */
export function endOfNamedPeriod(
  plain: string,
  patterns: TypedPatterns,
  locale: string,
  today: string,
): NamedPeriod | undefined {
  const relative = patterns.periods.get(plain) ?? thisOrLast(plain, locale)
  if (relative !== undefined) return { date: endOf(relative.period, today, relative.shift), period: relative.period }
  return quarter(plain, today) ?? week(plain, patterns, today) ?? monthOrYear(plain, locale, today)
}

function quarter(plain: string, today: string): NamedPeriod | undefined {
  const yearFirst = YEAR_QUARTER.exec(plain)
  const yearLast = QUARTER_YEAR.exec(plain)
  const number = Number(yearFirst?.[2] ?? yearLast?.[1] ?? yearLast?.[2])
  if (Number.isNaN(number)) return undefined
  const given = yearFirst?.[1] ?? yearLast?.[3]
  const isAhead = (number - 1) * 3 + 1 > Number(today.slice(5, 7))
  const year = given === undefined ? Number(today.slice(0, 4)) - (isAhead ? 1 : 0) : Number(given)
  const date = lastOfMonth(year, number * 3)
  return date === undefined ? undefined : { date, period: 'quarter' }
}

/** ISO 8601: weeks begin on Monday, and the first has 4 January in it. Without a year, the latest that has begun. */
function week(plain: string, patterns: TypedPatterns, today: string): NamedPeriod | undefined {
  const typed = typedWeek(plain, patterns)
  if (typed === undefined) return undefined
  const { number } = typed
  if (typed.year !== undefined) return weekOf(typed.year, number)
  const year = Number(today.slice(0, 4))
  const ofThisYear = weekOf(year, number)
  const hasBegun = ofThisYear !== undefined && ofThisYear.date <= endOf('week', today, 0)
  return hasBegun ? ofThisYear : weekOf(year - 1, number)
}

/** The number of a quarter that there is not. */
export function typedQuarter(plain: string): number | undefined {
  const digit = plain.match(NO_QUARTER)?.slice(1).find(Boolean)
  return digit === undefined ? undefined : Number(digit)
}

/** A week by its number, whether there is one or not. */
export function typedWeek(
  plain: string,
  { week: pattern }: TypedPatterns,
): { readonly number: number; readonly year: number | undefined } | undefined {
  const yearFirst = WEEK.exec(plain)
  if (yearFirst) return { number: Number(yearFirst[2]), year: Number(yearFirst[1]) }
  const named = pattern.exec(plain)
  if (!named) return undefined
  return { number: Number(named[1] ?? named[2]), year: named[3] === undefined ? undefined : Number(named[3]) }
}

/** 52 or 53. */
export function lastWeekOf(year: number): number {
  return weekOf(year, 53) === undefined ? 52 : 53
}

function weekOf(year: number, number: number): NamedPeriod | undefined {
  const firstMonday = mondayOf(Date.parse(`${String(year).padStart(4, '0')}-01-04T00:00:00Z`))
  const sunday = firstMonday + (number * 7 - 1) * DAY_MS
  // The Thursday of a week is in the year that the week belongs to.
  const isOfYear = new Date(sunday - 3 * DAY_MS).getUTCFullYear() === year
  return number < 1 || !isOfYear ? undefined : { date: isoDate(sunday), period: 'week' }
}

/** What parse-date reads as a month or a year, told from a day by what day it comes to on another today. */
function monthOrYear(plain: string, locale: string, today: string): NamedPeriod | undefined {
  const date = parseDate(plain, { locale, today })
  if (date === undefined) return undefined
  if (/^\d{4}$/.test(plain)) return { date, period: 'year' }
  const figures = plain.match(/\d+/g) ?? []
  const hasYear = figures.some((figure) => figure.length === 4)
  const isMonth = /\d{8}/.test(plain)
    ? false
    : figures.length === 0
      ? date === lastOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) && isMonthName(plain, locale)
      : hasYear && figures.length === (/\p{L}/u.test(plain.replace(/[年月日]/gu, '')) ? 1 : 2)
  return isMonth ? { date, period: 'month' } : undefined
}

function isMonthName(plain: string, locale: string): boolean {
  // A month alone is its last day whatever today is; a weekday or yesterday moves with today.
  return [1, 2].every((day) => {
    const date = parseDate(plain, { locale, today: `2024-12-${String(28 + day)}` })
    return date !== undefined && date === lastOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  })
}

const known = new Map<string, ReadonlyMap<string, Shifted>>()

function thisOrLast(plain: string, locale: string): Shifted | undefined {
  return namesIn(locale).get(plain) ?? namesIn('en').get(plain)
}

/** `last month`, `dieses Quartal`, `la semaine dernière`: as Intl writes them. */
function namesIn(locale: string): ReadonlyMap<string, Shifted> {
  const kept = known.get(locale)
  if (kept !== undefined) return kept
  const names = new Map<string, Shifted>()
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const period of ['week', 'month', 'quarter', 'year'] as const) {
    for (const shift of [0, -1]) {
      const name = words.format(shift, period).normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
      if (!/\d/.test(name)) names.set(name, { period, shift })
    }
  }
  // Cases that German writes as readily: letzter Monat, letztes Jahr, letzte Woche.
  for (const [name, shifted] of [...names]) {
    for (const ending of ['r', 's', 'n']) {
      const other = name.replace(/^(letzt|vorig|dies)e[nrs]?(?= )/, `$1e${ending}`)
      if (!names.has(other)) names.set(other, shifted)
    }
  }
  known.set(locale, names)
  return names
}

function endOf(period: Shifted['period'], today: string, shift: number): string {
  if (period === 'week') return isoDate(mondayOf(Date.parse(`${today}T00:00:00Z`)) + (6 + 7 * shift) * DAY_MS)
  const [year, month] = today.split('-').map(Number) as [number, number]
  if (period === 'year') return lastOfMonth(year + shift, 12) ?? today
  const last = period === 'month' ? month + shift : Math.ceil(month / 3) * 3 + 3 * shift
  return last < 1 ? (lastOfMonth(year - 1, last + 12) ?? today) : (lastOfMonth(year, last) ?? today)
}

function lastOfMonth(year: number, month: number): string | undefined {
  if (!(year >= 1 && year <= 9999)) return undefined
  const last = new Date(Date.UTC(2000, 0, 1))
  last.setUTCFullYear(year, month, 0)
  return last.toISOString().slice(0, 10)
}

function mondayOf(millis: number): number {
  return millis - ((new Date(millis).getUTCDay() + 6) % 7) * DAY_MS
}

function isoDate(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10)
}
