/**
 * How one entry could be why a balance is off: arithmetic only, on minor units. `difference` is what the bank says less
 * what the ledger says, so an entry explains it where (its true effect − its effect) is the difference.
 */

export type AmountFault =
  /** The bank does not have it: entered twice, not yet booked, or dated too early. */
  | { readonly kind: 'extra' }
  /** In for out, or out for in. */
  | { readonly kind: 'sign'; readonly truth: number }
  /** Two neighbouring digits in the wrong order. */
  | { readonly kind: 'digits'; readonly truth: number }
  /** The decimal sign one or two places off. */
  | { readonly kind: 'slip'; readonly truth: number }
  /** The bank has half of it. */
  | { readonly kind: 'half'; readonly truth: number }
  /** The bank has it twice, or one like it is not recorded. */
  | { readonly kind: 'once' }

export function amountFault(effect: number, difference: number): AmountFault | undefined {
  if (difference === 0 || effect === 0) return undefined
  if (effect === -difference) return { kind: 'extra' }
  const truth = effect + difference
  if (truth === -effect) return { kind: 'sign', truth }
  // Swapping digits, and moving the decimal sign, keep the remainder by nine.
  if (difference % 9 === 0) {
    if (isSwapped(effect, truth)) return { kind: 'digits', truth }
    if (isSlipped(effect, truth)) return { kind: 'slip', truth }
  }
  if (2 * truth === effect) return { kind: 'half', truth }
  return effect === difference ? { kind: 'once' } : undefined
}

/** Whether one is the other with two neighbouring digits changed about; `0.15` for `1.05` too. */
function isSwapped(effect: number, truth: number): boolean {
  if (Math.sign(effect) !== Math.sign(truth) || !Number.isSafeInteger(truth)) return false
  const [one, other] = [String(Math.abs(effect)), String(Math.abs(truth))]
  const length = Math.max(one.length, other.length)
  const [a, b] = [one.padStart(length, '0'), other.padStart(length, '0')]
  let at = 0
  while (a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

function isSlipped(effect: number, truth: number): boolean {
  return [10, 100].some((factor) => truth === effect * factor || truth * factor === effect)
}
