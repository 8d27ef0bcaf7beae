/**
 * What is wrong with a moment that cannot be read, and what could be written instead. The text is tried with its figures
 * lowered one at a time, so that it needs no words of any language: what becomes a date with a lower day had a day too
 * many, what becomes one with a lower month a month.
 */
import { lastWeekOf, typedQuarter, typedWeek } from './parse-period'
import { patternsOf, type TypedWords } from './typed-patterns'

export type MomentProblem =
  | { readonly fault: 'empty' | 'no-day' | 'ahead' }
  | { readonly fault: 'unread'; readonly typed: string }
  /** Its digits as they were typed. */
  | { readonly fault: 'no-such-event'; readonly event: string }
  | { readonly fault: 'no-such-time'; readonly time: string }
  | { readonly fault: 'no-such-day'; readonly typed: string; readonly instead: string }
  /** `instead`: with day and month exchanged, where that is a date. */
  | { readonly fault: 'no-such-month'; readonly typed: string; readonly month: number; readonly instead?: string }
  | { readonly fault: 'no-such-quarter'; readonly quarter: number }
  | { readonly fault: 'no-such-week'; readonly week: number; readonly year: number; readonly last: number }
  /** Clocks were put forward over it, to `next`, an instant. */
  | { readonly fault: 'skipped-time'; readonly date: string; readonly time: string; readonly next: number }
  /** A time with a week, a month …, whose last day is `date`. */
  | { readonly fault: 'needs-day'; readonly date: string; readonly time: string }

interface Asked {
  readonly words: TypedWords
  readonly today: string
}

interface Unread {
  /** NFKC, single spaces. */
  readonly shown: string
  readonly typed: string
}

/** @param isDate whether a text, in lower case, names a date */
export function whyUnread(
  { shown, typed }: Unread,
  { words, today }: Asked,
  isDate: (plain: string) => boolean,
): MomentProblem {
  const plain = shown.toLowerCase()
  const patterns = patternsOf(words)
  const quarter = typedQuarter(plain)
  if (quarter !== undefined) return { fault: 'no-such-quarter', quarter }
  const week = typedWeek(plain, patterns)
  if (week !== undefined) {
    const year = week.year ?? Number(today.slice(0, 4))
    return { fault: 'no-such-week', week: week.number, year, last: lastWeekOf(year) }
  }
  return (
    dayTooMany(shown, cut(typed), isDate) ??
    monthTooMany(shown, cut(typed), isDate) ?? { fault: 'unread', typed: cut(typed) }
  )
}

function dayTooMany(shown: string, typed: string, isDate: (plain: string) => boolean): MomentProblem | undefined {
  for (const figure of shown.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)) {
    for (let day = Math.min(31, Number(figure[0]) - 1); day >= 28; day--) {
      const instead = withFigure(shown, figure, day)
      if (isDate(instead.toLowerCase())) return { fault: 'no-such-day', typed, instead }
    }
  }
  return undefined
}

function monthTooMany(shown: string, typed: string, isDate: (plain: string) => boolean): MomentProblem | undefined {
  const figures = [...shown.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)]
  for (const figure of figures) {
    const month = Number(figure[0])
    if (month <= 12 || !isDate(withFigure(shown, figure, 12).toLowerCase())) continue
    const other = figures.find((each) => each !== figure && Number(each[0]) <= 12)
    const instead = other && swapped(shown, figure, other)
    const isOne = instead !== undefined && isDate(instead.toLowerCase())
    return { fault: 'no-such-month', typed, month, ...(isOne ? { instead } : {}) }
  }
  return undefined
}

function withFigure(text: string, { 0: figure, index = 0 }: RegExpMatchArray, value: number): string {
  return text.slice(0, index) + String(value).padStart(figure.length, '0') + text.slice(index + figure.length)
}

function swapped(text: string, one: RegExpMatchArray, other: RegExpMatchArray): string {
  const [left, right] = (one.index ?? 0) < (other.index ?? 0) ? [one, other] : [other, one]
  const [from, to] = [left.index ?? 0, right.index ?? 0]
  return (
    text.slice(0, from) + right[0] + text.slice(from + left[0].length, to) + left[0] + text.slice(to + right[0].length)
  )
}

/** What was pasted by mistake may be long. */
function cut(text: string): string {
  const letters = [...text]
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : text
}
