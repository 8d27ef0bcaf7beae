/** Safe-integer arithmetic of minor units: a figure that a double cannot hold exactly is never made. */

/** The largest sum, balance or amount of one currency that a log may hold: 2^53 − 1. */
export const MAX_MINOR = Number.MAX_SAFE_INTEGER

/** Whether this is an amount: a safe integer of minor units above 0. */
export function isAmount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}

/** Whether this is an overdraft limit: a safe integer ≥ 0, or null for "unlimited". */
export function isOverdraftLimit(value: unknown): boolean {
  return value === null || (Number.isSafeInteger(value) && Number(value) >= 0)
}

/**
 * The sum of two safe integers of minor units.
 * @throws RangeError where it is none itself; deciders refuse before it comes to that.
 */
export function addMinor(left: number, right: number): number {
  const sum = left + right
  if (!Number.isSafeInteger(sum))
    throw new RangeError(`${left} + ${right} minor units leave the range of exact integers`)
  return sum
}

/** Whether `total` (≥ 0) can grow by `amount` (≥ 0) and remain exact. Asked without ever making the inexact sum. */
export function fitsBeside(total: number, amount: number): boolean {
  return amount <= MAX_MINOR - total
}

/** A figure in major units as decimal text, the same in every locale: `-12.50` for −1250 with exponent 2. */
export function decimalText(minor: number, exponent: number): string {
  const figures = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = figures.slice(0, figures.length - exponent)
  const fraction = exponent === 0 ? '' : `.${figures.slice(-exponent)}`
  return `${minor < 0 ? '-' : ''}${whole}${fraction}`
}

/** A figure for messages: `-12.50 EUR`. */
export function moneyText(minor: number, unit: { readonly currency: string; readonly exponent: number }): string {
  return `${decimalText(minor, unit.exponent)} ${unit.currency}`
}
