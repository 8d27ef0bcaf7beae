import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '../format/format-date'
import { parseDate } from './parse-date'

/** A Tuesday. */
const today = '2024-03-12'
const read = (text: string, locale = 'en-GB') => parseDate(text, { locale, today })

describe('dates as people type them', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-3-2', '2024-03-02'],
    ['20240312', '2024-03-12'],
    ['0001-01-01', '0001-01-01'],
    ['2024-13-01', undefined],
  ])('[PD1] %s is ISO', (text, wanted) => {
    expect(read(text)).toBe(wanted)
  })

  test.each([
    ['12.3.2024', 'de', '2024-03-12'],
    ['12.03.24', 'de', '2024-03-12'],
    ['3/12/2024', 'en-US', '2024-03-12'],
    ['3/12/24', 'en-US', '2024-03-12'],
    ['12/3/24', 'en-GB', '2024-03-12'],
    ['2024/3/12', 'en-US', '2024-03-12'],
    ['2024. 3. 12.', 'hu', '2024-03-12'],
    ['2024年3月12日', 'ja', '2024-03-12'],
    ['12.3.75', 'de', '1975-03-12'],
    ['12.3.73', 'de', '2073-03-12'],
  ])('[PD2] %s in %s', (text, locale, wanted) => {
    expect(read(text, locale)).toBe(wanted)
  })

  test.each([
    ['12 Mar 2024', 'en-GB', '2024-03-12'],
    ['March 12, 2024', 'en-US', '2024-03-12'],
    ['12. März 2024', 'de', '2024-03-12'],
    ['12 march 2024', 'de', '2024-03-12'],
    ['Tue 12 Mar 2024', 'en-GB', '2024-03-12'],
    ['12th of March 2024', 'en-GB', '2024-03-12'],
    ['12 mars 2024', 'fr', '2024-03-12'],
    ['12. března 2024', 'cs', '2024-03-12'],
    ['12mar2024', 'en-GB', '2024-03-12'],
    ['mar 12 gen 2021', 'it', '2021-01-12'],
    ['mar 12 mar 2024', 'it', '2024-03-12'],
    ['tiistaina 12. maaliskuuta 2024', 'fi', '2024-03-12'],
    ['terça-feira, 12 de março de 2024', 'pt-BR', '2024-03-12'],
    ['2024年3月12日(火)', 'ja', '2024-03-12'],
    ['2024年3月12日火曜日', 'ja', '2024-03-12'],
    ['12 Foo 2024', 'en-GB', undefined],
  ])('[PD3] %s in %s', (text, locale, wanted) => {
    expect(read(text, locale)).toBe(wanted)
  })

  test.each([
    ['12 Mar', 'en-GB', '2024-03-12'],
    ['13 Mar', 'en-GB', '2023-03-13'],
    ['12.3.', 'de', '2024-03-12'],
    ['24.12.', 'de', '2023-12-24'],
    ['29 Feb', 'en-GB', '2024-02-29'],
    ['Feb 2023', 'en-GB', '2023-02-28'],
    ['2/2023', 'en-GB', '2023-02-28'],
    ['2023', 'en-GB', '2023-12-31'],
    ['Feb', 'en-GB', '2024-02-29'],
    ['Dec', 'en-GB', '2023-12-31'],
  ])('[PD4] %s in %s leaves something out', (text, locale, wanted) => {
    expect(read(text, locale)).toBe(wanted)
  })

  test.each([
    ['today', 'en-GB', '2024-03-12'],
    ['Yesterday', 'en-GB', '2024-03-11'],
    ['gestern', 'de', '2024-03-11'],
    ['yesterday', 'de', '2024-03-11'],
    ['fri', 'en-GB', '2024-03-08'],
    ['Friday', 'en-GB', '2024-03-08'],
    ['tue', 'en-GB', '2024-03-05'],
    ['Freitag', 'de', '2024-03-08'],
  ])('[PD5] %s in %s', (text, locale, wanted) => {
    expect(read(text, locale)).toBe(wanted)
  })

  test.each(['31.4.2024', '2023-02-29', '31 Feb 2024', '0.1.2024', '1/2/3/4', 'sometime', '', '   ', '12345'])(
    '[PD6] %s is no date',
    (text) => {
      expect(read(text, 'de')).toBeUndefined()
    },
  )

  test.each(['en-GB', 'en-US', 'de', 'fr', 'cs', 'ja', 'sv', 'es', 'nl'])(
    '[PD3] what is shown in %s is read back',
    (locale) => {
      const days = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      fc.assert(
        fc.property(days, fc.constantFrom('date' as const, 'long' as const), (day, form) => {
          const date = day.toISOString().slice(0, 10)
          expect(parseDate(formatDate(date, form, { locale }), { locale, today })).toBe(date)
        }),
      )
    },
  )
})
