/** From the words that name a number (why-store.ts) to what it is of, in the open ledger. */
import type { Timeline } from '../../projections/timeline'
import type { Moment } from '../../time-travel/moment'
import { dateOrNone, type PeriodDates, periodOfDates } from '../../time-travel/statement/periods'
import type { Period } from '../../time-travel/statement/statement-at'
import { unitsOf } from '../../time-travel/units'
import { momentOfText } from '../moments/moment-text'

export interface AskedUnit {
  readonly currency: string
  readonly exponent: number
}

/** A number that stands still while the cursor moves; with a day alone only the log behind it moves. */
export type FixedAt = { readonly moment: Moment } | { readonly day: number }

export type AskedNumber = AskedUnit &
  (
    | { readonly kind: 'balance'; readonly account: number; readonly at?: FixedAt }
    | { readonly kind: 'change'; readonly account: number }
    | { readonly kind: 'row'; readonly account: number; readonly slot: number }
    | { readonly kind: 'total'; readonly unit: number; readonly at?: FixedAt }
    | { readonly kind: 'transit'; readonly unit: number }
    /** `account`: only of it; `since`: the moment A. */
    | { readonly kind: 'between'; readonly unit: number; readonly account?: number; readonly since: Moment }
    /** Of an account's statement. */
    | { readonly kind: 'opening' | 'closing'; readonly account: number; readonly period: Period }
    | { readonly kind: 'in' | 'out'; readonly account: number; readonly period: Period }
  )

type OfPeriod = Extract<AskedNumber, { readonly period: Period }>

/** Numbers that are a list of entries rather than a sum up to a moment. */
export type Listed = Extract<AskedNumber, { readonly kind: 'transit' | 'in' | 'out' }>

export function isListed(asked: AskedNumber): asked is Listed {
  return asked.kind === 'transit' || asked.kind === 'in' || asked.kind === 'out'
}

/** Of another moment than the one that the screen shows. */
export function hasOwnMoment(asked: AskedNumber): boolean {
  return asked.kind === 'opening' || asked.kind === 'closing' || ('at' in asked && asked.at !== undefined)
}

const OWN = /^(?:account|change|row:(\d+))$/
const OF_PERIOD = /^(?:opening|closing|in|out)$/
const OF_UNIT = /^(total|transit|between):([A-Z]+)(?:\/(\d))?(?:@(.+))?$/
const OF_ACCOUNT = /^(of|between):([\da-f-]{36})(?:@(.+))?$/

/** What the screen shows, which some questions are asked of. */
export interface OnScreen {
  /** The id of the open account, or of the one whose statement is shown. */
  readonly accountId: string | undefined
  /** A, where two moments are compared. */
  readonly since: Moment | undefined
  /** Of a statement. */
  readonly period: PeriodDates | undefined
}

/** undefined for what names no number of this ledger. */
export function askedNumber(timeline: Timeline, text: string, screen: OnScreen): AskedNumber | undefined {
  const own = OWN.exec(text)
  if (own) return ofOpenAccount(timeline, text, own[1], screen)
  if (OF_PERIOD.test(text)) return ofPeriod(timeline, text as OfPeriod['kind'], screen)
  const unit = OF_UNIT.exec(text)
  if (unit) return ofUnit(timeline, unit, screen)
  const account = OF_ACCOUNT.exec(text)
  return account ? ofAccount(timeline, account, screen) : undefined
}

function trackOf(timeline: Timeline, id: string | undefined) {
  const track = id === undefined ? undefined : timeline.accounts[timeline.accountNumber(id) ?? -1]
  return track && { account: track.number, currency: track.currency, exponent: track.exponent }
}

function ofOpenAccount(timeline: Timeline, text: string, row: string | undefined, { accountId }: OnScreen) {
  const of = trackOf(timeline, accountId)
  if (!of) return undefined
  if (row === undefined) return { kind: text === 'change' ? ('change' as const) : ('balance' as const), ...of }
  const slot = Number(row) - 1
  const isIt = timeline.isEntry(slot) && timeline.columns.account[slot] === of.account
  return isIt ? { kind: 'row' as const, slot, ...of } : undefined
}

function ofPeriod(timeline: Timeline, kind: OfPeriod['kind'], { accountId, period }: OnScreen): OfPeriod | undefined {
  const of = trackOf(timeline, accountId)
  if (!of || !period) return undefined
  const dates = { from: dateOrNone(period.from), to: dateOrNone(period.to) }
  return { kind, period: periodOfDates(dates), ...of } as OfPeriod
}

type Found = RegExpExecArray

function ofUnit(timeline: Timeline, [, kind, currency, exponent, at]: Found, { since }: OnScreen) {
  const { units } = unitsOf(timeline)
  const unit = units.findIndex(
    (each) => each.currency === currency && (exponent === undefined || each.exponent === Number(exponent)),
  )
  const found = units[unit]
  if (!found) return undefined
  const of = { unit, currency: found.currency, exponent: found.exponent }
  if (kind === 'between') return since && { kind: 'between' as const, since, ...of }
  if (kind === 'transit') return { kind: 'transit' as const, ...of }
  return fixed({ kind: 'total' as const, ...of }, at, since)
}

function ofAccount(timeline: Timeline, [, kind, id, at]: Found, { since }: OnScreen) {
  const of = trackOf(timeline, id)
  if (!of) return undefined
  if (kind === 'of') return fixed({ kind: 'balance' as const, ...of }, at, since)
  const unit = unitsOf(timeline).ofAccount[of.account] as number
  return since && { kind: 'between' as const, since, unit, ...of }
}

function fixed<Of extends AskedNumber & { readonly kind: 'balance' | 'total' }>(
  of: Of,
  text: string | undefined,
  since: Moment | undefined,
): (Of & { readonly at?: FixedAt }) | undefined {
  if (text === undefined) return of
  if (text === 'a') return since && { ...of, at: { moment: since } }
  if (dateOrNone(text) !== undefined) return { ...of, at: { day: periodOfDates({ from: text, to: text }).to } }
  const moment = momentOfText(text)
  return moment && { ...of, at: { moment } }
}
