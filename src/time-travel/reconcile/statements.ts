/**
 * The bank's balances beside the ledger's, and the stretches of days in which they began to differ. [RC4] to [RC6] in
 * SPEC.md.
 */
import type { Timeline } from '../../projections/timeline'
import { type HistoryAt, historyAt } from '../history-at'
import { balanceOnDay, type MarkAt, marksAt, rowsAfterDay } from './marks'

export interface Statement {
  /** Days since 1970: at the end of this day. */
  readonly day: number
  /** What the bank says, minor units. */
  readonly balance: number
}

export interface StatementAt extends Statement {
  /** What the ledger says, minor units. */
  readonly ledger: number
  /** The bank's less the ledger's. */
  readonly difference: number
  /** The recorded mark that says the same. */
  readonly mark?: MarkAt
}

/** Since when: what is the last thing known to be right. */
export type Start =
  | { readonly kind: 'agreed' | 'differed'; readonly statement: StatementAt }
  /** No other statement is known; the ledger held what the bank says at the end of this day. */
  | { readonly kind: 'same-balance'; readonly day: number }
  | { readonly kind: 'beginning' }

export interface Stretch {
  readonly start: Start
  /** The fault is of a later day than this, minus infinity where nothing is known, */
  readonly afterDay: number
  /** and of this statement's day or before. */
  readonly until: StatementAt
  /** How much of the difference began here. */
  readonly difference: number
}

export interface Reconciliation {
  /** All that is known of what the bank says, by day. */
  readonly statements: readonly StatementAt[]
  /** The one that was asked about: the last one given, or else the newest recorded. */
  readonly asked: StatementAt | undefined
  /**
   * Where to look, the widest first: from the last agreement to the statement asked about, then each part in which the
   * difference grew or shrank. One alone where only one part holds all of it. Empty where they agree.
   */
  readonly stretches: readonly Stretch[]
}

/** @param position events known */
export function reconcileAt(
  timeline: Timeline,
  account: number,
  position: number,
  given: readonly Statement[],
): Reconciliation {
  const bound = { position, day: Number.POSITIVE_INFINITY }
  const history = historyAt(timeline, account, bound)
  const marks = new Map(marksAt(timeline, account, bound).map((mark) => [mark.day, mark]))
  const wanted = new Map<number, number>()
  for (const mark of marks.values()) wanted.set(mark.day, mark.asserted)
  // What is given now is newer than what was recorded of the same day.
  for (const { day, balance } of given) wanted.set(day, balance)
  const statements = [...wanted]
    .sort(([a], [b]) => a - b)
    .map(([day, balance]): StatementAt => {
      const ledger = balanceOnDay(timeline, history, day)
      const mark = marks.get(day)
      return { day, balance, ledger, difference: balance - ledger, ...(mark?.asserted === balance ? { mark } : {}) }
    })
  const lastDay = given.length > 0 ? Math.max(...given.map(({ day }) => day)) : Number.POSITIVE_INFINITY
  const asked = statements.findLast(({ day }) => day <= lastDay)
  return { statements, asked, stretches: asked ? stretchesOf(timeline, history, statements, asked) : [] }
}

function stretchesOf(
  timeline: Timeline,
  history: HistoryAt,
  statements: readonly StatementAt[],
  asked: StatementAt,
): readonly Stretch[] {
  if (asked.difference === 0) return []
  const end = statements.indexOf(asked)
  const agreed = statements.findLastIndex(({ difference }, index) => index < end && difference === 0)
  const parts: Stretch[] = []
  for (let index = agreed + 1; index <= end; index++) {
    const until = statements[index] as StatementAt
    const before = statements[index - 1]
    const difference = until.difference - (before?.difference ?? 0)
    if (difference !== 0) parts.push(stretch(startAt(timeline, history, before, until), until, difference))
  }
  if (parts.length === 1) return parts
  const first = startAt(timeline, history, statements[agreed], asked)
  return [stretch(first, asked, asked.difference), ...parts]
}

function stretch(start: Start, until: StatementAt, difference: number): Stretch {
  // That the ledger held the same balance once may be chance: it says where to look first, and rules nothing out.
  const afterDay = 'statement' in start ? start.statement.day : Number.NEGATIVE_INFINITY
  return { start, afterDay, until, difference }
}

function startAt(timeline: Timeline, history: HistoryAt, before: StatementAt | undefined, until: StatementAt): Start {
  if (before) return { kind: before.difference === 0 ? 'agreed' : 'differed', statement: before }
  const day = lastDayWith(timeline, history, until)
  return day === undefined ? { kind: 'beginning' } : { kind: 'same-balance', day }
}

/** The last day, before the statement's, at whose end the ledger held what the statement says. */
function lastDayWith(timeline: Timeline, history: HistoryAt, { day, balance }: Statement): number | undefined {
  const days = timeline.columns.day
  let above = day
  for (let row = rowsAfterDay(timeline, history, day); row < history.length; row++) {
    const rowDay = days[history.slot(row)] as number
    if (rowDay < above && history.balance(row) === balance) return rowDay
    above = rowDay
  }
  return undefined
}
