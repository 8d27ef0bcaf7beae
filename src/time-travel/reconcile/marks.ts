/**
 * What the bank said, as marks in an account's history: whether the ledger agrees with each of them, and whether it did
 * and no longer does. [RC1] to [RC3] in SPEC.md.
 */
import type { Timeline } from '../../projections/timeline'
import { entriesOf } from '../account-entries'
import { type HistoryAt, historyAt } from '../history-at'
import type { Bound } from '../resolve-moment'

export interface MarkAt {
  /** globalPosition of the BalanceAsserted. */
  readonly position: number
  /** Days since 1970: at the end of this day. */
  readonly day: number
  /** What the bank said, minor units. */
  readonly asserted: number
  /** The ledger's balance of that day by all that the moment knows, minor units. */
  readonly balance: number
  /** 'changed': it agreed once, and no longer does. */
  readonly status: 'agrees' | 'changed' | 'differs'
  /** Events after which it agreed last; those behind them are why it no longer does. Only where it is 'changed'. */
  readonly agreedUntil?: number
  /** Rows of the history that are of later days: the mark stands under so many. */
  readonly row: number
}

/** Of one BalanceAsserted, whatever the moment. */
interface Mark {
  readonly position: number
  readonly day: number
  readonly asserted: number
  /** Counts of events, in pairs and rising: it agrees from the first to just before the second. */
  readonly spans: readonly number[]
}

interface Kept {
  readonly assertions: number
  readonly entries: number
  readonly marks: readonly Mark[]
}

const NONE: readonly Mark[] = []
const kept = new WeakMap<Timeline, Map<number, Kept>>()
/** Accounts kept a timeline. */
const MOST_KEPT = 8

/** An account's marks that the moment shows, by day; of several of one day the last recorded counts. */
export function marksAt(timeline: Timeline, account: number, bound: Bound): MarkAt[] {
  const marks = marksOf(timeline, account)
  if (marks.length === 0) return []
  const byDay = new Map<number, Mark>()
  for (const mark of marks) if (mark.position <= bound.position && mark.day <= bound.day) byDay.set(mark.day, mark)
  const history = historyAt(timeline, account, bound)
  return [...byDay.values()].sort((a, b) => a.day - b.day).map((mark) => markAt(timeline, history, mark, bound))
}

/** How many rows of a history, which is newest first, are of later days. */
export function rowsAfterDay(timeline: Timeline, history: HistoryAt, day: number): number {
  const days = timeline.columns.day
  let low = 0
  let high = history.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[history.slot(middle)] as number) > day) low = middle + 1
    else high = middle
  }
  return low
}

/** The account's balance at the end of a day. */
export function balanceOnDay(timeline: Timeline, history: HistoryAt, day: number): number {
  const row = rowsAfterDay(timeline, history, day)
  return row < history.length ? history.balance(row) : 0
}

/** Entries of the mark's day or before that were recorded behind it, or behind the last agreement, oldest first. */
export function entriesBelow(timeline: Timeline, account: number, mark: MarkAt, position: number): number[] {
  const { day } = timeline.columns
  const from = mark.agreedUntil ?? mark.position
  const { recorded } = entriesOf(timeline, account)
  const late: number[] = []
  for (let index = recorded.length - 1; index >= 0; index--) {
    const slot = recorded[index] as number
    if (slot < from) break
    if (slot < position && (day[slot] as number) <= mark.day) late.push(slot)
  }
  return late.reverse()
}

function markAt(timeline: Timeline, history: HistoryAt, mark: Mark, { position }: Bound): MarkAt {
  const { day, asserted, spans } = mark
  const row = rowsAfterDay(timeline, history, day)
  const balance = row < history.length ? history.balance(row) : 0
  const shown = { position: mark.position, day, asserted, balance, row }
  for (let index = spans.length - 2; index >= 0; index -= 2) {
    if ((spans[index] as number) > position) continue
    const end = spans[index + 1] as number
    return end > position ? { ...shown, status: 'agrees' } : { ...shown, status: 'changed', agreedUntil: end - 1 }
  }
  return { ...shown, status: 'differs' }
}

function marksOf(timeline: Timeline, account: number): readonly Mark[] {
  const assertions = timeline.assertions.length
  if (assertions === 0) return NONE
  const accounts = kept.get(timeline) ?? new Map<number, Kept>()
  kept.set(timeline, accounts)
  const entries = timeline.accounts[account]?.entryCount ?? 0
  const known = accounts.get(account)
  if (known?.assertions === assertions && known.entries === entries) return known.marks
  const marks = makeMarks(timeline, account)
  accounts.delete(account)
  accounts.set(account, { assertions, entries, marks })
  if (accounts.size > MOST_KEPT) accounts.delete(accounts.keys().next().value ?? account)
  return marks
}

/**
 * Goes back from the newest entry, taking each one away from the balances of the marks that were there before it. What
 * was never backdated is passed over, so that it is one look an entry.
 */
function makeMarks(timeline: Timeline, account: number): readonly Mark[] {
  const own = timeline.assertions.filter((each) => each.account === account)
  if (own.length === 0) return NONE
  const { day, effect } = timeline.columns
  const { recorded } = entriesOf(timeline, account)
  const history = historyAt(timeline, account, { position: timeline.size, day: Number.POSITIVE_INFINITY })
  const growing = own.map((mark) => new GrowingSpans(mark.balance, balanceOnDay(timeline, history, mark.day)))
  let latest = Number.NEGATIVE_INFINITY
  const markDays = Int32Array.from(own, (mark) => mark.day)
  const latestDays = own.map((mark) => (latest = Math.max(latest, mark.day)))
  let before = own.length
  for (let index = recorded.length - 1; index >= 0; index--) {
    const slot = recorded[index] as number
    while (before > 0 && (own[before - 1]?.position ?? 0) > slot) before--
    if (before === 0) break
    const entryDay = day[slot] as number
    if (entryDay > (latestDays[before - 1] as number)) continue
    for (let mark = 0; mark < before; mark++) {
      if ((markDays[mark] as number) >= entryDay) growing[mark]?.undo(slot, effect[slot] as number)
    }
  }
  return own.map((mark, index) => ({
    position: mark.position,
    day: mark.day,
    asserted: mark.balance,
    spans: growing[index]?.since(mark.position) ?? [],
  }))
}

/** The spans of one mark, made from the newest back. */
class GrowingSpans {
  readonly #spans: number[] = []
  #end = Number.POSITIVE_INFINITY

  constructor(
    private readonly asserted: number,
    private balance: number,
  ) {}

  /** The entry in `slot` is taken away. */
  undo(slot: number, effect: number): void {
    if (this.balance === this.asserted) this.#spans.push(this.#end, slot + 1)
    this.balance -= effect
    this.#end = slot + 1
  }

  since(position: number): readonly number[] {
    if (this.balance === this.asserted) this.#spans.push(this.#end, position)
    return this.#spans.reverse()
  }
}
