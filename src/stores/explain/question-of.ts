/** What is asked of the timeline about a number, and at which moment: at the cursor's unless the number stands still. */
import type { Timeline } from '../../projections/timeline'
import type { Question } from '../../time-travel/explain/explanation'
import type { Subject } from '../../time-travel/explain/sequence'
import { type Bound, positionAtMillis, resolveMoment } from '../../time-travel/resolve-moment'
import { statementAt } from '../../time-travel/statement/statement-at'
import { boundOfNow } from '../account-reading'
import type { AskedNumber, Listed } from './asked-number'
import { CHANGE_DAYS } from './why-store'

const DAY_MS = 86_400_000

/** A sum up to a moment, whose entries a sequence has. */
export type Summed = Exclude<AskedNumber, Listed>

export function subjectOf(asked: Summed): Subject
export function subjectOf(asked: AskedNumber): Subject | undefined
export function subjectOf(asked: AskedNumber): Subject | undefined {
  if (asked.kind === 'transit' || asked.kind === 'in' || asked.kind === 'out') return undefined
  if (asked.kind === 'total' || (asked.kind === 'between' && asked.account === undefined)) {
    return { kind: 'total', unit: asked.unit }
  }
  return { kind: 'account', account: asked.account as number }
}

/** Of the entries of several accounts, which each line names. */
export function isOfSeveral(asked: AskedNumber): boolean {
  return asked.kind === 'transit' || subjectOf(asked)?.kind === 'total'
}

/** Whether a move of the cursor leaves it as it is. */
export function standsStill(asked: AskedNumber | undefined): boolean {
  return asked !== undefined && 'at' in asked && asked.at !== undefined && 'moment' in asked.at
}

/** A change leads from 31 days ago to now; in the past, from there to now. */
export function questionOf(timeline: Timeline, asked: Summed, cursor: Bound, isNow: boolean): Question {
  const subject = subjectOf(asked)
  switch (asked.kind) {
    case 'row':
      return { subject, bound: cursor, upTo: asked.slot }
    case 'between':
      return { subject, bound: cursor, since: resolveMoment(timeline, asked.since) }
    case 'opening':
    case 'closing':
      return { subject, bound: { ...cursor, day: Math.min(cursor.day, lastDayOf(asked)) } }
    case 'change': {
      const lately = {
        position: positionAtMillis(timeline, Date.now() - CHANGE_DAYS * DAY_MS),
        day: Number.POSITIVE_INFINITY,
      }
      return { subject, bound: boundOfNow(timeline), since: isNow ? lately : cursor }
    }
    default:
      return { subject, bound: boundAt(timeline, asked, cursor) }
  }
}

/** [ST1] a period that ends before it begins closes with what it opens with. */
function lastDayOf({ kind, period: { from, to } }: Extract<AskedNumber, { kind: 'opening' | 'closing' }>): number {
  return kind === 'opening' || to < from ? from - 1 : to
}

function boundAt(
  timeline: Timeline,
  { at }: Extract<AskedNumber, { kind: 'balance' | 'total' }>,
  cursor: Bound,
): Bound {
  if (at === undefined) return cursor
  return 'day' in at ? { position: cursor.position, day: at.day } : resolveMoment(timeline, at.moment)
}

/** So many events have to be read for the words of its entries. */
export function eventsNeeded(timeline: Timeline, asked: AskedNumber | undefined, cursor: Bound): number {
  if (asked?.kind === 'change') return timeline.size
  // What lies between needs all that A knows.
  if (asked?.kind === 'between') return Math.max(cursor.position, resolveMoment(timeline, asked.since).position)
  if (asked?.kind === 'balance' || asked?.kind === 'total') return boundAt(timeline, asked, cursor).position
  return cursor.position
}

/** The entries of a period that came in, or went out, newest first. */
export function slotsOfPeriod(
  timeline: Timeline,
  { kind, account, period }: Extract<AskedNumber, { kind: 'in' | 'out' }>,
  bound: Bound,
): number[] {
  const statement = statementAt(timeline, account, bound, period)
  const { effect } = timeline.columns
  const slots: number[] = []
  for (let row = statement.length - 1; row >= 0; row--) {
    const slot = statement.slot(row)
    if ((effect[slot] as number) > 0 === (kind === 'in')) slots.push(slot)
  }
  return slots
}
