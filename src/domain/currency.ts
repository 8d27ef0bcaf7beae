/** ISO 4217: how many decimals the minor unit of a currency has, so that nobody has to be asked for it. */

const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const TWO = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
  COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
  JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
  NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
  THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`
const THREE = 'BHD IQD JOD KWD LYD OMR TND'
const FOUR = 'CLF UYW'
/** Withdrawn of late: accounts that once were in them are still kept. */
const WITHDRAWN_TWO = 'ANG BGN CUC HRK SLL ZWL'

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  [[NONE, 0] as const, [TWO, 2] as const, [WITHDRAWN_TWO, 2] as const, [THREE, 3] as const, [FOUR, 4] as const].flatMap(
    ([codes, exponent]) =>
      codes
        .trim()
        .split(/\s+/)
        .map((code) => [code, exponent] as const),
  ),
)

/**
 * Decimals of the minor unit by ISO 4217: 0 to 4. Undefined where the standard names none: unknown codes, and those
 * of metals and units of account (XAU, XDR …), for which it says "N.A.".
 */
export function exponentOf(currency: string): number | undefined {
  return EXPONENTS.get(currency)
}

/** Whether a text has the form that the log allows for a currency: three to eight capital letters. */
export function isCurrencyCode(text: unknown): boolean {
  return typeof text === 'string' && /^[A-Z]{3,8}$/.test(text)
}
