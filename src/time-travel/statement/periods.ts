/** Periods of a statement: those that have names, as dates, and dates as days. */
import { dateOfDay, dayNumber, isDate } from '../../domain/calendar'
import type { Period } from './statement-at'

export const NAMED_PERIODS = ['this-month', 'last-month', 'this-year', 'last-year', 'all'] as const
export type NamedPeriod = (typeof NAMED_PERIODS)[number]

/** `YYYY-MM-DD`, both inclusive; undefined where the period is open. */
export interface PeriodDates {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** @param today `YYYY-MM-DD`: the day from which "this" and "last" are meant */
export function namedPeriod(name: NamedPeriod, today: string): PeriodDates {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  switch (name) {
    case 'this-month':
      return monthOf(year, month)
    case 'last-month':
      return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1)
    case 'this-year':
      return { from: dateOf(year, 1), to: `${dateOf(year, 12).slice(0, 8)}31` }
    case 'last-year':
      return namedPeriod('this-year', dateOf(year - 1, 1))
    case 'all':
      return { from: undefined, to: undefined }
  }
}

/** What the period is called on that day; undefined where it has no name. */
export function nameOfPeriod({ from, to }: PeriodDates, today: string): NamedPeriod | undefined {
  return NAMED_PERIODS.find((name) => {
    const named = namedPeriod(name, today)
    return named.from === from && named.to === to
  })
}

/** What is no date that exists leaves the period open on its side. */
export function periodOfDates({ from, to }: PeriodDates): Period {
  return {
    from: from !== undefined && isDate(from) ? dayNumber(from) : Number.NEGATIVE_INFINITY,
    to: to !== undefined && isDate(to) ? dayNumber(to) : Number.POSITIVE_INFINITY,
  }
}

/** A text for a date, or undefined where it is none. */
export function dateOrNone(text: string | undefined): string | undefined {
  return text !== undefined && isDate(text) ? text : undefined
}

function monthOf(year: number, month: number): PeriodDates {
  const next = month === 12 ? dateOf(year + 1, 1) : dateOf(year, month + 1)
  return { from: dateOf(year, month), to: dateOfDay(dayNumber(next) - 1) }
}

function dateOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}
