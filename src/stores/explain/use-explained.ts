/** The number that is asked about and what makes it, at the cursor: computed anew in each frame of a drag. */
import { useMemo } from 'react'
import type { Timeline } from '../../projections/timeline'
import type { CategoryIndex } from '../../time-travel/explain/category-index'
import { type ExplainedRows, explainedRows, orderOf } from '../../time-travel/explain/explained-rows'
import {
  type Explanation,
  explainBy,
  explainByCategory,
  KINDS_IN_ORDER,
  numberAsked,
  type Question,
  totalOf,
  UNREAD,
} from '../../time-travel/explain/explanation'
import { monthText } from '../../time-travel/explain/months'
import { type Subject, sequenceOf } from '../../time-travel/explain/sequence'
import { explainTransit, transitRows, transitSlots } from '../../time-travel/explain/transit-explained'
import { type Bound, momentOf, positionAtMillis, resolveMoment } from '../../time-travel/resolve-moment'
import { boundOfNow, useAccountsAtCursor } from '../account-reading'
import { type Clock, travel, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import { momentOfText } from '../moments/moment-text'
import { queryOfPage, useView } from '../view-store'
import { type AskedNumber, askedNumber } from './asked-number'
import { CHANGE_DAYS, type Grouping, useWhy } from './why-store'

export type { AskedNumber, ExplainedRows, Explanation }
export { KINDS_IN_ORDER, monthText, UNREAD }

const DAY_MS = 86_400_000

export interface Explained {
  readonly asked: AskedNumber
  /** As it is shown elsewhere, in minor units; undefined where the moment does not show what is asked about. */
  readonly minor: number | undefined
  readonly explanation: Explanation
  /** Not for money in transit. */
  readonly question: Question | undefined
  /** The order of the rows. */
  readonly order: Clock
  readonly rows: (wanted: RowsOf) => ExplainedRows
}

/** All rows, or those of one group with its count and sum. */
export interface RowsOf {
  readonly group?: number
  readonly count: number
  readonly sum: number
}

/** What is asked about now; undefined where the words name nothing in this ledger. */
export function useAskedNumber(): AskedNumber | undefined {
  const text = useWhy((state) => state.question)
  const accountId = useView(({ view }) =>
    view.kind === 'account'
      ? view.accountId
      : (queryOfPage(view, 'compare')?.of ?? queryOfPage(view, 'statement')?.account),
  )
  const a = useView(({ view }) => queryOfPage(view, 'compare')?.a)
  const timeline = useLedger((ledger) => ledger.timeline)
  const accounts = useLedger((ledger) => ledger.timeline.accounts.length)
  const size = useLedger((ledger) => ledger.size)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of a mutable timeline only accounts and entries are looked at
  return useMemo(
    () => (text === null ? undefined : askedNumber(timeline, text, { accountId, since: momentOfText(a) })),
    [text, accountId, a, timeline, accounts, size],
  )
}

/** @param categories needed for the grouping by category; `read` rises while more of them are read */
export function useExplained(
  asked: AskedNumber | undefined,
  by: Grouping,
  categories: CategoryIndex | undefined,
  read: number,
): Explained | undefined {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  // On both clocks as the chart beside it: by value date.
  const clock = useCursor((cursor) => (cursor.clock === 'recorded' ? 'recorded' : 'effective'))
  const bound = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  const { balances } = useAccountsAtCursor()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    if (!asked) return undefined
    if (asked.kind === 'transit') return transit(timeline, asked, bound, by)
    const question = questionOf(timeline, asked, bound, isNow)
    const { since } = question
    // What A shows and this moment does not has no rows here.
    const isBack = since !== undefined && (since.position > bound.position || since.day > bound.day)
    if (asked.kind === 'between' && isBack) {
      return { asked, minor: undefined, explanation: NOTHING, question, order: clock, rows: noRows }
    }
    const minor = asked.kind === 'total' ? totalOf(timeline, asked.unit, balances) : numberAsked(timeline, question)
    const order = orderOf(question, clock)
    const explanation = minor === undefined ? NOTHING : explanationOf(timeline, question, by, categories)
    return { asked, minor, explanation, question, order, rows: rowsOf(timeline, question, order, by, categories) }
  }, [timeline, version, clock, bound, isNow, asked, by, categories, read, balances])
}

const noRows = (): ExplainedRows => {
  throw new RangeError('What is not shown has no rows')
}
const NOTHING: Explanation = { groups: [], count: 0, sum: 0 }

export function subjectOf(asked: Exclude<AskedNumber, { kind: 'transit' }>): Subject
export function subjectOf(asked: AskedNumber): Subject | undefined
export function subjectOf(asked: AskedNumber): Subject | undefined {
  if (asked.kind === 'transit') return undefined
  if (asked.kind === 'total' || (asked.kind === 'between' && asked.account === undefined)) {
    return { kind: 'total', unit: asked.unit }
  }
  return { kind: 'account', account: asked.account as number }
}

/** A change leads from 31 days ago to now; in the past, from there to now. */
function questionOf(
  timeline: Timeline,
  asked: Exclude<AskedNumber, { kind: 'transit' }>,
  bound: Bound,
  isNow: boolean,
): Question {
  const subject = subjectOf(asked)
  if (asked.kind === 'row') return { subject, bound, upTo: asked.slot }
  if (asked.kind === 'between') return { subject, bound, since: resolveMoment(timeline, asked.since) }
  if (asked.kind !== 'change') return { subject, bound }
  const lately = {
    position: positionAtMillis(timeline, Date.now() - CHANGE_DAYS * DAY_MS),
    day: Number.POSITIVE_INFINITY,
  }
  return { subject, bound: boundOfNow(timeline), since: isNow ? lately : bound }
}

function explanationOf(
  timeline: Timeline,
  question: Question,
  by: Grouping,
  categories: CategoryIndex | undefined,
): Explanation {
  if (by !== 'category') return explainBy(timeline, question, by)
  return categories ? explainByCategory(timeline, question, categories) : NOTHING
}

function rowsOf(
  timeline: Timeline,
  question: Question,
  order: Clock,
  by: Grouping,
  categories: CategoryIndex | undefined,
): Explained['rows'] {
  const sequence = sequenceOf(timeline, question.subject)
  const { kind } = timeline.columns
  // More may be read while these rows are walked: they stay with what was read when they were counted.
  const taken = categories?.taken ?? 0
  const known = Math.min(question.bound.position, taken)
  const categoryOf = (slot: number) => (slot < taken ? categories?.categoryAt(slot, known) : undefined) ?? UNREAD
  return ({ group, count, sum }) => {
    if (group === undefined) return explainedRows(sequence, question, order, { count, sum })
    if (by === 'month') return explainedRows(sequence, question, order, { count, sum, month: group })
    const passes = by === 'kind' ? (slot: number) => kind[slot] === group : (slot: number) => categoryOf(slot) === group
    return explainedRows(sequence, question, order, { count, sum, passes })
  }
}

function transit(timeline: Timeline, asked: AskedNumber & { kind: 'transit' }, bound: Bound, by: Grouping): Explained {
  const slots = transitSlots(timeline, asked.unit, bound)
  const explanation = explainTransit(timeline, slots, by === 'month' ? 'month' : 'kind')
  return {
    asked,
    minor: explanation.sum,
    explanation,
    question: undefined,
    order: 'recorded',
    rows: () => transitRows(timeline, slots),
  }
}

/** Goes to just before an entry: the number is then what it was without it. On the value-date clock, to the day before. */
export function rewindBefore(slot: number): void {
  const { timeline } = useLedger.getState()
  const { clock, bound } = useCursor.getState()
  if (clock === 'recorded') travel.to(momentOf(timeline, { ...bound, position: slot }))
  else travel.to(momentOf(timeline, { ...bound, day: (timeline.columns.day[slot] as number) - 1 }))
}
