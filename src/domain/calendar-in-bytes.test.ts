import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, instantMillis, isDate, isInstant } from './calendar'
import { dayInBytes, millisInBytes } from './calendar-in-bytes'

const utf8 = new TextEncoder()
const day = (text: string) => dayInBytes(utf8.encode(`..${text}`), 2)
const millis = (text: string) => millisInBytes(utf8.encode(`..${text}`), 2)

test('[D2] dates and instants in bytes are those of the calendar', () => {
  const instant = fc.date({
    min: new Date(-62_167_219_200_000),
    max: new Date(253_402_300_799_999),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instant, (date) => {
      const text = date.toISOString()
      expect(millis(text)).toBe(instantMillis(text))
      if (isDate(text.slice(0, 10))) expect(day(text.slice(0, 10))).toBe(dayNumber(text))
    }),
  )
})

test('[D2] what is no date or instant is none in bytes either', () => {
  const part = (max: number, length: number) => fc.nat(max).map((value) => String(value).padStart(length, '0'))
  const date = fc.tuple(part(2, 4), part(13, 2), part(32, 2)).map((parts) => parts.join('-'))
  const time = fc.tuple(part(25, 2), part(61, 2), part(61, 2)).map((parts) => parts.join(':'))
  fc.assert(
    fc.property(
      date,
      time,
      part(999, 3),
      fc.nat(23),
      fc.constantFrom('', 'x', '-', ':', ' '),
      (ymd, hms, ms, at, odd) => {
        const text = `${ymd}T${hms}.${ms}Z`
        const spoilt = text.slice(0, at) + odd + text.slice(at + odd.length)
        expect(!Number.isNaN(millis(spoilt))).toBe(isInstant(spoilt))
        expect(!Number.isNaN(day(spoilt.slice(0, 10)))).toBe(isDate(spoilt.slice(0, 10)))
      },
    ),
    { numRuns: 2000 },
  )
  expect(millis('2024-01-01T00:00')).toBeNaN()
  expect(day('2024-01-')).toBeNaN()
})
