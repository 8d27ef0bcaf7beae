/** An entry as scripts see it: figures from the timeline, words from the log, corrected by its annotations. */
import { dateOfDay } from '../domain/calendar'
import type { EventLog } from '../event-log/event-log'
import type { JsonObject, RecordedEvent } from '../event-log/recorded-event'
import { typeOfKind } from '../projections/event-kind'
import type { Timeline } from '../projections/timeline'
import type { Bound } from '../time-travel/resolve-moment'
import type { EntryView } from './ledger-api'

const WORDS = ['payee', 'memo', 'category'] as const

/** Entries whose words are read at once. */
const PAGE = 256

export type LogReader = Pick<EventLog, 'readAt'>

export interface EntrySources {
  readonly timeline: Timeline
  readonly log: LogReader
}

/** The entries of the rows from `first` up to `end`, itself not included; their words are read some at a time. */
export async function* entryViews(
  { timeline, log }: EntrySources,
  rows: { slot(row: number): number },
  first: number,
  end: number,
  bound: Bound,
): AsyncGenerator<{ readonly row: number; readonly slot: number; readonly view: Omit<EntryView, 'balance'> }> {
  for (let from = first; from < end; from += PAGE) {
    const slots = Array.from({ length: Math.min(PAGE, end - from) }, (_, index) => rows.slot(from + index))
    const events = await readWords(timeline, log, slots, bound)
    for (const [index, slot] of slots.entries()) {
      const view = entryView(timeline, slot, events, bound)
      if (view) yield { row: from + index, slot, view }
    }
  }
}

/** The entries' events and those of their annotations, by position. */
export async function readWords(
  timeline: Timeline,
  log: LogReader,
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

/** undefined where its event was not among those read. */
export function entryView(
  timeline: Timeline,
  slot: number,
  events: ReadonlyMap<number, RecordedEvent>,
  bound: Bound,
): Omit<EntryView, 'balance'> | undefined {
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
export function within(timeline: Timeline, slot: number, { position, day }: Bound): boolean {
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
