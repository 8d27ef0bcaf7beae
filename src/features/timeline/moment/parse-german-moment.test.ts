/** Moments typed in German, by the rules of parse-moment-text.ts. */
import { expect, test } from 'vitest'
import { german } from '../../../locales/de/catalogue'
import { typedEnglish } from '../../../locales/typed-english'
import { type MomentFormat, parseMomentText } from './parse-moment-text'

/** A Tuesday. */
const today = '2024-03-12'
const now = Date.parse('2024-03-12T13:03:20.500Z')
const { typed: words } = german['timeline/moment']
const format: MomentFormat = { clock: 'recorded', size: 3411, locale: 'de-DE', words, today, now }
const local = (text: string) => new Date(text).toISOString()

function read(text: string, more: Partial<MomentFormat> = {}) {
  const parsed = parseMomentText(text, { ...format, ...more })
  return parsed.ok ? parsed.moment : parsed.fault
}

test.each([
  ['Ereignis 1204', { position: 1204 }],
  ['ereignis #1.204', { position: 1204 }],
  ['Nr. 1204', { position: 1204 }],
  ['event 1204', { position: 1204 }],
  ['Stand Ereignis 12', { position: 12 }],
  ['Ereignis 3412', 'no-such-event'],
  ['Ereignis', 'unread'],
  ['Stand jetzt', 'now'],
])('[PM1] in German: %s', (text, wanted) => {
  expect(read(text)).toEqual(wanted)
})

test.each([
  ['gestern', '2024-03-11', 'day'],
  ['am 11. März', '2024-03-11', 'day'],
  ['zum 31.12.2023', '2023-12-31', 'day'],
  ['Montag', '2024-03-11', 'day'],
  ['letzten Montag', '2024-03-11', 'day'],
  ['vorigen Dienstag', '2024-03-05', 'day'],
  ['vorgestern', '2024-03-10', 'day'],
  ['vor 3 Tagen', '2024-03-09', 'day'],
  ['vor einem Monat', '2024-02-12', 'day'],
  ['vor zwei Wochen', '2024-02-27', 'day'],
  ['vor zwölf Monaten', '2023-03-12', 'day'],
  ['letzten Freitag', '2024-03-08', 'day'],
  ['im Februar', '2024-02-29', 'month'],
  ['in der letzten Woche', '2024-03-10', 'week'],
  ['letzte Woche', '2024-03-10', 'week'],
  ['Vorwoche', '2024-03-10', 'week'],
  ['KW 10', '2024-03-10', 'week'],
  ['KW 11', '2024-03-17', 'week'],
  ['KW 12', '2023-03-26', 'week'],
  ['10. KW 2024', '2024-03-10', 'week'],
  ['Kalenderwoche 53/2020', '2021-01-03', 'week'],
  ['letzter Monat', '2024-02-29', 'month'],
  ['letzten Monat', '2024-02-29', 'month'],
  ['voriger Monat', '2024-02-29', 'month'],
  ['Vormonat', '2024-02-29', 'month'],
  ['Ende letzten Monats', '2024-02-29', 'month'],
  ['am Ende des Monats', '2024-03-31', 'month'],
  ['Ende Februar', '2024-02-29', 'month'],
  ['Ende März 2023', '2023-03-31', 'month'],
  ['3. Quartal', '2023-09-30', 'quarter'],
  ['3. Quartal 2022', '2022-09-30', 'quarter'],
  ['dieses Quartal', '2024-03-31', 'quarter'],
  ['letztes Quartal', '2023-12-31', 'quarter'],
  ['voriges Quartal', '2023-12-31', 'quarter'],
  ['letztes Jahr', '2023-12-31', 'year'],
  ['Vorjahr', '2023-12-31', 'year'],
  ['Ende 2022', '2022-12-31', 'year'],
  ['Jahresende', '2024-12-31', 'year'],
])('[PM2] [PM4] [PM5] in German: %s', (text, date, period) => {
  const parsed = parseMomentText(text, { ...format, clock: 'effective' })
  expect(parsed).toEqual({ ok: true, moment: { effectiveOn: date }, period })
})

test.each([
  ['gestern um 14:03', '2024-03-11T14:03:59.999'],
  ['11. März 2024, 14:03 Uhr', '2024-03-11T14:03:59.999'],
  ['um 12:30', '2024-03-12T12:30:59.999'],
  ['gestern um 14 Uhr', '2024-03-11T14:00:59.999'],
  ['14 Uhr 30', '2024-03-12T14:30:59.999'],
  ['mittags', '2024-03-12T12:00:59.999'],
  ['gestern Mittag', '2024-03-11T12:00:59.999'],
  ['um Mitternacht', '2024-03-12T00:00:59.999'],
  ['14:03 am 11. März', '2024-03-11T14:03:59.999'],
  ['2:30 pm gestern', '2024-03-11T14:30:59.999'],
  ['gestern 24 Uhr', '2024-03-11T23:59:59.999'],
])('[PM3] in German: %s', (text, wanted) => {
  expect(read(text)).toEqual({ recordedAt: local(wanted) })
})

test.each([
  ['31. April', { fault: 'no-such-day', typed: '31. April', instead: '30. April' }],
  ['am 31.4.2023', { fault: 'no-such-day', typed: '31.4.2023', instead: '30.4.2023' }],
  ['13.14.2024', { fault: 'no-such-month', typed: '13.14.2024', month: 14 }],
  ['5. Quartal', { fault: 'no-such-quarter', quarter: 5 }],
  ['morgen', { fault: 'ahead' }],
  ['in zwei Wochen', { fault: 'ahead' }],
  ['Ereignis 9.999', { fault: 'no-such-event', event: '9.999' }],
  ['gestern 25 Uhr', { fault: 'no-such-time', time: '25 Uhr' }],
  ['letzten Monat 14 Uhr', { fault: 'needs-day', date: '2024-02-29', time: '14 Uhr' }],
])('[PM8] in German: %s is told why', (text, problem) => {
  expect(parseMomentText(text, format)).toEqual({ ok: false, ...problem })
})

test.each(['1. März 2024, Kenntnisstand 3. März 2024', '1.3.2024 bekannt am 3.3.2024', '1.3.2024 Stand 3.3.2024'])(
  '[PM6] in German: %s',
  (text) => {
    expect(read(text)).toEqual({ effectiveOn: '2024-03-01', recordedAt: local('2024-03-03T23:59:59.999') })
  },
)

test.each([
  ['end of last month', '2024-02-29'],
  ['the end of March 2023', '2023-03-31'],
  ['previous quarter', '2023-12-31'],
  ['week 10', '2024-03-10'],
  ['Week 12, 2023', '2023-03-26'],
  ['on 11 March', '2024-03-11'],
])('[PM4] %s, for readers of either language', (text, date) => {
  for (const more of [{}, { locale: 'en-GB', words: typedEnglish }]) {
    expect(read(text, { ...more, clock: 'effective' })).toEqual({ effectiveOn: date })
  }
})
