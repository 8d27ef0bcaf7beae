/** What stands under the big balance: how far it moved lately, or how far the past is from now. */
import { CHANGE_DAYS } from '../../stores/explain/why-store'

export type AccountDelta =
  | { readonly kind: 'not-opened' }
  /** At now: the change over the last `days`. */
  | { readonly kind: 'moved' | 'unmoved'; readonly amount: number; readonly days: number }
  /** Rewound: the distance to the balance at now; `amount` is not negative. */
  | { readonly kind: 'less-than-now' | 'more-than-now' | 'same-as-now'; readonly amount: number }

export const DELTA_DAYS = CHANGE_DAYS

interface DeltaInput {
  readonly isNow: boolean
  /** Whether the account exists at the cursor. */
  readonly opened: boolean
  /** Minor units at the cursor. */
  readonly balance: number
  /** Minor units at now. */
  readonly balanceNow: number
  /** Minor units `DELTA_DAYS` days before now; looked at only when `isNow`. */
  readonly balanceBefore: number
}

export function accountDelta({ isNow, opened, balance, balanceNow, balanceBefore }: DeltaInput): AccountDelta {
  if (!opened) return { kind: 'not-opened' }
  if (isNow) {
    const amount = balance - balanceBefore
    return { kind: amount === 0 ? 'unmoved' : 'moved', amount, days: DELTA_DAYS }
  }
  const distance = balance - balanceNow
  if (distance === 0) return { kind: 'same-as-now', amount: 0 }
  return { kind: distance < 0 ? 'less-than-now' : 'more-than-now', amount: Math.abs(distance) }
}
