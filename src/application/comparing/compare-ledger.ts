/** Two moments of the open ledger side by side, for scripts and files: figures from the timeline, words from the log. */
import { dateOfDay } from '../../domain/calendar'
import { EVENT_KINDS } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { nameAt, totalsAt } from '../../time-travel/accounts-at'
import { balancesAt } from '../../time-travel/balances-at'
import { compareBounds } from '../../time-travel/compare/compare-bounds'
import { REVERSALS } from '../../time-travel/compare/kind-set'
import { knowledgeAt, learnedLater } from '../../time-travel/compare/learned-later'
import type { SlotRows } from '../../time-travel/compare/slot-rows'
import type { Moment } from '../../time-travel/moment'
import { type Bound, parseMoment, resolveMoment } from '../../time-travel/resolve-moment'
import type { DayOf } from '../../time-travel/steps'
import type {
  ComparedAccount,
  ComparedCorrection,
  ComparedSide,
  ComparedTotal,
  Comparison,
  ComparisonFigures,
  ComparisonLists,
} from '../comparing/comparison'
import { entryView, readWords } from '../entry-view'
import type { FoundEntry } from '../ledger-api'
import type { OpenLedger } from '../open-ledger'

const MOST_GIVEN = 100

/** What a comparison is asked for, resolved against the timeline. */
export interface Compared {
  readonly a: Bound
  readonly b: Bound
  readonly account?: number
  readonly figures: ComparisonFigures
  readonly rows: Readonly<Record<keyof ComparisonLists, SlotRows>>
}

/** @throws InvalidMomentError @param dayOf in the reader's time zone */
export function comparedMoments(
  timeline: Timeline,
  [momentA, momentB]: readonly [Moment, Moment],
  dayOf: DayOf,
  account?: number,
): Compared {
  const a = resolveMoment(timeline, parseMoment(momentA))
  const b = resolveMoment(timeline, parseMoment(momentB))
  const { added, gone, others, annotated } = compareBounds(timeline, a, b, account)
  const rows = {
    added: added.rows(),
    gone: gone.rows(),
    reversed: added.rows(REVERSALS),
    learnedLater: learnedLater(timeline, knowledgeAt(timeline, momentA, dayOf), b, account),
    annotated,
  }
  const events = EVENT_KINDS.flatMap((type, kind) => {
    const count = (added.counts[kind] ?? 0) + (gone.counts[kind] ?? 0) + (others[kind] ?? 0)
    return count === 0 ? [] : [[type, count] as const]
  })
  const counts = Object.fromEntries(Object.entries(rows).map(([list, { length }]) => [list, length]))
  const figures = {
    a: sideOf(a),
    b: sideOf(b),
    ...comparedBalances(timeline, a, b, account),
    counts: { ...(counts as Record<keyof ComparisonLists, number>), events: Object.fromEntries(events) },
  }
  return { a, b, ...(account === undefined ? {} : { account }), figures, rows }
}

/** @throws AbortError */
export async function compareLedger(ledger: OpenLedger, compared: Compared, limit = MOST_GIVEN): Promise<Comparison> {
  const { figures, rows } = compared
  const first = (list: SlotRows) => slotsOf(list, 0, limit)
  const entries = (list: Exclude<keyof ComparisonLists, 'annotated'>) =>
    comparedEntries(ledger, first(rows[list]), list === 'gone' ? compared.a : compared.b)
  return {
    ...figures,
    added: await entries('added'),
    gone: await entries('gone'),
    reversed: await entries('reversed'),
    learnedLater: await entries('learnedLater'),
    annotated: await comparedCorrections(ledger, first(rows.annotated)),
  }
}

/** The slots of some rows. */
export function slotsOf(rows: SlotRows, from: number, to: number): number[] {
  const length = Math.max(0, Math.min(to, rows.length) - from)
  return Array.from({ length }, (_, index) => rows.slot(from + index))
}

export async function comparedEntries(
  { timeline, log }: OpenLedger,
  slots: readonly number[],
  bound: Bound,
): Promise<FoundEntry[]> {
  const events = await readWords(timeline, log, slots, bound)
  return slots.flatMap((slot) => {
    const entry = entryView(timeline, slot, events, bound)
    const accountId = timeline.accounts[timeline.columns.account[slot] as number]?.id
    return entry === undefined || accountId === undefined ? [] : [{ ...entry, accountId }]
  })
}

export async function comparedCorrections(
  { timeline, log }: OpenLedger,
  slots: readonly number[],
): Promise<ComparedCorrection[]> {
  const positions = slots.map((slot) => slot + 1).sort((left, right) => left - right)
  const events = new Map((await log.readAt(positions)).map((event) => [event.globalPosition, event]))
  return slots.flatMap((slot) => {
    const event = events.get(slot + 1)
    if (event === undefined) return []
    const { entryId, ...words } = event.data as { entryId: string; payee?: string; memo?: string; category?: string }
    const accountId = timeline.accounts[timeline.columns.account[slot] as number]?.id ?? ''
    return [{ position: slot + 1, recordedAt: event.recordedAt, accountId, entryId, ...words }]
  })
}

function comparedBalances(
  timeline: Timeline,
  a: Bound,
  b: Bound,
  only?: number,
): { totals: ComparedTotal[]; accounts: ComparedAccount[] } {
  const [atA, atB] = [balancesAt(timeline, a), balancesAt(timeline, b)]
  const later = Math.max(a.position, b.position)
  const accounts = timeline.accounts.flatMap((track) => {
    const { number, id, currency, exponent, openedPosition } = track
    if (openedPosition > later || (only !== undefined && number !== only)) return []
    const [openedA, openedB] = [openedPosition <= a.position, openedPosition <= b.position]
    const sides = bothSides(atA[number] ?? 0, atB[number] ?? 0)
    return [{ id, name: nameAt(track, later), currency, exponent, openedA, openedB, ...sides }]
  })
  if (only !== undefined) {
    const totals = accounts.map(({ currency, exponent, a, b, difference }) => ({
      currency,
      exponent,
      a,
      b,
      difference,
    }))
    return { totals, accounts }
  }
  const [totalsA, totalsB] = [totalsAt(timeline, a, atA), totalsAt(timeline, b, atB)]
  const known = totalsA.length > totalsB.length ? totalsA : totalsB
  const totals = known.map(({ currency, exponent }) => {
    const totalOf = (side: typeof totalsA) =>
      side.find((each) => each.currency === currency && each.exponent === exponent)?.total ?? 0
    return { currency, exponent, ...bothSides(totalOf(totalsA), totalOf(totalsB)) }
  })
  return { totals, accounts }
}

function bothSides(a: number, b: number): { a: number; b: number; difference: number } {
  return { a, b, difference: b - a }
}

function sideOf({ position, day }: Bound): ComparedSide {
  return day === Number.POSITIVE_INFINITY ? { position } : { position, effectiveOn: dateOfDay(day) }
}
