import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedEnglish } from '../../../locales/typed-english'
import { formatDate, formatInstant } from '../../../ui/format/format-date'
import { type MomentFormat, parseMomentText } from './parse-moment-text'

/** A Tuesday. */
const today = '2024-03-12'
const now = Date.parse('2024-03-12T13:03:20.500Z')
const format: MomentFormat = { clock: 'recorded', size: 3411, locale: 'en-GB', words: typedEnglish, today, now }
const local = (text: string) => new Date(text).toISOString()

function read(text: string, more: Partial<MomentFormat> = {}) {
  const parsed = parseMomentText(text, { ...format, ...more })
  return parsed.ok ? parsed.moment : parsed.fault
}

test.each([
  ['now', 'now'],
  ['#1204', { position: 1204 }],
  ['#1,204', { position: 1204 }],
  ['# 1,204', { position: 1204 }],
  ['event 1204', { position: 1204 }],
  ['#0', { position: 0 }],
  ['#3411', { position: 3411 }],
  ['#3412', 'no-such-event'],
  ['#99999999999999999999', 'no-such-event'],
  ['#', 'unread'],
  ['  ', 'empty'],
  ['soon', 'unread'],
])('[PM1] %s', (text, wanted) => {
  expect(read(text)).toEqual(wanted)
})

test('[PM1] jetzt is now in German', () => {
  expect(read('jetzt', { locale: 'de' })).toBe('now')
})

test.each(['2024-03-11', '11 Mar 2024', 'yesterday', '11/3/2024', 'Monday', 'last Monday'])(
  '[PM2] %s is the end of that day',
  (text) => {
    expect(read(text)).toEqual({ recordedAt: local('2024-03-11T23:59:59.999') })
    expect(read(text, { clock: 'effective' })).toEqual({ effectiveOn: '2024-03-11' })
  },
)

test.each([
  ['2024-03-11 14:03', '2024-03-11T14:03:59.999'],
  ['2024-03-11T14:03', '2024-03-11T14:03:59.999'],
  ['2024-03-11 14:03:07', '2024-03-11T14:03:07.999'],
  ['11 Mar 2024 14:03', '2024-03-11T14:03:59.999'],
  ['11 Mar 2024, 14:03', '2024-03-11T14:03:59.999'],
  ['Mon 11 Mar 2024, 14:03', '2024-03-11T14:03:59.999'],
  ['yesterday 2:03 pm', '2024-03-11T14:03:59.999'],
  ['yesterday at 12:30 am', '2024-03-11T00:30:59.999'],
  ['14:03', '2024-03-12T14:03:59.999'],
  ['29 Feb 2024 8:00', '2024-02-29T08:00:59.999'],
])('[PM3] %s is that minute', (text, wanted) => {
  expect(read(text)).toEqual({ recordedAt: local(wanted) })
  expect(read(text, { clock: 'effective' })).toEqual({ recordedAt: local(wanted) })
})

test.each([
  ['2024-03-12T14:03:00.000Z', { recordedAt: '2024-03-12T14:03:00.000Z' }],
  ['2024-03-12T14:03:00Z', { recordedAt: '2024-03-12T14:03:00.000Z' }],
  ['2024-03-12T25:03:00Z', 'no-such-time'],
  ['yesterday 25:00', 'no-such-time'],
  ['yesterday 14:75', 'no-such-time'],
  ['yesterday 13:00 pm', 'no-such-time'],
  ['someday 14:00', 'unread'],
])('[PM3] %s', (text, wanted) => {
  expect(read(text)).toEqual(wanted)
})

test.each([
  ['2pm', '2024-03-12T14:00:59.999'],
  ['2 pm', '2024-03-12T14:00:59.999'],
  ['2:30 pm', '2024-03-12T14:30:59.999'],
  ['12 am', '2024-03-12T00:00:59.999'],
  ['noon', '2024-03-12T12:00:59.999'],
  ['midnight', '2024-03-12T00:00:59.999'],
  ["9 o'clock", '2024-03-12T09:00:59.999'],
  ['yesterday at noon', '2024-03-11T12:00:59.999'],
  ['noon yesterday', '2024-03-11T12:00:59.999'],
  ['2pm on 11 March', '2024-03-11T14:00:59.999'],
  ['14:03 last Monday', '2024-03-11T14:03:59.999'],
  ['two weeks ago at 2pm', '2024-02-27T14:00:59.999'],
  ['11 March 24:00', '2024-03-11T23:59:59.999'],
  ['in March', '2023-03-31T23:59:59.999'],
  ['in February', '2024-02-29T23:59:59.999'],
  ['last Friday', '2024-03-08T23:59:59.999'],
])('[PM3] [PM4] %s', (text, wanted) => {
  expect(read(text)).toEqual({ recordedAt: local(wanted) })
})

test.each([
  ['2024-W10', 'en-GB', '2024-03-10', 'week'],
  ['2020-W53', 'en-GB', '2021-01-03', 'week'],
  ['this week', 'en-GB', '2024-03-17', 'week'],
  ['last week', 'en-GB', '2024-03-10', 'week'],
  ['March 2024', 'en-GB', '2024-03-31', 'month'],
  ['2024-02', 'en-GB', '2024-02-29', 'month'],
  ['February', 'en-GB', '2024-02-29', 'month'],
  ['last month', 'en-GB', '2024-02-29', 'month'],
  ['this month', 'en-GB', '2024-03-31', 'month'],
  ['März 2024', 'de', '2024-03-31', 'month'],
  ['letzter Monat', 'de', '2024-02-29', 'month'],
  ['letzten Monat', 'de', '2024-02-29', 'month'],
  ['le mois dernier', 'fr', '2024-02-29', 'month'],
  ['2024-Q1', 'en-GB', '2024-03-31', 'quarter'],
  ['Q4 2023', 'en-GB', '2023-12-31', 'quarter'],
  ['2024q2', 'en-GB', '2024-06-30', 'quarter'],
  ['Q1', 'en-GB', '2024-03-31', 'quarter'],
  ['Q3', 'en-GB', '2023-09-30', 'quarter'],
  ['last quarter', 'en-GB', '2023-12-31', 'quarter'],
  ['1. Quartal 2024', 'de', '2024-03-31', 'quarter'],
  ['T2 2024', 'fr', '2024-06-30', 'quarter'],
  ['2024', 'en-GB', '2024-12-31', 'year'],
  ['last year', 'en-GB', '2023-12-31', 'year'],
  ['letztes Jahr', 'de', '2023-12-31', 'year'],
  ['12 Mar 2024', 'en-GB', '2024-03-12', 'day'],
  ['20240312', 'en-GB', '2024-03-12', 'day'],
  ['today', 'en-GB', '2024-03-12', 'day'],
  ['Tuesday', 'en-GB', '2024-03-05', 'day'],
])('[PM4] %s in %s is the end of its period', (text, locale, effectiveOn, period) => {
  expect(parseMomentText(text, { ...format, locale, clock: 'effective' })).toEqual({
    ok: true,
    moment: { effectiveOn },
    period,
  })
  expect(parseMomentText(text, { ...format, locale })).toEqual({
    ok: true,
    moment: { recordedAt: local(`${effectiveOn}T23:59:59.999`) },
    period,
  })
})

test.each(['2024-Q5', 'Q0', 'Q7 2024', '5. Quartal'])('[PM4] [PM8] %s is no quarter', (text) => {
  expect(read(text)).toBe('no-such-quarter')
})

test.each(['2024-W54', '2023-W53', 'week 60', '2024-W00'])('[PM4] [PM8] %s is no week', (text) => {
  expect(read(text)).toBe('no-such-week')
})

test.each([
  ['3 days ago', 'en-GB', '2024-03-09'],
  ['1 day ago', 'en-GB', '2024-03-11'],
  ['a week ago', 'en-GB', '2024-03-05'],
  ['2 weeks ago', 'en-GB', '2024-02-27'],
  ['two weeks ago', 'en-GB', '2024-02-27'],
  ['3 months ago', 'en-GB', '2023-12-12'],
  ['twelve months ago', 'en-GB', '2023-03-12'],
  ['1 month ago', 'en-GB', '2024-02-12'],
  ['a year ago', 'en-GB', '2023-03-12'],
  ['vor 3 Tagen', 'de', '2024-03-09'],
  ['vor einer Woche', 'de', '2024-03-05'],
  ['vor 2 Monaten', 'de', '2024-01-12'],
  ['vorgestern', 'de', '2024-03-10'],
  ['gestern', 'de', '2024-03-11'],
  ['il y a 3 jours', 'fr', '2024-03-09'],
  ['hace 3 días', 'es', '2024-03-09'],
  ['3 dny', 'cs', 'unread'],
  ['před 5 dny', 'cs', '2024-03-07'],
  ['5 дней назад', 'ru', '2024-03-07'],
  ['2 дня назад', 'ru', '2024-03-10'],
  ['3 days ago', 'de', '2024-03-09'],
  ['99999999 days ago', 'en-GB', 'unread'],
])('[PM5] %s in %s', (text, locale, wanted) => {
  const day = wanted === 'unread' ? wanted : { effectiveOn: wanted }
  expect(read(text, { locale, clock: 'effective' })).toEqual(day)
})

test('[PM5] a month ago on the last of a month is the last of the month before', () => {
  const on = (text: string, day: string) => read(text, { clock: 'effective', today: day })
  expect(on('1 month ago', '2024-03-31')).toEqual({ effectiveOn: '2024-02-29' })
  expect(on('1 year ago', '2024-02-29')).toEqual({ effectiveOn: '2023-02-28' })
})

test.each([
  ['2 hours ago', 2 * 3_600_000],
  ['an hour ago', 3_600_000],
  ['30 minutes ago', 30 * 60_000],
])('[PM5] %s is that instant', (text, millis) => {
  expect(read(text)).toEqual({ recordedAt: new Date(now - millis).toISOString() })
})

test.each([
  ['1 Mar 2024 as known 3 Mar 2024', { effectiveOn: '2024-03-01', recordedAt: local('2024-03-03T23:59:59.999') }],
  ['1 Mar 2024, as known on 3 Mar 2024', { effectiveOn: '2024-03-01', recordedAt: local('2024-03-03T23:59:59.999') }],
  ['2024-02 @ #1204', { effectiveOn: '2024-02-29', position: 1204 }],
  ['yesterday @ now', { effectiveOn: '2024-03-11' }],
  ['#3 @ #1204', 'no-day'],
  ['yesterday 14:00 as known #12', 'no-day'],
  ['#1.5', 'unread'],
  ['yesterday @ #9999', 'no-such-event'],
])('[PM6] %s is on both clocks', (text, wanted) => {
  expect(read(text)).toEqual(wanted)
  expect(read(text, { clock: 'both' })).toEqual(wanted)
})

test.each([
  ['31 April', { fault: 'no-such-day', typed: '31 April', instead: '30 April' }],
  ['29 Feb 2023', { fault: 'no-such-day', typed: '29 Feb 2023', instead: '28 Feb 2023' }],
  ['on 31 April 14:00', { fault: 'no-such-day', typed: '31 April', instead: '30 April' }],
  ['2pm on 31 April', { fault: 'no-such-day', typed: '31 April', instead: '30 April' }],
  ['2024-04-31', { fault: 'no-such-day', typed: '2024-04-31', instead: '2024-04-30' }],
  ['31 Apr as known yesterday', { fault: 'no-such-day', typed: '31 Apr', instead: '30 Apr' }],
  ['yesterday as known 31 Apr', { fault: 'no-such-day', typed: '31 Apr', instead: '30 Apr' }],
  ['13/14/2024', { fault: 'no-such-month', typed: '13/14/2024', month: 14 }],
  ['12/25/2024', { fault: 'no-such-month', typed: '12/25/2024', month: 25, instead: '25/12/2024' }],
  ['2024-13-01', { fault: 'no-such-month', typed: '2024-13-01', month: 13, instead: '2024-01-13' }],
  ['2024-Q5', { fault: 'no-such-quarter', quarter: 5 }],
  ['2023-W53', { fault: 'no-such-week', week: 53, year: 2023, last: 52 }],
  ['#9,999', { fault: 'no-such-event', event: '9,999' }],
  ['yesterday 25:00', { fault: 'no-such-time', time: '25:00' }],
  ['13 pm', { fault: 'no-such-time', time: '13 pm' }],
  ['last month 14:00', { fault: 'needs-day', date: '2024-02-29', time: '14:00' }],
  ['tomorrow', { fault: 'ahead' }],
  ['in 3 days', { fault: 'ahead' }],
  ['in two weeks', { fault: 'ahead' }],
  ['next year', { fault: 'ahead' }],
  ['Some day', { fault: 'unread', typed: 'Some day' }],
  // [TR5]: half-width letters, joined ones and full-width figures come back as they were typed.
  ['ﾄﾞﾙ', { fault: 'unread', typed: 'ﾄﾞﾙ' }],
  ['ﬁrst  Ångstro\u0308m', { fault: 'unread', typed: 'ﬁrst  Ångstro\u0308m' }],
  ['on ３１ April', { fault: 'no-such-day', typed: '３１ April', instead: '30 April' }],
  ['yesterday ２５：００', { fault: 'no-such-time', time: '２５：００' }],
  ['yesterday 13:00 PM', { fault: 'no-such-time', time: '13:00 PM' }],
  ['ｗｈｅｎ as known yesterday', { fault: 'unread', typed: 'ｗｈｅｎ' }],
  ['yesterday as known Ⅻ', { fault: 'unread', typed: 'Ⅻ' }],
  ['＠\u0308', { fault: 'unread', typed: '＠\u0308' }],
  ['İ as known yesterday', { fault: 'unread', typed: 'İ' }],
  ['＃９９９９', { fault: 'no-such-event', event: '９９９９' }],
  ['ＷＨＥＮ 14:00', { fault: 'unread', typed: 'ＷＨＥＮ' }],
  ['#3 @ #4', { fault: 'no-day' }],
])('[PM8] %s is told why', (text, problem) => {
  expect(parseMomentText(text, format)).toEqual({ ok: false, ...problem })
})

const LOCALES = [
  'en-GB',
  'en-US',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt-BR',
  'sv',
  'da',
  'pl',
  'cs',
  'fi',
  'hu',
  'ja',
  'ru',
]
const FORMS = ['date', 'date-with-weekday', 'long', 'full'] as const
const instant = fc.integer({ min: Date.parse('1950-01-01T00:00:00Z'), max: Date.parse('2090-01-01T00:00:00Z') })

test('[PM7] a date that was written leads back, in any language and form', () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...LOCALES), fc.constantFrom(...FORMS), (millis, locale, form) => {
      const effectiveOn = new Date(millis).toISOString().slice(0, 10)
      const written = formatDate(effectiveOn, form, { locale })
      expect([written, read(written, { locale, clock: 'effective' })]).toEqual([written, { effectiveOn }])
    }),
    { numRuns: 600 },
  )
})

test('[PM7] an instant that was written leads back to its minute', () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...LOCALES), fc.constantFrom(...FORMS), (millis, locale, form) => {
      const written = formatInstant(millis, form, { locale })
      const moment = read(written, { locale })
      expect([written, moment]).toEqual([written, { recordedAt: expect.any(String) }])
      const at = Date.parse((moment as { recordedAt: string }).recordedAt)
      // Where clocks are put back a minute comes twice, and is written the same.
      expect(formatInstant(at, form, { locale })).toBe(written)
    }),
    { numRuns: 600 },
  )
})

test('[PM7] an event that was written leads back', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.constantFrom(...LOCALES), (position, locale) => {
      const written = `#${position.toLocaleString(locale)}`
      expect(read(written, { locale, size: 2_000_000 })).toEqual({ position })
    }),
  )
})
