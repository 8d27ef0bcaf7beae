import { expect, test } from 'vitest'
import { type MomentFormat, parseMomentText } from './parse-moment-text'

const format: MomentFormat = { clock: 'recorded', size: 3411, locale: 'en-GB', today: '2024-03-12' }
const local = (text: string) => new Date(text).toISOString()

function read(text: string, more: Partial<MomentFormat> = {}) {
  const parsed = parseMomentText(text, { ...format, ...more })
  return parsed.ok ? parsed.moment : parsed.fault
}

test.each([
  ['now', 'now'],
  ['#1204', { position: 1204 }],
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

test.each(['2024-03-11', '11 Mar 2024', 'yesterday', '11/3/2024'])('[PM2] %s is the end of that day', (text) => {
  expect(read(text)).toEqual({ recordedAt: local('2024-03-11T23:59:59.999') })
  expect(read(text, { clock: 'effective' })).toEqual({ effectiveOn: '2024-03-11' })
})

test.each([
  ['2024-03-11 14:03', '2024-03-11T14:03:59.999'],
  ['2024-03-11T14:03', '2024-03-11T14:03:59.999'],
  ['2024-03-11 14:03:07', '2024-03-11T14:03:07.999'],
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
