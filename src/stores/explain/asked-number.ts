/** From the words that name a number (why-store.ts) to what it is of, in the open ledger. */
import type { Timeline } from '../../projections/timeline'
import { unitsOf } from '../../time-travel/units'

export interface AskedUnit {
  readonly currency: string
  readonly exponent: number
}

export type AskedNumber = AskedUnit &
  (
    | { readonly kind: 'balance' | 'change'; readonly account: number }
    | { readonly kind: 'row'; readonly account: number; readonly slot: number }
    | { readonly kind: 'total'; readonly unit: number }
    | { readonly kind: 'transit'; readonly unit: number }
  )

const FORMS = /^(account|change)$|^row:(\d+)$|^(total|transit):([A-Z]+)(?:\/(\d))?$/

/** undefined for what names no number of this ledger. `openAccount`: the id of the account on the screen. */
export function askedNumber(
  timeline: Timeline,
  text: string,
  openAccount: string | undefined,
): AskedNumber | undefined {
  const [, own, row, kind, currency, exponent] = FORMS.exec(text) ?? []
  if (kind === 'total' || kind === 'transit') {
    const { units } = unitsOf(timeline)
    const unit = units.findIndex(
      (each) => each.currency === currency && (exponent === undefined || each.exponent === Number(exponent)),
    )
    const found = units[unit]
    return found && { kind, unit, currency: found.currency, exponent: found.exponent }
  }
  const account = openAccount === undefined ? undefined : timeline.accountNumber(openAccount)
  const track = timeline.accounts[account ?? -1]
  if (!track) return undefined
  const of = { account: track.number, currency: track.currency, exponent: track.exponent }
  if (own === 'account') return { kind: 'balance', ...of }
  if (own === 'change') return { kind: 'change', ...of }
  const slot = Number(row) - 1
  return timeline.isEntry(slot) && timeline.columns.account[slot] === track.number
    ? { kind: 'row', slot, ...of }
    : undefined
}
