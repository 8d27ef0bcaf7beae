/**
 * Money as people read it. Amounts arrive as safe integers of minor units and are handed to `Intl` as decimal text,
 * never as a quotient: 9 quadrillion cents divided by 100 is no longer exact. Formatters are kept, since making one
 * costs more than a hundred uses of it.
 */
import { userLocale } from '../../locales/user-locale'

// Words need counts too, so they are written there.
export { formatCount } from '../../locales/format-count'

export interface MoneyForm {
  /** Decimals of the minor unit, 0 to 8. */
  readonly exponent: number
  /** `[A-Z]{3,8}`. Left out: the figure alone, as in a column whose currency stands in its heading. */
  readonly currency?: string | undefined
  /** 'auto' marks what is below zero; 'always' also what is above; 'never' shows the size alone. */
  readonly sign?: 'auto' | 'always' | 'never'
  readonly locale?: string
}

/** The pieces of an amount, in the locale's order, for the large balance whose symbol and cents are quiet. */
export interface MoneyPart {
  readonly kind: 'sign' | 'symbol' | 'whole' | 'cents' | 'space'
  readonly text: string
}

const SIGN_DISPLAY = { auto: 'negative', always: 'exceptZero', never: 'never' } as const
const ISO_CODE = /^[A-Z]{3}$/
const TRUE_MINUS = '\u2212'

/** The amount as text, with the true minus sign: `−8.40`, `+€64.00`, `2.431,07 €`. */
export function formatMoney(minor: number, form: MoneyForm): string {
  const { exponent, currency, sign = 'auto', locale = userLocale() } = form
  const iso = currency !== undefined && ISO_CODE.test(currency)
  const text = formatter(locale, exponent, iso ? currency : undefined, sign).format(decimalText(minor, exponent))
  const signed = minor < 0 ? text.replace('-', TRUE_MINUS) : text
  // A currency that is none of ISO 4217 (points, hours): the figure, then its code.
  return currency === undefined || iso ? signed : `${signed}\u00a0${currency}`
}

/** The same text in pieces. */
export function moneyParts(minor: number, form: MoneyForm): MoneyPart[] {
  const sign = form.sign ?? 'auto'
  const locale = form.locale ?? userLocale()
  const iso = form.currency !== undefined && ISO_CODE.test(form.currency)
  const parts = formatter(locale, form.exponent, iso ? form.currency : undefined, sign)
    .formatToParts(decimalText(minor, form.exponent))
    .map(asMoneyPart)
  if (form.currency === undefined || iso) return parts
  return [...parts, { kind: 'space', text: '\u00a0' }, { kind: 'symbol', text: form.currency }]
}

const symbols = new Map<string, string>()

/** `€`, `US$`, `CHF`: what stands for a currency in the reader's locale. */
export function currencySymbol(currency: string, locale = userLocale()): string {
  if (!ISO_CODE.test(currency)) return currency
  const key = `${locale} ${currency}`
  let symbol = symbols.get(key)
  if (symbol === undefined) {
    const parts = formatter(locale, 0, currency, 'never').formatToParts('0')
    symbol = parts.find((part) => part.type === 'currency')?.value ?? currency
    symbols.set(key, symbol)
  }
  return symbol
}

/** Minor units as exact decimal text that `Intl` and people's scripts read: (−840, 2) → `-8.40`. */
export function decimalText(minor: number, exponent: number): `${number}` {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no whole number of minor units`)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(digits.length - exponent)}`
  return (minor < 0 ? `-${text}` : text) as `${number}`
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, exponent: number, currency: string | undefined, sign: keyof typeof SIGN_DISPLAY) {
  const key = `${locale} ${exponent} ${currency ?? ''} ${sign}`
  let made = formatters.get(key)
  if (made === undefined) {
    made = new Intl.NumberFormat(locale, {
      ...(currency === undefined ? {} : { style: 'currency', currency }),
      minimumFractionDigits: exponent,
      maximumFractionDigits: exponent,
      signDisplay: SIGN_DISPLAY[sign],
    })
    formatters.set(key, made)
  }
  return made
}

function asMoneyPart(part: Intl.NumberFormatPart): MoneyPart {
  switch (part.type) {
    case 'minusSign':
      return { kind: 'sign', text: part.value.replace('-', TRUE_MINUS) }
    case 'plusSign':
      return { kind: 'sign', text: part.value }
    case 'currency':
      return { kind: 'symbol', text: part.value }
    case 'decimal':
    case 'fraction':
      return { kind: 'cents', text: part.value }
    case 'literal':
      return { kind: 'space', text: part.value }
    default:
      return { kind: 'whole', text: part.value }
  }
}

const compacts = new Map<string, Intl.NumberFormat>()

/** An amount for a scale, short: `2k`, `−1.5m`. Rounds to three digits; never for a figure that people compare. */
export function formatCompact(minor: number, exponent: number, locale = userLocale()): string {
  let made = compacts.get(locale)
  if (made === undefined) {
    made = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
    compacts.set(locale, made)
  }
  return made.format(decimalText(minor, exponent)).replace('-', TRUE_MINUS)
}

const spelled = new Map<string, Intl.NumberFormat>()

/** An amount to be heard: `2,431.07 euros`. */
export function spellMoney(minor: number, form: { readonly exponent: number; readonly currency: string }): string {
  const { exponent, currency } = form
  if (!ISO_CODE.test(currency)) return formatMoney(minor, { exponent, currency })
  const key = `${userLocale()} ${currency} ${exponent}`
  let made = spelled.get(key)
  if (made === undefined) {
    made = new Intl.NumberFormat(userLocale(), {
      style: 'currency',
      currency,
      currencyDisplay: 'name',
      minimumFractionDigits: exponent,
      maximumFractionDigits: exponent,
    })
    spelled.set(key, made)
  }
  return made.format(decimalText(minor, exponent))
}
