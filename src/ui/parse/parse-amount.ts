/**
 * Reads an amount as people type and paste it: `12,50`, `12.50+3`, `€ 1.234,56`, `1'234.50`, `CHF 12.–`.
 *
 * Rules (tests carry their ids):
 * [PA1] A separator that occurs twice, or before another one, groups; the last of two different ones is the decimal.
 * [PA2] A single separator is decimal, except where it is the locale's grouping one and exactly three digits follow
 *       (`1.234` in German is one thousand…; in English it is too precise for cents, and refused).
 * [PA3] Spaces (every kind) and apostrophes group; groups after the first have three digits (in India two, but for the last).
 * [PA4] Terms are joined by + and − (every kind of minus); a sign may lead.
 * [PA5] Currency symbols and the currency's own code or sign are passed over, once a term; other letters are refused.
 * [PA6] No more decimals than the currency has, unless they are zeros; the result is a safe integer of minor units.
 * [PA7] Whatever `Intl.NumberFormat` writes in the locale is read back as the same amount.
 */

export interface AmountFormat {
  /** Decimals of the minor unit, 0 to 8. */
  readonly exponent: number
  readonly locale: string
  /** Whose code and symbols may stand beside the figure. */
  readonly currency?: string | undefined
}

export type AmountFault =
  /** Nothing but spaces. */
  | 'empty'
  /** Letters, or signs and separators that make no amount. */
  | 'not-an-amount'
  | 'too-many-decimals'
  /** Beyond what can be counted exactly. */
  | 'too-large'

export type ParsedAmount =
  | {
      readonly ok: true
      /** Safe integer, minor units; negative where the text says so. */
      readonly minor: number
      /** It was a sum: show what it comes to. */
      readonly isSum: boolean
    }
  | { readonly ok: false; readonly fault: AmountFault }

const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g
/** By thousands, or as India groups. */
const GROUPED = /^\d{1,3}(?: \d{3})+$|^\d{1,2}(?: \d{2})* \d{3}$/

export function parseAmount(text: string, format: AmountFormat): ParsedAmount {
  const plain = normalise(text, format)
  if (plain === '') return { ok: false, fault: 'empty' }
  const terms = splitTerms(withoutCurrency(plain, format))
  if (terms === undefined) return { ok: false, fault: 'not-an-amount' }
  let sum = 0n
  for (const term of terms) {
    const digits = readFigure(term.text, format)
    if (typeof digits === 'string') return { ok: false, fault: digits }
    sum += term.negative ? -digits.units : digits.units
  }
  const minor = Number(sum)
  if (!Number.isSafeInteger(minor)) return { ok: false, fault: 'too-large' }
  return { ok: true, minor: minor === 0 ? 0 : minor, isSum: terms.length > 1 }
}

/** ASCII digits, one kind of minus, one kind of space, no invisible marks. */
function normalise(text: string, { locale }: AmountFormat): string {
  const zero = localeSigns(locale).digits
  let plain = text.normalize('NFKC').replace(INVISIBLE, '').replace(MINUS, '-').replace(/\s+/gu, ' ').trim()
  // A dash for "no cents": `12.–`
  plain = plain.replace(/(\d[.,])-+(?!\s*\d)/g, '$1')
  if (zero !== '0123456789') plain = plain.replace(/\p{Nd}/gu, (digit) => asciiDigit(digit, zero))
  return plain
}

function asciiDigit(digit: string, digits: string): string {
  const index = [...digits].indexOf(digit)
  return index < 0 ? digit : String(index)
}

/** Blanks out what stands for the currency. Figures never touch it from two sides, so a space cannot join two. */
function withoutCurrency(text: string, format: AmountFormat): string {
  let plain = text
  for (const sign of currencySigns(format)) {
    const found = new RegExp(`(?<![\\p{L}])${escapeForRegExp(sign)}(?![\\p{L}])`, 'giu')
    plain = plain.replace(found, ' ')
  }
  return plain.replace(/\p{Sc}/gu, ' ').trim()
}

interface Term {
  readonly negative: boolean
  readonly text: string
}

function splitTerms(text: string): Term[] | undefined {
  const terms: Term[] = []
  const matcher = /\s*([+-]?)\s*([^+-]+)/y
  while (matcher.lastIndex < text.length) {
    const match = matcher.exec(text)
    if (match === null) return undefined
    if (terms.length > 0 && match[1] === '') return undefined
    terms.push({ negative: match[1] === '-', text: (match[2] ?? '').trim() })
  }
  return terms.length === 0 || terms.some((term) => term.text === '') ? undefined : terms
}

function readFigure(text: string, format: AmountFormat): { readonly units: bigint } | AmountFault {
  const unified = text
    .replace(/['\u2019\u02bc`\u00b4_]/g, ' ')
    .replace(/\u066b/g, ',')
    .replace(/\u066c/g, ' ')
    .replace(/,? ,?/g, ' ')
  if (!/^[\d., ]*\d[\d., ]*$/.test(unified)) return 'not-an-amount'
  const point = decimalPoint(unified, format)
  const whole = point < 0 ? unified : unified.slice(0, point)
  const decimals = point < 0 ? '' : unified.slice(point + 1)
  if (!/^\d*$/.test(decimals)) return 'not-an-amount'
  const grouped = whole.replace(/[.,]/g, ' ')
  if (!/^\d*$/.test(whole) && !(GROUPED.test(grouped) && separatorsOf(whole) <= 1)) return 'not-an-amount'
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > format.exponent) return 'too-many-decimals'
  const digits = grouped.replaceAll(' ', '') + kept.padEnd(format.exponent, '0')
  // 2^53 has 16 digits; a text of thousands must not cost a big sum.
  if (digits.replace(/^0+/, '').length > 16) return 'too-large'
  return { units: BigInt(digits) }
}

function separatorsOf(text: string): number {
  return new Set(text.replace(/\d/g, '')).size
}

/** Where the decimals begin, −1 where there are none. [PA1] [PA2] */
function decimalPoint(text: string, { locale }: AmountFormat): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return -1
  const sign = text[last]
  const before = text.slice(0, last)
  if (/[., ]/.test(before)) {
    // The same sign twice groups; after another one it is the decimal sign.
    return before.includes(sign as string) ? -1 : last
  }
  const groups =
    sign === localeSigns(locale).group && /^\d{3}$/.test(text.slice(last + 1)) && /^[1-9]\d{0,2}$/.test(before)
  return groups ? -1 : last
}

interface LocaleSigns {
  readonly group: string
  /** The ten digits, zero first. */
  readonly digits: string
}
const knownSigns = new Map<string, LocaleSigns>()

function localeSigns(locale: string): LocaleSigns {
  let signs = knownSigns.get(locale)
  if (signs === undefined) {
    const parts = new Intl.NumberFormat(locale).formatToParts(123456789.5)
    const digits = new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)
    signs = { group: parts.find((part) => part.type === 'group')?.value ?? '', digits: [...digits].reverse().join('') }
    knownSigns.set(locale, signs)
  }
  return signs
}

const knownCurrencySigns = new Map<string, readonly string[]>()

/** The longest first, so that `US$` goes before `$`. */
function currencySigns({ currency, locale }: AmountFormat): readonly string[] {
  if (currency === undefined) return []
  const key = `${locale} ${currency}`
  let signs = knownCurrencySigns.get(key)
  if (signs === undefined) {
    const found = new Set([currency])
    if (/^[A-Z]{3}$/.test(currency)) {
      // British English writes US$ where others write $: what is pasted may come from anywhere.
      for (const language of [locale, 'en-GB']) {
        for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
          const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
          const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value
          if (symbol) found.add(symbol.normalize('NFKC').replace(INVISIBLE, ''))
        }
      }
    }
    signs = [...found].sort((a, b) => b.length - a.length)
    knownCurrencySigns.set(key, signs)
  }
  return signs
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
