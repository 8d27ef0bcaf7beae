import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText, formatMoney } from '../format/format-money'
import { type AmountFormat, parseAmount } from './parse-amount'

const en: AmountFormat = { exponent: 2, locale: 'en', currency: 'EUR' }
const de: AmountFormat = { exponent: 2, locale: 'de', currency: 'EUR' }
const swiss: AmountFormat = { exponent: 2, locale: 'de-CH', currency: 'CHF' }

function minor(text: string, format: AmountFormat): number | string {
  const parsed = parseAmount(text, format)
  return parsed.ok ? parsed.minor : parsed.fault
}

describe('separators', () => {
  test.each([
    ['€ 1.234,56', en, 123456],
    ['1,234.56', de, 123456],
    ['1.234.567,8', en, 123456780],
    ['1,234,567', de, 123456700],
    ['1.234.567', en, 123456700],
    ['1.234,567', { ...en, exponent: 3 }, 1234567],
    ['12,34,567', en, 123456700],
    ['12,34', { ...en, exponent: 0 }, 'too-many-decimals'],
    ['1,2345', en, 'too-many-decimals'],
    ['1.2.3', en, 'not-an-amount'],
    ['1,234.567,8', en, 'not-an-amount'],
    ['1.23,4', en, 'not-an-amount'],
  ])('[PA1] %s groups and has decimals', (text, format, wanted) => {
    expect(minor(text, format)).toBe(wanted)
  })

  test.each([
    ['12,50', de, 1250],
    ['12,50', en, 1250],
    ['12.50', de, 1250],
    ['12.5', en, 1250],
    ['1.234', de, 123400],
    ['1,234', en, 123400],
    ['1.234', en, 'too-many-decimals'],
    ['1,234', de, 'too-many-decimals'],
    ['1,234', { ...de, exponent: 3 }, 1234],
    ['0,123', en, 'too-many-decimals'],
    ['1234,567', en, 'too-many-decimals'],
    ['.5', en, 50],
    [',5', de, 50],
    ['12.', en, 1200],
    ['.', en, 'not-an-amount'],
  ])('[PA2] the only separator of %s', (text, format, wanted) => {
    expect(minor(text, format)).toBe(wanted)
  })

  test.each([
    ['1 234,56', 123456],
    ['1\u00a0234,56', 123456],
    ['1\u202f234\u202f567,89', 123456789],
    ["1'234.50", 123450],
    ['1\u2019234.50', 123450],
    ['12 34', 'not-an-amount'],
    ['1 23', 'not-an-amount'],
  ])('[PA3] %s groups by spaces or apostrophes', (text, wanted) => {
    expect(minor(text, swiss)).toBe(wanted)
  })
})

describe('sums', () => {
  test.each([
    ['12.50+3', 1550],
    ['12,50 + 3', 1550],
    ['10-2,50', 750],
    ['10\u22122,50', 750],
    ['-5', -500],
    ['\u2013 5', -500],
    ['+5', 500],
    ['2480+1250', 373000],
    ['1+2+3-0.01', 599],
    ['0.1+0.2', 30],
    ['1.000,50+€ 2,50', 100300],
    ['5-5', 0],
    ['12+', 'not-an-amount'],
    ['+', 'not-an-amount'],
    ['1++2', 'not-an-amount'],
    ['--5', 'not-an-amount'],
    ['2*3', 'not-an-amount'],
    ['(5)', 'not-an-amount'],
  ])('[PA4] %s', (text, wanted) => {
    expect(minor(text, de)).toBe(wanted)
  })

  test('[PA4] only a sum says that it is one', () => {
    expect(parseAmount('12+3', en)).toMatchObject({ isSum: true })
    expect(parseAmount('-12', en)).toMatchObject({ isSum: false })
  })

  test('[PA4] a sum that cancels out is zero, not minus zero', () => {
    expect(Object.is(minor('-0', en), 0)).toBe(true)
  })
})

describe('currencies', () => {
  test.each([
    ['EUR 12', en, 1200],
    ['12 eur', en, 1200],
    ['12€', en, 1200],
    ['€12', en, 1200],
    ['-€12', en, -1200],
    ['€-12', en, -1200],
    ['$12', en, 1200],
    ['CHF 12.\u2013', swiss, 1200],
    ['12.-', swiss, 1200],
    ['12 Kč', { exponent: 2, locale: 'cs', currency: 'CZK' }, 1200],
    ['US$12', { exponent: 2, locale: 'de-CH', currency: 'USD' }, 1200],
    ['\uffe51,234', { exponent: 0, locale: 'ja', currency: 'JPY' }, 1234],
    ['\uff11\uff12', { exponent: 0, locale: 'ja', currency: 'JPY' }, 12],
    ['POINTS 12', { exponent: 0, locale: 'en', currency: 'POINTS' }, 12],
    ['\u0661\u0662\u066b\u0665', { exponent: 2, locale: 'ar-EG', currency: 'EGP' }, 1250],
    ['12 USD', en, 'not-an-amount'],
    ['twelve', en, 'not-an-amount'],
    ['1e5', en, 'not-an-amount'],
    ['12k', en, 'not-an-amount'],
    ['0x10', en, 'not-an-amount'],
    ['€', en, 'not-an-amount'],
    ['1 € 50', en, 'not-an-amount'],
  ])('[PA5] %s', (text, format, wanted) => {
    expect(minor(text, format)).toBe(wanted)
  })
})

describe('bounds', () => {
  test.each([
    ['', 'empty'],
    ['  \u00a0 ', 'empty'],
    ['0', 0],
    ['0.00', 0],
    ['12.500', 1250],
    ['12.005', 'too-many-decimals'],
    ['12.5000', 1250],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', 'too-large'],
    ['90071992547409.91+0.01', 'too-large'],
    ['9'.repeat(5000), 'too-large'],
    [`${'0'.repeat(40)}12`, 1200],
  ])('[PA6] %s', (text, wanted) => {
    expect(minor(text, en)).toBe(wanted)
  })

  test.each([
    ['12', 0, 12],
    ['12.0', 0, 12],
    ['12.5', 0, 'too-many-decimals'],
    ['0.00000001', 8, 1],
    ['12', 8, 1_200_000_000],
  ])('[PA6] %s with %d decimals', (text, exponent, wanted) => {
    expect(minor(text, { exponent, locale: 'en' })).toBe(wanted)
  })
})

const LOCALES = ['de', 'en', 'fr', 'de-CH', 'cs', 'ja', 'pt-PT', 'sv', 'en-IN', 'ar-EG', 'hi'] as const
const CURRENCIES = [
  ['EUR', 2],
  ['CHF', 2],
  ['USD', 2],
  ['CZK', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['POINTS', 0],
] as const

describe('round trip', () => {
  test.each(LOCALES)('[PA7] what Intl writes in %s is read back', (locale) => {
    const amounts = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2_000_000, max: 2_000_000 }))
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), fc.boolean(), (amount, [currency, exponent], symbol) => {
        const format = { exponent, currency, locale }
        const text = formatMoney(amount, symbol ? format : { exponent, locale })
        expect(parseAmount(text, format), text).toEqual({ ok: true, minor: amount, isSum: false })
      }),
    )
  })

  test('[PA6] any amount written plainly is read back in any locale', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(8), fc.constantFrom(...LOCALES), (amount, exponent, locale) => {
        const text = decimalText(amount, exponent)
        // Three decimals behind at most three figures are thousands where the point groups.
        fc.pre(!/^-?[1-9]\d{0,2}\.\d{3}$/.test(text))
        expect(parseAmount(text, { exponent, locale })).toMatchObject({ ok: true, minor: amount })
      }),
    )
  })

  test('whatever is typed gives an amount or a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...LOCALES), (text, locale) => {
        const parsed = parseAmount(text, { exponent: 2, locale, currency: 'EUR' })
        if (parsed.ok) expect(Number.isSafeInteger(parsed.minor)).toBe(true)
      }),
    )
  })
})
