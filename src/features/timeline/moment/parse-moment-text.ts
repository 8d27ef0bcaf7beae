/**
 * Reads a moment as people type it. Rules (tests carry their ids):
 * [PM1] `now`, and its like, is now; `#1204` and `event 1,204` is the moment after that event.
 * [PM2] A date (see ui/parse/parse-date) is the end of that day: on the recorded clock by the reader's own midnight,
 *       on the value-date clock the date itself.
 * [PM3] A date and a time of day is that minute's end on the reader's clock, always on the recorded clock; so is a full
 *       instant, to the millisecond. A time alone is today's.
 */
import type { Clock } from '../../../stores/cursor-store'
import { parseDate } from '../../../ui/parse/parse-date'

export interface MomentFormat {
  readonly clock: Clock
  /** Events there are. */
  readonly size: number
  readonly locale: string
  /** The reader's today, `YYYY-MM-DD`. */
  readonly today: string
}

export type TypedMoment =
  | 'now'
  | { readonly position: number }
  | { readonly recordedAt: string }
  | { readonly effectiveOn: string }
export type MomentFault = 'empty' | 'unread' | 'no-such-event' | 'no-such-time'
export type ParsedMoment =
  | { readonly ok: true; readonly moment: TypedMoment }
  | { readonly ok: false; readonly fault: MomentFault }

const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?z$/
const TIME = /(?:^|[\s,t]|\bat\b)\s*(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?(?:\s*uhr)?$/

export function parseMomentText(text: string, format: MomentFormat): ParsedMoment {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (plain === '') return { ok: false, fault: 'empty' }
  if (plain === 'now' || plain === 'jetzt' || plain === 'maintenant') return { ok: true, moment: 'now' }
  const event = /^(?:#|event\s*#?)\s*([\d.,'\s]+)$/.exec(plain)
  if (event) return eventMoment(event[1] ?? '', format)
  if (INSTANT.test(plain)) return instantMoment(plain)
  const whole = parseDate(plain, format)
  if (whole !== undefined) return dateMoment(whole, format)
  const time = TIME.exec(plain)
  if (time) return timedMoment(plain.slice(0, time.index).trim(), time, format)
  return { ok: false, fault: 'unread' }
}

function eventMoment(digits: string, { size }: MomentFormat): ParsedMoment {
  const position = Number(digits.replace(/[.,'\s]/g, ''))
  if (!Number.isSafeInteger(position) || position > size) return { ok: false, fault: 'no-such-event' }
  return { ok: true, moment: { position } }
}

function instantMoment(plain: string): ParsedMoment {
  const millis = Date.parse(plain.toUpperCase())
  if (Number.isNaN(millis)) return { ok: false, fault: 'no-such-time' }
  return { ok: true, moment: { recordedAt: new Date(millis).toISOString() } }
}

function dateMoment(date: string, { clock }: MomentFormat): ParsedMoment {
  if (clock === 'effective') return { ok: true, moment: { effectiveOn: date } }
  return localMoment(date, 23, 59, 59)
}

function timedMoment(before: string, time: RegExpExecArray, format: MomentFormat): ParsedMoment {
  const date = before === '' ? format.today : parseDate(before.replace(/[,\s]+(?:at|um|à)?$/, ''), format)
  if (date === undefined) return { ok: false, fault: 'unread' }
  const half = time[4]?.[0]
  const given = Number(time[1])
  if (half !== undefined && (given < 1 || given > 12)) return { ok: false, fault: 'no-such-time' }
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const [minute, second] = [Number(time[2]), time[3] === undefined ? 59 : Number(time[3])]
  if (hour > 23 || minute > 59 || second > 59) return { ok: false, fault: 'no-such-time' }
  return localMoment(date, hour, minute, second)
}

/** The last millisecond of a second on the reader's clock. */
function localMoment(date: string, hour: number, minute: number, second: number): ParsedMoment {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const instant = new Date(2000, month - 1, day, hour, minute, second, 999)
  // Years below 100 would be taken for 19…; 29 February needs its own year.
  instant.setFullYear(year, month - 1, day)
  return { ok: true, moment: { recordedAt: instant.toISOString() } }
}
