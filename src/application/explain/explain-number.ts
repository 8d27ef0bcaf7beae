/** Why a balance or a total is what it is, for scripts: figures from the timeline, words from the log, a page at a time. */

import { typeOfKind } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { CategoryIndex } from '../../time-travel/explain/category-index'
import { type ExplainedRows, explainedRows } from '../../time-travel/explain/explained-rows'
import {
  type Explanation,
  explainBy,
  explainByCategory,
  numberAsked,
  type Question,
  sumAgain,
} from '../../time-travel/explain/explanation'
import { monthText } from '../../time-travel/explain/months'
import { type Subject, sequenceOf } from '../../time-travel/explain/sequence'
import type { Moment } from '../../time-travel/moment'
import { type Bound, parseMoment, resolveMoment } from '../../time-travel/resolve-moment'
import { unitsOf } from '../../time-travel/units'
import { accountNumber } from '../account-number'
import { checkOptions } from '../check-options'
import { type EntrySources, entryViews } from '../entry-view'
import { CommandRejected } from '../errors'
import type { ExplainedEntry, ExplainedNumber, ExplainedSubject, ExplainOptions } from '../explain/explained-number'
import { readCategories } from './read-categories'

/** Entries given where it is not said how many. */
const MOST = 100

/** @throws CommandRejected, InvalidMomentError, AbortError, StorageError */
export async function explainNumber(
  { timeline, log }: EntrySources,
  asked: ExplainedSubject,
  at: Moment = 'now',
  given?: ExplainOptions,
): Promise<ExplainedNumber> {
  const options = checkOptions('explain', given)
  const { groupBy = 'kind', limit = MOST, before } = options
  const moment = parseMoment(at)
  const bound = resolveMoment(timeline, moment)
  const subject = subjectOf(timeline, asked)
  const question: Question = { subject, bound }
  const { explanation, nameOf } = await groupsOf({ timeline, log }, question, groupBy, options)
  const onDays = typeof moment === 'object' && 'effectiveOn' in moment
  const rows = explainedRows(sequenceOf(timeline, subject), question, onDays ? 'effective' : 'recorded', explanation)
  const first = before === undefined ? 0 : rowAfter(rows, before)
  const shown = Math.max(0, Math.min(limit, rows.length - first))
  return {
    ...unitOf(timeline, subject),
    minor: numberAsked(timeline, question) ?? 0,
    sum: sumAgain(timeline, question),
    count: explanation.count,
    groups: explanation.groups.map(({ key, count, sum }) => ({ group: nameOf(key), count, sum })),
    entries: await entriesOf({ timeline, log }, rows, first, shown, bound),
  }
}

async function groupsOf(
  { timeline, log }: EntrySources,
  question: Question,
  by: NonNullable<ExplainOptions['groupBy']>,
  { onProgress, signal }: ExplainOptions,
): Promise<{ explanation: Explanation; nameOf: (key: number) => string }> {
  if (by !== 'category') {
    return { explanation: explainBy(timeline, question, by), nameOf: by === 'month' ? monthText : typeOfKind }
  }
  const index = new CategoryIndex(timeline, question.subject)
  const total = question.bound.position
  const onPage = () => onProgress?.({ phase: 'reading', done: index.taken, total, unit: 'events' })
  await readCategories(index, (positions) => log.readAt(positions), total, { onPage, ...(signal ? { signal } : {}) })
  return {
    explanation: explainByCategory(timeline, question, index),
    nameOf: (key) => index.names[key] as string,
  }
}

async function entriesOf(
  { timeline, log }: EntrySources,
  rows: ExplainedRows,
  first: number,
  count: number,
  bound: Bound,
): Promise<ExplainedEntry[]> {
  const entries: ExplainedEntry[] = []
  for await (const { row, slot, view } of entryViews({ timeline, log }, rows, first, first + count, bound)) {
    const accountId = timeline.accounts[timeline.columns.account[slot] as number]?.id
    if (accountId !== undefined) entries.push({ accountId, ...view, running: rows.running(row) })
  }
  return entries
}

function subjectOf(timeline: Timeline, asked: ExplainedSubject): Subject {
  if (typeof asked === 'string') return { kind: 'account', account: accountNumber(timeline, asked) }
  const { units } = unitsOf(timeline)
  const unit = units.findIndex(
    ({ currency, exponent }) =>
      currency === asked?.currency && (asked.exponent === undefined || exponent === asked.exponent),
  )
  if (unit >= 0) return { kind: 'total', unit }
  const message = 'Give the id of an account, or {currency} of one: this ledger has no account in that currency.'
  throw new CommandRejected({ code: 'invalid-command', message, facts: { field: 'currency' } })
}

function unitOf(timeline: Timeline, subject: Subject): Pick<ExplainedNumber, 'accountId' | 'currency' | 'exponent'> {
  if (subject.kind === 'account') {
    const { id, currency, exponent } = timeline.accounts[subject.account] as Timeline['accounts'][number]
    return { accountId: id, currency, exponent }
  }
  const { currency, exponent } = unitsOf(timeline).units[subject.unit] as { currency: string; exponent: number }
  return { currency, exponent }
}

function rowAfter(rows: ExplainedRows, position: number): number {
  for (let row = 0; row < rows.length; row++) if (rows.slot(row) === position - 1) return row + 1
  const message = `before: ${position} is the position of no entry of this number; give that of the last one received.`
  throw new CommandRejected({ code: 'invalid-command', message, facts: { field: 'before', position } })
}
