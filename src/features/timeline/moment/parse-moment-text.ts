/**
 * Reads a moment as people type it, in their language and in English. Rules (tests carry their ids):
 * [PM1] `now`, and its like, is now; `#1204`, `event 1,204` and `Ereignis 1.204` is the moment after that event.
 * [PM2] A date (see ui/parse/parse-date) is the end of that day: on the recorded clock by the reader's own midnight,
 *       on the value-date clock the date itself.
 * [PM3] A date and a time of day is that minute's end on the reader's clock, always on the recorded clock; so is a full
 *       instant, to the millisecond. A time alone is today's: `14:03`, `2pm`, `noon`, `midnight` (00:00), `24:00` (the
 *       day's end), `14 Uhr`; it may stand before its day. A time that clocks showed twice is the later one, one that
 *       they left out is refused, and so is one with a week, a month or more.
 * [PM4] A week, month, quarter or year is its end: `2024-W10`, `March 2024`, `2024-Q1`, `2024`, `last month`,
 *       `dieses Quartal`. A quarter without a year is the latest that has ended or goes on.
 * [PM5] `3 days ago`, `two weeks ago`, `vor zwei Wochen`, `yesterday`, `vorgestern`: the end of that day; of a month or year ago, the day of
 *       the same number or the month's last. `2 hours ago` and `30 minutes ago` is that instant, as in [PM3].
 * [PM6] `1 Mar 2024 as known 3 Mar 2024` (or `@`) is on both clocks: the first a value date, the second as above.
 * [PM7] What was written by format-date.ts, in any language, is read as what it says.
 * [PM8] What cannot be read is told why, with what can be written instead (why-unread.ts), in the letters that were typed.
 */
import type { ClockChoice } from '../../../stores/cursor-store'
import { daysBefore, parseDate } from '../../../ui/parse/parse-date'
import { endOfDate, firstFrom, instantsOf } from './local-time'
import { endOfNamedPeriod, type Period } from './parse-period'
import { liesAhead, parseRelative } from './parse-relative'
import { type FoundTime, findTime } from './parse-time'
import { patternsOf, type TypedWords } from './typed-patterns'
import { type MomentProblem, whyUnread } from './why-unread'
import { type WrittenText, writtenText } from './written-text'

export interface MomentFormat {
  /** On both clocks a date alone is one of recording. */
  readonly clock: ClockChoice
  /** Events there are. */
  readonly size: number
  readonly locale: string
  /** Of the reader's language; English ones are read beside them. */
  readonly words: TypedWords
  /** The reader's today, `YYYY-MM-DD`. */
  readonly today: string
  /** Milliseconds since 1970: what hours and minutes ago are counted from. */
  readonly now: number
  /** IANA; by default the reader's own. */
  readonly timeZone?: string
}

type Recorded = { readonly position: number } | { readonly recordedAt: string }
export type TypedMoment =
  | 'now'
  | Recorded
  | { readonly effectiveOn: string }
  | (Recorded & { readonly effectiveOn: string })
export type ParsedMoment =
  | {
      readonly ok: true
      readonly moment: TypedMoment
      /** What it is the end of, where that was not an instant or an event. */
      readonly period?: Period
      /** An instant, where clocks showed the time that was typed already once before. */
      readonly first?: string
    }
  | ({ readonly ok: false } & MomentProblem)

const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?z$/
const NOW = new Set(['now', 'jetzt', 'maintenant', 'ahora', 'adesso', 'agora', 'nu', 'teraz'])

export function parseMomentText(text: string, format: MomentFormat): ParsedMoment {
  const patterns = patternsOf(format.words)
  const { lead, asKnown, event: eventNumber, numbers } = patterns
  const written = writtenText(text, lead)
  const { plain, whole } = written
  if (plain === '') return { ok: false, fault: 'empty' }
  const both = asKnown.exec(plain)
  if (both) {
    const known = both.index + both[0].length
    return bothMoment(written.asTyped(0, both.index), known < plain.length ? written.asTyped(known) : '', format)
  }
  if (NOW.has(plain) || plain === nowIn(format.locale)) return { ok: true, moment: 'now' }
  const event = eventNumber.exec(plain)
  if (event) return eventMoment(event[1] ?? '', written, format)
  if (INSTANT.test(plain)) return instantMoment(plain, written)
  const day = parseDay(plain, format)
  if (day !== undefined) return dateMoment(day.date, day.period, format)
  const relative = parseRelative(plain, format.locale, numbers)
  if (relative?.unit === 'hour' || relative?.unit === 'minute') {
    const millis = relative.unit === 'hour' ? 3_600_000 : 60_000
    return instantMoment(new Date(format.now - relative.count * millis).toISOString(), written)
  }
  // The word that says so leads, and says nothing elsewhere.
  if (liesAhead(whole, format.locale, numbers)) return { ok: false, fault: 'ahead' }
  const time = findTime(plain, patterns)
  return time === undefined ? unread(written, format) : timedMoment(time, written, format)
}

function unread({ shown, asTyped }: Pick<WrittenText, 'shown' | 'asTyped'>, format: MomentFormat): ParsedMoment {
  const isDate = (plain: string) => parseDay(plain, format) !== undefined
  return { ok: false, ...whyUnread({ shown, typed: asTyped() }, format, isDate) }
}

interface Day {
  readonly date: string
  readonly period: Period
}

/** The day at whose end the text lies. */
function parseDay(plain: string, { locale, today, words }: MomentFormat): Day | undefined {
  const patterns = patternsOf(words)
  const period = endOfNamedPeriod(plain, patterns, locale, today)
  if (period !== undefined) return period
  const date = parseDate(plain.replace(patterns.last, ''), { locale, today })
  if (date !== undefined) return { date, period: 'day' }
  const relative = parseRelative(plain, locale, patterns.numbers)
  if (relative === undefined || relative.unit === 'hour' || relative.unit === 'minute') return undefined
  const ago = dateAgo(today, relative.count, relative.unit)
  return ago === undefined ? undefined : { date: ago, period: 'day' }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function dateAgo(
  today: string,
  count: number,
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year',
): string | undefined {
  if (count > 4_000_000) return undefined
  if (unit === 'day' || unit === 'week') return existing(daysBefore(today, unit === 'day' ? count : 7 * count))
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const months = year * 12 + month - 1 - count * MONTHS[unit]
  const last = new Date(Date.UTC(2000, 0, 1))
  last.setUTCFullYear(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 0)
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return existing(last.toISOString().slice(0, 10))
}

/** Years beyond 0001 to 9999 are written with a sign. */
function existing(date: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= '0001' ? date : undefined
}

function bothMoment(day: string, known: string, format: MomentFormat): ParsedMoment {
  const on = parseMomentText(day, { ...format, clock: 'effective' })
  if (!on.ok) return on
  const at = parseMomentText(known, { ...format, clock: 'recorded' })
  if (!at.ok) return at
  if (on.period === undefined || on.moment === 'now' || !('effectiveOn' in on.moment))
    return { ok: false, fault: 'no-day' }
  if (at.moment !== 'now' && 'effectiveOn' in at.moment) return { ok: false, fault: 'unread', typed: known }
  const recorded = at.moment === 'now' ? {} : at.moment
  return { ...at, moment: { ...recorded, effectiveOn: on.moment.effectiveOn } }
}

/** A whole number, with or without separators of thousands. */
const WHOLE = /^(?:\d+|\d{1,3}(?:[.,'’\s]\d{3})+)$/

function eventMoment(digits: string, { plain, asTyped }: WrittenText, { size }: MomentFormat): ParsedMoment {
  if (!WHOLE.test(digits.trim())) return { ok: false, fault: 'unread', typed: asTyped() }
  const position = Number(digits.replace(/[.,'’\s]/g, ''))
  if (!Number.isSafeInteger(position) || position > size) {
    const from = plain.lastIndexOf(digits)
    return { ok: false, fault: 'no-such-event', event: asTyped(from, from + digits.length) }
  }
  return { ok: true, moment: { position } }
}

function instantMoment(plain: string, { asTyped }: WrittenText): ParsedMoment {
  const millis = Date.parse(plain.toUpperCase())
  if (Number.isNaN(millis)) return { ok: false, fault: 'no-such-time', time: asTyped() }
  return { ok: true, moment: { recordedAt: new Date(millis).toISOString() } }
}

function dateMoment(date: string, period: Period, { clock, timeZone }: MomentFormat): ParsedMoment {
  if (clock === 'effective') return { ok: true, moment: { effectiveOn: date }, period }
  return { ok: true, moment: { recordedAt: new Date(endOfDate(date, timeZone)).toISOString() }, period }
}

function timedMoment(found: FoundTime, { shown, asTyped }: WrittenText, format: MomentFormat): ParsedMoment {
  const { time, day, dayFrom } = found
  const on = dayOfTime(day.trim(), format)
  if (on === undefined) {
    const dayTo = dayFrom + day.replace(/[,\s]+$/, '').length
    return unread({ shown: shown.slice(dayFrom, dayTo), asTyped: () => asTyped(dayFrom, dayTo) }, format)
  }
  const text = asTyped(found.textFrom, found.textFrom + found.text.length)
  if (time === undefined) return { ok: false, fault: 'no-such-time', time: text }
  const { date, period } = on
  if (period !== 'day') return { ok: false, fault: 'needs-day', date, time: text }
  if (time.hour === 24) return dateMoment(date, 'day', { ...format, clock: 'recorded' })
  const wall = { ...time, date, second: time.second ?? 59 }
  const instants = instantsOf(wall, format.timeZone).map((millis) => new Date(millis).toISOString())
  const [first, last = first] = instants
  if (last === undefined)
    return { ok: false, fault: 'skipped-time', date, time: text, next: firstFrom(wall, format.timeZone) }
  return { ok: true, moment: { recordedAt: last }, ...(first === undefined || first === last ? {} : { first }) }
}

/** Languages put up to two words between a date and a time: `um`, `à`, `alle ore`. */
function dayOfTime(text: string, format: MomentFormat): Day | undefined {
  let rest = text
  if (rest === '') return { date: format.today, period: 'day' }
  for (let words = 0; words <= 2; words++) {
    rest = rest.replace(/[,\s]+$/, '')
    const day = parseDay(rest, format)
    if (day !== undefined) return day
    rest = rest.replace(/(?:^|[,\s]+)[^\d,\s]+$/u, '')
  }
  return undefined
}

function nowIn(locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second').toLowerCase()
}
