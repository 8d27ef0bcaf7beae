/**
 * Moments printed in every form that can be typed, and read back, held against a naive reading: what clocks show is asked
 * minute by minute, and days are counted one at a time. Zone, language, today and now are given, so nothing depends on
 * where it runs.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { german } from '../../../locales/de/catalogue'
import { typedEnglish } from '../../../locales/typed-english'
import { type MomentFormat, parseMomentText } from './parse-moment-text'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  // Half an hour, at midnight, and a whole day that was left out.
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Asia/Kathmandu',
]
/** Days on which clocks were changed in one of them, beside days of every kind. */
const TURNS = [
  '2024-03-31',
  '2024-10-27',
  '2024-03-10',
  '2024-11-03',
  '2024-04-07',
  '2024-10-06',
  '2018-02-17',
  '2018-11-04',
  '2011-12-30',
  '2024-02-29',
  '2023-12-31',
]
const NUMBERS = {
  en: 'one two three four five six seven eight nine ten eleven twelve'.split(' '),
  de: 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
}
const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
}

type Language = 'en' | 'de'
const DAY_MS = 86_400_000
const isoOf = (millis: number) => new Date(millis).toISOString().slice(0, 10)
const daysOn = (date: string, days: number) => isoOf(Date.parse(date) + days * DAY_MS)
const two = (figure: number) => String(figure).padStart(2, '0')

const anyDate = fc.oneof(
  fc.constantFrom(...TURNS),
  fc.integer({ min: Date.parse('1975-01-01'), max: Date.parse('2024-12-31') }).map(isoOf),
)
const zone = fc.constantFrom(...ZONES)
const language = fc.constantFrom<Language>('en', 'de')
const TODAY = '2025-01-15'

function formatIn(spoken: Language, timeZone: string, today = TODAY): MomentFormat {
  const words = spoken === 'en' ? typedEnglish : german['timeline/moment'].typed
  const locale = spoken === 'en' ? 'en-GB' : 'de-DE'
  return { clock: 'recorded', size: 5_000, locale, words, today, now: Date.parse(`${today}T12:00:00Z`), timeZone }
}

/** Forms of a date. */
function dateForms(date: string, spoken: Language): string[] {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const name = MONTHS[spoken][month - 1] as string
  const forms = [date, date.replaceAll('-', ''), `${day}.${month}.${year}`, `${year}-${month}-${day}`]
  if (spoken === 'de') return [...forms, `${day}. ${name} ${year}`, `am ${day}. ${name} ${year}`]
  return [...forms, `${day} ${name} ${year}`, `${name} ${day}, ${year}`, `on ${day} ${name.slice(0, 3)} ${year}`]
}

/** Forms of a time, with its seconds where it has some. */
function timeForms(hour: number, minute: number, spoken: Language): string[] {
  const half = `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`
  const forms = [`${two(hour)}:${two(minute)}`, half, half.replace(' ', '')]
  if (spoken === 'de')
    forms.push(`${hour}:${two(minute)} Uhr`, `${hour} Uhr ${two(minute)}`, `um ${hour}.${two(minute)} Uhr`)
  if (minute !== 0) return forms
  forms.push(`${hour % 12 || 12}${hour < 12 ? 'am' : 'pm'}`)
  if (spoken === 'de') forms.push(`${hour} Uhr`)
  if (hour === 12) forms.push(spoken === 'en' ? 'noon' : 'mittags')
  if (hour === 0) forms.push(spoken === 'en' ? 'midnight' : 'Mitternacht')
  return forms
}

/** Before a day; where "am" leads to a day, as in German, it is no half of one. */
function standsFirst(time: string, spoken: Language): boolean {
  return spoken === 'en' ? !/^\d+$/.test(time) : /^\d+:\d+$|Uhr$|pm$|^Mitt/i.test(time) && !time.startsWith('um')
}

const shown = new Map<string, Intl.DateTimeFormat>()

/** `YYYY-MM-DD HH:MM` on the clocks of a zone. */
function clockAt(millis: number, timeZone: string): string {
  const format =
    shown.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' })
  shown.set(timeZone, format)
  return format.format(millis)
}

/** The starts of the minutes at which clocks show it, looked for in steps that no zone parts. */
function naiveInstants(date: string, hour: number, minute: number, timeZone: string): number[] {
  const wanted = `${date} ${two(hour)}:${two(minute)}`
  const around = Date.parse(`${date}T${two(hour)}:${two(minute)}:00Z`)
  const found: number[] = []
  for (let millis = around - 16 * 3_600_000; millis <= around + 16 * 3_600_000; millis += 15 * 60_000) {
    if (clockAt(millis, timeZone) === wanted) found.push(millis)
  }
  return found
}

test('[PM3] [PM7] a day and a time in every form lead to what clocks showed, on days of change too', () => {
  fc.assert(
    fc.property(anyDate, fc.nat(23), fc.nat(59), zone, language, (date, hour, minutes, timeZone, spoken) => {
      const minute = minutes % 3 === 0 ? 0 : minutes
      const instants = naiveInstants(date, hour, minute, timeZone).map((millis) =>
        new Date(millis + 59_999).toISOString(),
      )
      for (const time of timeForms(hour, minute, spoken)) {
        for (const day of dateForms(date, spoken)) {
          for (const text of [`${day} ${time}`, ...(standsFirst(time, spoken) ? [`${time} ${day}`] : [])]) {
            const parsed = parseMomentText(text, formatIn(spoken, timeZone))
            if (instants.length === 0)
              expect([text, parsed]).toEqual([text, expect.objectContaining({ fault: 'skipped-time', date })])
            else {
              const first = instants.length > 1 ? { first: instants[0] } : {}
              expect([text, parsed]).toEqual([text, { ok: true, moment: { recordedAt: instants.at(-1) }, ...first }])
            }
          }
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('[PM2] the end of a day is the last instant before clocks show the next, in every zone', () => {
  fc.assert(
    fc.property(anyDate, zone, language, (date, timeZone, spoken) => {
      for (const text of dateForms(date, spoken)) {
        const parsed = parseMomentText(text, formatIn(spoken, timeZone))
        if (!parsed.ok || parsed.moment === 'now' || !('recordedAt' in parsed.moment))
          throw new Error(`${text} is unread`)
        const end = Date.parse(parsed.moment.recordedAt)
        expect([text, clockAt(end, timeZone).slice(0, 10) <= date]).toEqual([text, true])
        expect([text, clockAt(end + 1, timeZone).slice(0, 10) > date]).toEqual([text, true])
        expect(parseMomentText(text, { ...formatIn(spoken, timeZone), clock: 'effective' })).toMatchObject({
          moment: { effectiveOn: date },
        })
      }
    }),
    { numRuns: 150 },
  )
})

/** The same day of an earlier month, or its last: a day at a time back into the month. */
function monthsBefore(date: string, months: number): string {
  let [year, month] = date.split('-').map(Number) as [number, number]
  for (let count = 0; count < months; count++) {
    month -= 1
    if (month === 0) [year, month] = [year - 1, 12]
  }
  for (let day = Number(date.slice(8)); ; day--) {
    const text = `${year}-${two(month)}-${two(day)}`
    if (!Number.isNaN(Date.parse(text)) && isoOf(Date.parse(text)) === text) return text
  }
}

test('[PM5] so many days, weeks, months and years ago, in figures and in words', () => {
  const units = {
    en: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'], year: ['year', 'years'] },
    de: { day: ['Tag', 'Tagen'], week: ['Woche', 'Wochen'], month: ['Monat', 'Monaten'], year: ['Jahr', 'Jahren'] },
  } as const
  const one = { en: { week: 'a' }, de: { week: 'einer' } } as const
  fc.assert(
    fc.property(
      anyDate,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('day', 'week', 'month', 'year'),
      language,
      (today, count, unit, spoken) => {
        const wanted =
          unit === 'day' || unit === 'week'
            ? daysOn(today, -count * (unit === 'week' ? 7 : 1))
            : monthsBefore(today, count * (unit === 'year' ? 12 : 1))
        const written = units[spoken][unit][count === 1 ? 0 : 1]
        const numbers = [String(count)]
        const article = unit === 'week' ? one[spoken].week : spoken === 'en' ? 'a' : 'einem'
        if (count === 1) numbers.push(article)
        else if (count <= 12) numbers.push(NUMBERS[spoken][count - 1] as string)
        for (const number of numbers) {
          const text = spoken === 'en' ? `${number} ${written} ago` : `vor ${number} ${written}`
          const parsed = parseMomentText(text, { ...formatIn(spoken, 'UTC', today), clock: 'effective' })
          expect([text, parsed]).toEqual([text, { ok: true, moment: { effectiveOn: wanted }, period: 'day' }])
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('[PM4] months, quarters and years end on their last day, named with or without a year', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 12 }), language, (today, month, spoken) => {
      const lastOf = (year: number, of: number) =>
        daysOn(of === 12 ? `${year + 1}-01-01` : `${year}-${two(of + 1)}-01`, -1)
      const year = Number(today.slice(0, 4))
      const name = MONTHS[spoken][month - 1] as string
      const latest = [year, year - 1].map((each) => lastOf(each, month)).find((date) => date <= today)
      const before = lastOf(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1)
      const quarter = Math.ceil(month / 3)
      const cases: readonly (readonly [string, string | undefined])[] = [
        [name, latest],
        [spoken === 'en' ? `in ${name}` : `im ${name}`, latest],
        [spoken === 'en' ? `end of ${name} ${year}` : `Ende ${name} ${year}`, lastOf(year, month)],
        [`${year}-${two(month)}`, lastOf(year, month)],
        [`${year}-Q${quarter}`, lastOf(year, quarter * 3)],
        [spoken === 'en' ? `Q${quarter} ${year}` : `${quarter}. Quartal ${year}`, lastOf(year, quarter * 3)],
        [String(year), `${year}-12-31`],
      ]
      for (const [text, effectiveOn] of cases) {
        const parsed = parseMomentText(text, { ...formatIn(spoken, 'UTC', today), clock: 'effective' })
        expect([text, parsed.ok && parsed.moment]).toEqual([text, { effectiveOn }])
      }
      const lasts = spoken === 'en' ? ['last month', 'end of last month'] : ['letzten Monat', 'Ende letzten Monats']
      const wanted = lastOf(Number(today.slice(5, 7)) === 1 ? year - 1 : year, Number(today.slice(5, 7)) - 1 || 12)
      for (const text of lasts) {
        const parsed = parseMomentText(text, { ...formatIn(spoken, 'UTC', today), clock: 'effective' })
        expect([text, parsed]).toEqual([text, { ok: true, moment: { effectiveOn: wanted }, period: 'month' }])
      }
      expect(before < `${year}-${two(month)}-01`).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('[PM6] a value date as known at any other moment is both', () => {
  fc.assert(
    fc.property(anyDate, anyDate, fc.nat(5_000), zone, language, (day, known, position, timeZone, spoken) => {
      const format = formatIn(spoken, timeZone)
      const joint = spoken === 'en' ? ', as known ' : ', Kenntnisstand '
      for (const written of dateForms(day, spoken)) {
        for (const text of [...dateForms(known, spoken), `${known} 12:00`, `#${position}`]) {
          const alone = parseMomentText(text, format)
          const both = parseMomentText(`${written}${joint}${text}`, format)
          if (!alone.ok) expect(both).toEqual(alone)
          else expect(both).toEqual({ ...alone, moment: { ...(alone.moment as object), effectiveOn: day } })
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('[PM8] nothing that is typed throws, and a suggestion is a moment', () => {
  const letters = fc.constantFrom(
    ...'0123456789',
    ...[' ', '.', '/', '-', ':', '#', '@', ',', 'T', 'Q', 'W'],
    ...['am', 'pm', 'at', 'ago', 'vor', 'last', 'March', 'Mai', 'Uhr', 'noon', 'week', 'in', 'as known', 'İ', 'zwei'],
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), language, zone, (parts, spoken, timeZone) => {
      const format = formatIn(spoken, timeZone)
      for (const text of [parts.join(''), parts.join(' ')]) {
        const parsed = parseMomentText(text, format)
        if (parsed.ok) continue
        expect(parsed.fault).toEqual(expect.any(String))
        const instead = 'instead' in parsed ? parsed.instead : undefined
        if (instead !== undefined) expect([instead, parseMomentText(instead, format).ok]).toEqual([instead, true])
      }
    }),
    { numRuns: 400 },
  )
})
