/**
 * Reads a moment as people type it, in their language and in English. Rules (tests carry their ids):
 * [PM1] `now`, and its like, is now; `#1204`, `event 1,204` and `Ereignis 1.204` is the moment after that event.
 * [PM2] A date (see ui/parse/parse-date) is the end of that day: on the recorded clock by the reader's own midnight,
 *       on the value-date clock the date itself.
 * [PM3] A date and a time of day is that minute's end on the reader's clock, always on the recorded clock; so is a full
 *       instant, to the millisecond. A time alone is today's.
 * [PM4] A week, month, quarter or year is its end: `2024-W10`, `March 2024`, `2024-Q1`, `2024`, `last month`,
 *       `dieses Quartal`. A quarter without a year is the latest that has ended or goes on.
 * [PM5] `3 days ago`, `vor 2 Wochen`, `yesterday`, `vorgestern`: the end of that day; of a month or year ago, the day of
 *       the same number or the month's last. `2 hours ago` and `30 minutes ago` is that instant, as in [PM3].
 * [PM6] `1 Mar 2024 as known 3 Mar 2024` (or `@`) is on both clocks: the first a value date, the second as above.
 * [PM7] What was written by format-date.ts, in any language, is read as what it says.
 */
import type { ClockChoice } from '../../../stores/cursor-store'
import { daysBefore, parseDate } from '../../../ui/parse/parse-date'
import { endOfNamedPeriod, type Period } from './parse-period'
import { parseRelative } from './parse-relative'
import { patternsOf, type TypedWords } from './typed-patterns'

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
}

type Recorded = { readonly position: number } | { readonly recordedAt: string }
export type TypedMoment =
  | 'now'
  | Recorded
  | { readonly effectiveOn: string }
  | (Recorded & { readonly effectiveOn: string })
export type MomentFault = 'empty' | 'unread' | 'no-such-event' | 'no-such-time'
export type ParsedMoment =
  /** `period`: what it is the end of, where that was not an instant or an event. */
  | { readonly ok: true; readonly moment: TypedMoment; readonly period?: Period }
  | { readonly ok: false; readonly fault: MomentFault }

const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?z$/
const TIME =
  /(?:^|[\s,]|(?<=\d)t|\bat\b)\s*(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*(am|pm|a\.\s?m\.|p\.\s?m\.)?(?:\s*uhr)?$/
const NOW = new Set(['now', 'jetzt', 'maintenant', 'ahora', 'adesso', 'agora', 'nu', 'teraz'])

export function parseMomentText(text: string, format: MomentFormat): ParsedMoment {
  const { lead, asKnown, event: eventNumber } = patternsOf(format.words)
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase().replace(lead, '')
  if (plain === '') return { ok: false, fault: 'empty' }
  const both = asKnown.exec(plain)
  if (both) return bothMoment(plain.slice(0, both.index), plain.slice(both.index + both[0].length), format)
  if (NOW.has(plain) || plain === nowIn(format.locale)) return { ok: true, moment: 'now' }
  const event = eventNumber.exec(plain)
  if (event) return eventMoment(event[1] ?? '', format)
  if (INSTANT.test(plain)) return instantMoment(plain)
  const day = parseDay(plain, format)
  if (day !== undefined) return dateMoment(day.date, day.period, format)
  const relative = parseRelative(plain, format.locale)
  if (relative?.unit === 'hour' || relative?.unit === 'minute') {
    const millis = relative.unit === 'hour' ? 3_600_000 : 60_000
    return { ok: true, moment: { recordedAt: new Date(format.now - relative.count * millis).toISOString() } }
  }
  const time = TIME.exec(plain)
  if (time) return timedMoment(plain.slice(0, time.index), time, format)
  return { ok: false, fault: 'unread' }
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
  const relative = parseRelative(plain, locale)
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
  const on = parseDay(day.trim(), format)
  const at = parseMomentText(known, { ...format, clock: 'recorded' })
  if (!at.ok) return at
  if (on === undefined || (at.moment !== 'now' && 'effectiveOn' in at.moment)) return { ok: false, fault: 'unread' }
  const recorded = at.moment === 'now' ? {} : at.moment
  return { ...at, moment: { ...recorded, effectiveOn: on.date } }
}

/** A whole number, with or without separators of thousands. */
const WHOLE = /^(?:\d+|\d{1,3}(?:[.,'’\s]\d{3})+)$/

function eventMoment(digits: string, { size }: MomentFormat): ParsedMoment {
  if (!WHOLE.test(digits.trim())) return { ok: false, fault: 'unread' }
  const position = Number(digits.replace(/[.,'’\s]/g, ''))
  if (!Number.isSafeInteger(position) || position > size) return { ok: false, fault: 'no-such-event' }
  return { ok: true, moment: { position } }
}

function instantMoment(plain: string): ParsedMoment {
  const millis = Date.parse(plain.toUpperCase())
  if (Number.isNaN(millis)) return { ok: false, fault: 'no-such-time' }
  return { ok: true, moment: { recordedAt: new Date(millis).toISOString() } }
}

function dateMoment(date: string, period: Period, { clock }: MomentFormat): ParsedMoment {
  if (clock === 'effective') return { ok: true, moment: { effectiveOn: date }, period }
  return { ...localMoment(date, 23, 59, 59), period }
}

function timedMoment(before: string, time: RegExpExecArray, format: MomentFormat): ParsedMoment {
  const date = dateBeforeTime(before.trim(), format)
  if (date === undefined) return { ok: false, fault: 'unread' }
  const half = time[4]?.[0]
  const given = Number(time[1])
  if (half !== undefined && (given < 1 || given > 12)) return { ok: false, fault: 'no-such-time' }
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const [minute, second] = [Number(time[2]), time[3] === undefined ? 59 : Number(time[3])]
  if (hour > 23 || minute > 59 || second > 59) return { ok: false, fault: 'no-such-time' }
  return localMoment(date, hour, minute, second)
}

/** Languages put up to two words between a date and a time: `um`, `à`, `alle ore`. */
function dateBeforeTime(before: string, format: MomentFormat): string | undefined {
  let rest = before
  if (rest === '') return format.today
  for (let words = 0; words <= 2; words++) {
    rest = rest.replace(/[,\s]+$/, '')
    const date = parseDay(rest, format)?.date
    if (date !== undefined) return date
    rest = rest.replace(/(?:^|[,\s]+)[^\d,\s]+$/u, '')
  }
  return undefined
}

/** The last millisecond of a second on the reader's clock. */
function localMoment(date: string, hour: number, minute: number, second: number): ParsedMoment & { ok: true } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const instant = new Date(2000, month - 1, day, hour, minute, second, 999)
  // Years below 100 would be taken for 19…; 29 February needs its own year.
  instant.setFullYear(year, month - 1, day)
  return { ok: true, moment: { recordedAt: instant.toISOString() } }
}

function nowIn(locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second').toLowerCase()
}
