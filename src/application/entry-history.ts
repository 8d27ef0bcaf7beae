/**
 * Rows of an account's history for scripts and searches: order and running balance from the timeline, words from the
 * log, a page at a time. A search filters rows; the running balance still covers all entries.
 */
import { dateOfDay } from '../domain/calendar'
import type { EventLog } from '../event-log/event-log'
import type { JsonObject, RecordedEvent } from '../event-log/recorded-event'
import { typeOfKind } from '../projections/event-kind'
import type { Timeline } from '../projections/timeline'
import { type HistoryAt, historyAt } from '../time-travel/history-at'
import type { Bound } from '../time-travel/resolve-moment'
import { CommandRejected } from './errors'
import type { EntryView, HistoryOptions } from './hindsight'

/** Rows whose words are read at once. */
const PAGE = 256
const WORDS = ['payee', 'memo', 'category'] as const

type Reader = Pick<EventLog, 'readAt'>

/** Newest first by (effectiveOn, position). */
export async function entryHistory(
  timeline: Timeline,
  log: Reader,
  account: number,
  bound: Bound,
  { limit = Number.POSITIVE_INFINITY, before, search }: HistoryOptions,
): Promise<EntryView[]> {
  const rows = historyAt(timeline, account, bound)
  const wanted = search?.trim().toLocaleLowerCase() ?? ''
  const found: EntryView[] = []
  let from = before === undefined ? 0 : indexAfter(rows, before)
  while (from < rows.length && found.length < limit) {
    const to = Math.min(rows.length, from + (wanted ? PAGE : Math.min(PAGE, limit - found.length)))
    const slots = Array.from({ length: to - from }, (_, index) => rows.slot(from + index))
    const events = await readWords(timeline, log, slots, bound)
    for (let index = from; index < to && found.length < limit; index++) {
      const view = entryView(timeline, rows.slot(index), rows.balance(index), events, bound)
      if (view && (!wanted || matches(view, wanted))) found.push(view)
    }
    from = to
  }
  return found
}

function indexAfter(rows: HistoryAt, position: number): number {
  const row = rows.rowOf(position - 1)
  if (row >= 0) return row + 1
  const message = `before: ${position} is the position of no row of this history; give that of the last row received.`
  throw new CommandRejected({ code: 'invalid-command', message, facts: { field: 'before', position } })
}

/** The entries' events and those of their annotations, by position. */
async function readWords(
  timeline: Timeline,
  log: Reader,
  slots: readonly number[],
  bound: Bound,
): Promise<Map<number, RecordedEvent>> {
  const positions = slots.flatMap((slot) => [
    slot + 1,
    ...timeline.annotationsOf(slot, bound.position).map((each) => each + 1),
  ])
  const events = await log.readAt([...new Set(positions)].sort((a, b) => a - b))
  return new Map(events.map((event) => [event.globalPosition, event]))
}

function entryView(
  timeline: Timeline,
  slot: number,
  balance: number,
  events: ReadonlyMap<number, RecordedEvent>,
  bound: Bound,
): EntryView | undefined {
  const event = events.get(slot + 1)
  if (!event) return undefined
  const undoing = timeline.reversedBy(slot)
  const undone = timeline.reverses(slot)
  const reversed = undoing !== undefined && within(timeline, undoing, bound)
  const counterpart = counterpartOf(event.data)
  const { transferId, reason } = event.data
  return {
    eventId: event.eventId,
    position: slot + 1,
    recordedAt: event.recordedAt,
    effectiveOn: dateOfDay(timeline.columns.day[slot] as number),
    type: typeOfKind(timeline.columns.kind[slot] as number),
    amount: timeline.columns.effect[slot] as number,
    balance,
    ...words(timeline, slot, events, bound),
    reversed,
    ...(counterpart ? { counterpartAccountId: counterpart } : {}),
    ...(undone === undefined ? {} : { reverses: link(timeline, undone) }),
    ...(reversed && undoing !== undefined ? { reversedBy: link(timeline, undoing) } : {}),
    ...(typeof transferId === 'string' ? { transferId } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  }
}

/** Whether an event counts within the moment. */
function within(timeline: Timeline, slot: number, { position, day }: Bound): boolean {
  return slot < position && (timeline.columns.day[slot] as number) <= day
}

function link(timeline: Timeline, slot: number): { eventId: string; position: number; effectiveOn: string } {
  return {
    eventId: timeline.eventId(slot),
    position: slot + 1,
    effectiveOn: dateOfDay(timeline.columns.day[slot] as number),
  }
}

/** The entry's words, corrected by its annotations within the moment. */
function words(
  timeline: Timeline,
  slot: number,
  events: ReadonlyMap<number, RecordedEvent>,
  bound: Bound,
): Pick<EntryView, (typeof WORDS)[number]> {
  const result: { payee?: string; memo?: string; category?: string } = {}
  for (const each of [slot, ...timeline.annotationsOf(slot, bound.position)]) {
    const data = events.get(each + 1)?.data
    for (const word of WORDS) {
      const text = data?.[word]
      if (typeof text === 'string') result[word] = text
    }
  }
  return result
}

function counterpartOf({ toAccountId, fromAccountId }: JsonObject): string | undefined {
  if (typeof toAccountId === 'string') return toAccountId
  return typeof fromAccountId === 'string' ? fromAccountId : undefined
}

function matches(view: EntryView, wanted: string): boolean {
  const texts = [view.payee, view.memo, view.category, view.reason, view.effectiveOn]
  return texts.some((text) => text?.toLocaleLowerCase().includes(wanted))
}
