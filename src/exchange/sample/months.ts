/** The calendar of the sample household. */
import { dateOfDay, dayNumber } from '../../domain/calendar'

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAY_MS = 86_400_000

export interface Month {
  /** From 0. */
  readonly index: number
  /** Of the sample; what is longer counts as the third. */
  readonly year: 0 | 1 | 2
  /** 1 to 12. */
  readonly month: number
  readonly name: string
  /** Days since 1970-01-01. */
  readonly firstDay: number
  readonly days: number
}

/** So many whole months and the one that is current at the end; milliseconds since 1970. */
export function monthsUntil(until: number, count: number): readonly Month[] {
  const last = dateOfDay(Math.floor(until / DAY_MS))
  const current = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1
  return Array.from({ length: count + 1 }, (_, index) => {
    const number = current - count + index
    const firstDay = firstDayOf(number)
    const year = Math.min(2, Math.floor(index / 12)) as Month['year']
    const name = NAMES[number % 12] ?? ''
    return { index, year, month: (number % 12) + 1, name, firstDay, days: firstDayOf(number + 1) - firstDay }
  })
}

function firstDayOf(monthNumber: number): number {
  const year = String(Math.floor(monthNumber / 12)).padStart(4, '0')
  return dayNumber(`${year}-${String((monthNumber % 12) + 1).padStart(2, '0')}-01`)
}
