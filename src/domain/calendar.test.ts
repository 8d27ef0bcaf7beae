import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber, instantMillis, instantOfMillis, isDate, isInstant } from './calendar'

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 })
const anyMillis = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 })

describe('dates', () => {
  test.each(['0001-01-01', '1600-02-29', '2000-02-29', '2024-02-29', '2026-11-23', '9999-12-31'])(
    '[D2] %s is a date',
    (text) => {
      expect(isDate(text)).toBe(true)
    },
  )

  test.each([
    '0000-01-01',
    '1900-02-29',
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00.000Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '+12026-01-01',
    '２０２６-01-01',
    '',
    20260101,
    null,
    undefined,
    ['2026-01-01'],
  ])('[D2] %j is none', (text) => {
    expect(isDate(text)).toBe(false)
  })

  test('[D2] days count from 1970-01-01, in both directions', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1969-12-31')).toBe(-1)
    expect(dayNumber('2000-03-01')).toBe(11_017)
    expect(dayNumber('0001-01-01')).toBe(-719_162)
    expect(dayNumber('9999-12-31')).toBe(2_932_896)
  })

  test('[D2] date and day number are one to one over all years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = dateOfDay(day)
        expect(isDate(date)).toBe(true)
        expect(dayNumber(date)).toBe(day)
        expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00.000Z`) / 86_400_000)
      }),
    )
  })

  test.each([-719_163, 2_932_897, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('[D2] day %d has no date', (day) => {
    expect(() => dateOfDay(day)).toThrow(new RangeError(`Day ${day} lies outside the years 0001 to 9999`))
  })
})

describe('instants', () => {
  test.each(['2026-11-23T06:15:00.123Z', '1969-12-31T23:59:59.999Z', '2024-02-29T00:00:00.000Z'])(
    '[D2] %s is an instant',
    (text) => {
      expect(isInstant(text)).toBe(true)
    },
  )

  test.each([
    '2026-11-23T06:15:00Z',
    '2026-11-23T06:15:00.1234Z',
    '2026-11-23T06:15:00.123+00:00',
    '2026-11-23t06:15:00.123z',
    '2026-02-30T06:15:00.123Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T23:60:00.000Z',
    '2026-12-31T23:59:60.000Z',
    '2026-11-23',
    '2026-11-23T06:15:00.123Z\n',
    '+2026-11-23T06:15:00.123Z',
    ['2026-11-23T06:15:00.123Z'],
    1_700_000_000_000,
    null,
  ])('[D2] %j is none', (text) => {
    expect(isInstant(text)).toBe(false)
  })

  test('[D2] instant and milliseconds are one to one', () => {
    fc.assert(
      fc.property(anyMillis, (ms) => {
        const text = instantOfMillis(ms)
        expect(isInstant(text)).toBe(true)
        expect(instantMillis(text)).toBe(ms)
        expect(ms).toBe(Date.parse(text))
      }),
    )
  })

  test.each([-62_167_219_200_001, 253_402_300_800_000, 0.5, Number.NaN])('[D2] %d ms is no instant', (ms) => {
    expect(() => instantOfMillis(ms)).toThrow(new RangeError(`${ms} is no instant of the years 0000 to 9999`))
  })

  test('[D2] the first instant and the last', () => {
    expect(instantOfMillis(-62_167_219_200_000)).toBe('0000-01-01T00:00:00.000Z')
    expect(instantOfMillis(253_402_300_799_999)).toBe('9999-12-31T23:59:59.999Z')
  })
})

describe('the time zone of the machine', () => {
  const before = process.env.TZ
  afterEach(() => {
    // An absent TZ is the machine's own; assigning undefined would make it the text "undefined".
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  test.each([
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
    ['America/Sao_Paulo', 180],
  ])('[D2] %s changes nothing', (zone, offset) => {
    process.env.TZ = zone
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset)
    expect(dateOfDay(dayNumber('2018-11-04'))).toBe('2018-11-04')
    expect(dayNumber('2026-11-23')).toBe(20_780)
    expect(instantOfMillis(instantMillis('2026-11-23T23:59:59.999Z'))).toBe('2026-11-23T23:59:59.999Z')
    expect(isDate('2018-11-04')).toBe(true)
  })
})
