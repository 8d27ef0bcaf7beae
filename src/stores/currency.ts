/** Amounts in a currency that no account has yet: how many decimals they are read with. */
import { currencyExponent } from '../application/currency-facts'
import { userLocale } from '../locales/user-locale'

/** What people expect of a currency that no standard describes. */
const USUAL = 2

/** Decimals of the minor unit, and whether ISO 4217 says so; if not, the command has to state them. */
export function decimalsOf(currency: string): { readonly exponent: number; readonly standard: boolean } {
  const exponent = currencyExponent(currency)
  return { exponent: exponent ?? USUAL, standard: exponent !== undefined }
}

/** `EUR · Euro`, for every currency that the browser knows by name. */
export function currencySuggestions(codes: readonly string[] = Intl.supportedValuesOf('currency')): readonly string[] {
  const names = new Intl.DisplayNames([userLocale()], { type: 'currency', fallback: 'none' })
  return codes.flatMap((code) => {
    const name = names.of(code)
    return name === undefined ? [] : [`${code} · ${name}`]
  })
}

/** The code in what was typed or chosen: `eur`, `EUR · Euro`, `EUR (Euro)`; undefined where it does not begin with one. */
export function currencyCode(text: string): string | undefined {
  return /^\s*([A-Za-z]{3,8})(?![A-Za-z])/.exec(text)?.[1]?.toUpperCase()
}

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  SE: 'SEK',
  TR: 'TRY',
  UA: 'UAH',
  US: 'USD',
  ZA: 'ZAR',
}
const EURO = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '))

/** A guess to begin with, from where the browser is at home, whatever language the words are in; undefined where there is nothing to go by. */
export function likelyCurrency(locale = homeLocale()): string | undefined {
  const region = new Intl.Locale(locale).maximize().region ?? ''
  return EURO.has(region) ? 'EUR' : CURRENCY_OF_REGION[region]
}

function homeLocale(): string {
  return globalThis.navigator?.language ?? 'en'
}
