/** How long it is from one day to another, in the two largest units that are not zero: "2 years 8 months". */
import { userLocale } from '../../locales/user-locale'

const UNITS = ['year', 'month', 'day'] as const

/** Both `YYYY-MM-DD`, in either order. */
export function timeBetween(one: string, other: string, locale = userLocale()): string {
  const [from, to] = one <= other ? [one, other] : [other, one]
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number]
  let months = (toYear - year) * 12 + (toMonth - month)
  // A month has passed when its day is reached, or its end where it has no such day.
  const isShort = toDay < day && toDay < daysIn(toYear, toMonth)
  if (isShort) months--
  const since = dayAfterMonths(year, month, day, months)
  const days = Math.round((Date.UTC(toYear, toMonth - 1, toDay) - since) / 86_400_000)
  const parts = [Math.floor(months / 12), months % 12, days]
  const said = UNITS.map((unit, index) => ({ unit, count: parts[index] as number })).filter(({ count }) => count > 0)
  if (said.length === 0) said.push({ unit: 'day', count: 0 })
  return said
    .slice(0, 2)
    .map(({ unit, count }) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count))
    .join(' ')
}

function dayAfterMonths(year: number, month: number, day: number, months: number): number {
  const there = month - 1 + months
  const [toYear, toMonth] = [year + Math.floor(there / 12), (there % 12) + 1]
  return Date.UTC(toYear, toMonth - 1, Math.min(day, daysIn(toYear, toMonth)))
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
