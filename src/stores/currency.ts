/** Amounts in a currency that no account has yet: how many decimals they are read with. */
import { currencyExponent } from '../application/currency-facts'

/** What people expect of a currency that no standard describes. */
const USUAL = 2

/** Decimals of the minor unit, and whether ISO 4217 says so; if not, the command has to state them. */
export function decimalsOf(currency: string): { readonly exponent: number; readonly standard: boolean } {
  const exponent = currencyExponent(currency)
  return { exponent: exponent ?? USUAL, standard: exponent !== undefined }
}
