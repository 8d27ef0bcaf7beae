/**
 * Reads a date as people type it. Rules (tests carry their ids):
 * [PD1] ISO: `2024-03-12`, also `2024-3-12`, `20240312`.
 * [PD2] Figures in the locale's order: `12.3.2024`, `3/12/24` (a two-digit year is within 50 years of today).
 * [PD3] Month names, short or long, of the locale and of English, in any order: `12 Mar 2024`, `March 12`, `Mär 2024`.
 * [PD4] What is left out is filled so that the date is the latest one not after today: `12 Mar`, `12.3.`;
 *       a month with a year alone means its last day, a year alone its last day.
 * [PD5] `today`, `yesterday`, and a weekday (`fri`, `Friday`: the latest one before today), in the locale and in English.
 * [PD6] Days that do not exist (31 April, 29 February 2023) are refused.
 */

export interface DateFormat {
  readonly locale: string
  /** `YYYY-MM-DD`: what "today" means. */
  readonly today: string
}

/** `YYYY-MM-DD`, or undefined where the text names no date. */
export function parseDate(text: string, format: DateFormat): string | undefined {
  const plain = fold(text)
  if (plain === '') return undefined
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const words = wordsOf(format.locale)
  const relative = words.relative.get(plain)
  if (relative !== undefined) return daysBefore(format.today, relative)
  const weekday = words.weekdays.get(plain.replace(/\.$/, ''))
  if (weekday !== undefined) return weekdayBefore(format.today, weekday)
  return fromTokens(plain, words, format)
}

function fromTokens(plain: string, words: Words, format: DateFormat): string | undefined {
  const tokens = plain
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    // A Japanese weekday is written with the characters that part a date.
    .replace(/\([月火水木金土日]\)|[月火水木金土日]曜日?/g, ' ')
    .split(/[\s,./\-年月日]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .filter((token) => token !== '' && !words.ignored.has(token))
  const figures: string[] = []
  let month: number | undefined
  for (const [index, token] of tokens.entries()) {
    if (/^\d{1,4}$/.test(token)) figures.push(token)
    // Spanish "mar" is March as well as Tuesday: the day where a month follows it, else the month.
    else if (words.weekdays.has(token) && tokens.slice(index + 1).some((later) => words.months.has(later))) continue
    else if (month === undefined && words.months.has(token)) month = words.months.get(token)
    else if (!words.weekdays.has(token)) return undefined
  }
  return month === undefined ? fromFigures(figures, words.order, format) : withMonthName(figures, month, format)
}

function withMonthName(figures: readonly string[], month: number, { today }: DateFormat): string | undefined {
  const [first, second, third] = figures
  if (third !== undefined) return undefined
  if (first === undefined) return latest(today, (year) => lastDay(year, month))
  if (second === undefined) {
    if (first.length > 2) return lastDay(Number(first), month)
    return latest(today, (year) => dateOf(year, month, Number(first)))
  }
  const yearFirst = first.length > 2
  return dateOf(yearOf(yearFirst ? first : second, today), month, Number(yearFirst ? second : first))
}

function fromFigures(figures: readonly string[], order: Order, { today }: DateFormat): string | undefined {
  if (figures.length === 1 && figures[0]?.length === 4) return dateOf(Number(figures[0]), 12, 31)
  if (figures.length === 2) {
    const [a, b] = figures as [string, string]
    if (a.length === 4) return lastDay(Number(a), Number(b))
    if (b.length === 4) return lastDay(Number(b), Number(a))
    const monthFirst = order.indexOf('m') < order.indexOf('d')
    const [month, day] = monthFirst ? [Number(a), Number(b)] : [Number(b), Number(a)]
    return latest(today, (year) => dateOf(year, month, day))
  }
  if (figures.length !== 3) return undefined
  const used = figures[0]?.length === 4 ? 'ymd' : order
  const part = (letter: string) => figures[used.indexOf(letter)] ?? ''
  return dateOf(yearOf(part('y'), today), Number(part('m')), Number(part('d')))
}

/** The latest of this year's and earlier years' dates that is not after today; 29 February looks back eight years. */
function latest(today: string, make: (year: number) => string | undefined): string | undefined {
  const year = Number(today.slice(0, 4))
  for (let back = 0; back <= 8; back += 1) {
    const date = make(year - back)
    if (date !== undefined && date <= today) return date
  }
  return undefined
}

function yearOf(text: string, today: string): number {
  if (text.length > 2) return Number(text)
  const current = Number(today.slice(0, 4))
  const near = current - (current % 100) + Number(text)
  if (near > current + 50) return near - 100
  return near <= current - 50 ? near + 100 : near
}

function dateOf(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const millis = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text) ? text : undefined
}

function lastDay(year: number, month: number): string | undefined {
  for (let day = 31; day > 27; day -= 1) {
    const date = dateOf(year, month, day)
    if (date !== undefined) return date
  }
  return undefined
}

/** The date a number of days before (after, if negative) another. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

function weekdayBefore(today: string, weekday: number): string {
  const back = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7
  return daysBefore(today, back === 0 ? 7 : back)
}

type Order = 'dmy' | 'mdy' | 'ymd' | 'ydm'

interface Words {
  readonly order: Order
  /** Folded name → 1 to 12. */
  readonly months: ReadonlyMap<string, number>
  /** Folded name → 0 (Sunday) to 6. */
  readonly weekdays: ReadonlyMap<string, number>
  /** Folded word → days before today. */
  readonly relative: ReadonlyMap<string, number>
  readonly ignored: ReadonlySet<string>
}
const known = new Map<string, Words>()
/** A weekday within a date may have a form of its own: Finnish "torstaina". */
const WHOLE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

function wordsOf(locale: string): Words {
  let words = known.get(locale)
  if (words === undefined) {
    words = makeWords(locale)
    known.set(locale, words)
  }
  return words
}

function makeWords(locale: string): Words {
  const months = new Map<string, number>()
  const weekdays = new Map<string, number>()
  const relative = new Map<string, number>()
  const ignored = new Set(['de', 'of', 'the', 'den', 'le', 'г', 'р'])
  for (const language of ['en', locale]) {
    for (const width of ['short', 'long'] as const) {
      const month = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' })
      const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
      for (let index = 0; index < 12; index += 1) {
        const date = Date.UTC(2023, index, 15)
        const inDate = month.formatToParts(date).find((part) => part.type === 'month')?.value
        for (const name of [inDate, alone.format(date)]) addName(months, name, index + 1)
      }
      const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
      const whole = new Intl.DateTimeFormat(language, { ...WHOLE, weekday: width, timeZone: 'UTC' })
      // 1 January 2023 was a Sunday.
      for (let index = 0; index < 7; index += 1) {
        const date = Date.UTC(2023, 0, 1 + index)
        const inDate = whole.formatToParts(date).find((part) => part.type === 'weekday')?.value
        for (const name of [weekday.format(date), inDate]) addName(weekdays, name, index)
        // Within a date, Portuguese "segunda-feira" comes in two.
        for (const part of fold(inDate ?? '')
          .split('-')
          .slice(inDate?.includes('-') ? 0 : 1))
          ignored.add(part)
      }
    }
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    for (const days of [0, 1]) relative.set(fold(words.format(-days, 'day')), days)
  }
  const order = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
  })
    .formatToParts(0)
    .map((part) => ({ day: 'd', month: 'm', year: 'y' })[part.type as string] ?? '')
    .join('')
  return {
    order: order as Order,
    months,
    weekdays,
    relative,
    ignored,
  }
}

/** Names of a single figure (Japanese months) say nothing that the figure does not. */
function addName(names: Map<string, number>, name: string | undefined, value: number): void {
  const folded = fold(name ?? '').replace(/\.$/, '')
  if (folded !== '' && !/\d/.test(folded)) names.set(folded, value)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
