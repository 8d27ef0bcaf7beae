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
  kindNamed,
  numberAsked,
  type Question,
  totalOf,
  UNREAD,
} from '../../time-travel/explain/explanation'
import { explainListed, groupOfListed, listedRows, transitSlots } from '../../time-travel/explain/listed-entries'
import { monthText } from '../../time-travel/explain/months'
import { sequenceOf } from '../../time-travel/explain/sequence'
import { type Bound, momentOf } from '../../time-travel/resolve-moment'
import { useAccountsAtCursor } from '../account-reading'
import { type Clock, travel, useCursor } from '../cursor-store'
import { useLedger } from '../ledger-store'
import { momentOfText } from '../moments/moment-text'
import { queryOfPage, useView } from '../view-store'
import { type AskedNumber, askedNumber, hasOwnMoment, isListed, type Listed } from './asked-number'
import { questionOf, slotsOfPeriod, standsStill } from './question-of'
import { GROUPINGS, type Grouping, useWhy } from './why-store'

export type { AskedNumber, ExplainedRows, Explanation }
export { KINDS_IN_ORDER, kindNamed, monthText, UNREAD }

export interface Explained {
  readonly asked: AskedNumber
  /** As it is shown elsewhere, in minor units; undefined where the moment does not show what is asked about. */
  readonly minor: number | undefined
  readonly explanation: Explanation
  /** Not for a number that is a list of entries. */
  readonly question: Question | undefined
  /** The order of the rows. */
  readonly order: Clock
  readonly rows: (wanted: RowsOf) => ExplainedRows
}

/** How it can be grouped. What is a list was not read for its words. */
export function groupingsOf(asked: AskedNumber): readonly Grouping[] {
  if (asked.kind === 'transit') return ['kind']
  return isListed(asked) ? ['kind', 'month'] : GROUPINGS
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
  const view = useView((state) => state.view)
  const timeline = useLedger((ledger) => ledger.timeline)
  const accounts = useLedger((ledger) => ledger.timeline.accounts.length)
  const size = useLedger((ledger) => ledger.size)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of a mutable timeline only accounts and entries are looked at
  return useMemo(() => {
    const statement = queryOfPage(view, 'statement')
    return text === null
      ? undefined
      : askedNumber(timeline, text, {
          accountId: view.kind === 'account' ? view.accountId : statement?.account,
          since: momentOfText(queryOfPage(view, 'compare')?.a),
          period: statement && { from: statement.from, to: statement.to },
        })
  }, [text, view, timeline, accounts, size])
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
  const cursorClock = useCursor((cursor) => (cursor.clock === 'recorded' ? 'recorded' : 'effective'))
  const isStill = standsStill(asked)
  const cursor = useCursor(({ bound }) => (isStill ? STILL : bound))
  const isNow = useCursor(({ isNow }) => isNow)
  const { balances } = useAccountsAtCursor()
  // What a number that stands still does not look at.
  const atCursor = isStill ? undefined : balances
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    if (!asked) return undefined
    if (isListed(asked)) return listed(timeline, asked, cursor, by === 'month' ? 'month' : 'kind')
    const question = questionOf(timeline, asked, cursor, isNow)
    const { bound, since } = question
    const clock = hasOwnMoment(asked) ? (bound.day === STILL.day ? 'recorded' : 'effective') : cursorClock
    // What A shows and this moment does not has no rows here.
    const isBack = since !== undefined && (since.position > bound.position || since.day > bound.day)
    if (asked.kind === 'between' && isBack) {
      return { asked, minor: undefined, explanation: NOTHING, question, order: clock, rows: noRows }
    }
    const isTotal = asked.kind === 'total' && asked.at === undefined && atCursor !== undefined
    const minor = isTotal ? totalOf(timeline, asked.unit, atCursor) : numberAsked(timeline, question)
    const order = orderOf(question, clock)
    const explanation = minor === undefined ? NOTHING : explanationOf(timeline, question, by, categories)
    return { asked, minor, explanation, question, order, rows: rowsOf(timeline, question, order, by, categories) }
  }, [timeline, version, cursorClock, cursor, isNow, asked, by, categories, read, atCursor])
}

/** In the place of the cursor where it is not looked at. */
const STILL: Bound = { position: 0, day: Number.POSITIVE_INFINITY }

const noRows = (): ExplainedRows => {
  throw new RangeError('What is not shown has no rows')
}
const NOTHING: Explanation = { groups: [], count: 0, sum: 0 }

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

function listed(timeline: Timeline, asked: Listed, bound: Bound, by: 'kind' | 'month'): Explained {
  const isTransit = asked.kind === 'transit'
  const slots = isTransit ? transitSlots(timeline, asked.unit, bound) : slotsOfPeriod(timeline, asked, bound)
  // Money in transit is what was sent.
  const sign = isTransit ? -1 : 1
  const explanation = explainListed(timeline, slots, by, sign)
  const rows = ({ group }: RowsOf) =>
    listedRows(
      timeline,
      group === undefined ? slots : slots.filter((slot) => groupOfListed(timeline, slot, by) === group),
      sign,
    )
  return {
    asked,
    minor: explanation.sum,
    explanation,
    question: undefined,
    order: isTransit ? 'recorded' : 'effective',
    rows,
  }
}

/** Goes to just before an entry: the number is then what it was without it. On the value-date clock, to the day before. */
export function rewindBefore(slot: number): void {
  const { timeline } = useLedger.getState()
  const { clock, bound } = useCursor.getState()
  if (clock === 'recorded') travel.to(momentOf(timeline, { ...bound, position: slot }))
  else travel.to(momentOf(timeline, { ...bound, day: (timeline.columns.day[slot] as number) - 1 }))
}
