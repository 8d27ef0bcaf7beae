/** What the screens must know of a currency before an account in it exists. */
import { exponentOf } from '../domain/currency'

/** Decimals of the minor unit by ISO 4217; undefined for currencies that it does not name. */
export function currencyExponent(currency: string): number | undefined {
  return exponentOf(currency)
}
