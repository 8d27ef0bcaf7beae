/** From the words that name a number (why-store.ts) to what it is of, in the open ledger. */
import type { Timeline } from '../../projections/timeline'
import type { Moment } from '../../time-travel/moment'
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
    /** `account`: only what concerns it; `since`: the moment A. */
    | { readonly kind: 'between'; readonly unit: number; readonly account?: number; readonly since: Moment }
  )

const FORMS = /^(account|change)$|^row:(\d+)$|^(total|transit|between):([A-Z]+)(?:\/(\d))?$/

/** What the screen shows, which some questions are asked of. */
export interface OnScreen {
  /** The id of the open account, or of the one that is compared alone or has its statement shown. */
  readonly accountId: string | undefined
  /** A, where two moments are compared. */
  readonly since: Moment | undefined
}

/** undefined for what names no number of this ledger. */
export function askedNumber(
  timeline: Timeline,
  text: string,
  { accountId: openAccount, since }: OnScreen,
): AskedNumber | undefined {
  const [, own, row, kind, currency, exponent] = FORMS.exec(text) ?? []
  const isBetween = kind === 'between'
  if (isBetween !== (since !== undefined) && (isBetween || own !== undefined || row !== undefined)) return undefined
  if (kind === 'total' || kind === 'transit' || isBetween) {
    const { units } = unitsOf(timeline)
    const unit = units.findIndex(
      (each) => each.currency === currency && (exponent === undefined || each.exponent === Number(exponent)),
    )
    const found = units[unit]
    if (found && isBetween && since !== undefined) {
      const account = openAccount === undefined ? undefined : timeline.accountNumber(openAccount)
      const { currency, exponent } = found
      return { kind, unit, since, currency, exponent, ...(account === undefined ? {} : { account }) }
    }
    return found && !isBetween ? { kind, unit, currency: found.currency, exponent: found.exponent } : undefined
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
