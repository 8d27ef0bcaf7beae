/** `hindsight.events` with a filter: which events answer is told without reading them; those asked for are then read. */
import { dayNumber, instantMillis, isDate, isInstant } from '../../domain/calendar'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { CommandRejected } from '../errors'
import type { EventsOptions } from '../events/log-inspection-api'
import type { OpenLedger } from '../open-ledger'
import type { EventFilter } from './event-filter'
import { findEvents } from './find-events'

/** Events that are read at once. */
const PAGE = 512

/** @throws CommandRejected, StorageError, AbortError */
export async function filteredEvents(ledger: OpenLedger, options: EventsOptions): Promise<RecordedEvent[]> {
  const {
    from = 1,
    to = Number.POSITIVE_INFINITY,
    newestFirst = false,
    limit = Number.POSITIVE_INFINITY,
    signal,
  } = options
  signal?.throwIfAborted()
  const { timeline, words, log } = ledger
  const filter = filterOf(options)
  const question = { filter, until: Number.POSITIVE_INFINITY, newestFirst }
  const { slots } = await findEvents(timeline, words, question, () => undefined, signal)
  const within = slots.filter((slot) => slot + 1 >= from && slot + 1 <= to)
  if (newestFirst) within.reverse()
  const wanted = within.subarray(0, Math.min(limit, within.length))
  const events: RecordedEvent[] = []
  for (let at = 0; at < wanted.length; at += PAGE) {
    signal?.throwIfAborted()
    events.push(...(await log.readAt([...wanted.subarray(at, at + PAGE)].map((slot) => slot + 1))))
  }
  return events
}

function filterOf(options: EventsOptions): EventFilter {
  const { types, streamId, accountId, category, correlationId, text } = options
  const { recordedFrom, recordedTo, effectiveFrom, effectiveTo } = options
  const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>
  const recorded = {
    from: recordedFrom === undefined ? Number.NEGATIVE_INFINITY : millisOf('recordedFrom', recordedFrom),
    // What was recorded at the instant counts too.
    to: recordedTo === undefined ? Number.POSITIVE_INFINITY : millisOf('recordedTo', recordedTo) + 1,
  }
  const effective = {
    from: effectiveFrom === undefined ? Number.NEGATIVE_INFINITY : dayOf('effectiveFrom', effectiveFrom),
    to: effectiveTo === undefined ? Number.POSITIVE_INFINITY : dayOf('effectiveTo', effectiveTo),
  }
  return {
    ...given('types', types),
    ...given('streamId', streamId),
    ...given('accountId', accountId),
    ...given('category', category),
    ...given('correlationId', correlationId),
    ...given('text', text),
    ...(recordedFrom === undefined && recordedTo === undefined ? {} : { recorded }),
    ...(effectiveFrom === undefined && effectiveTo === undefined ? {} : { effective }),
  }
}

function millisOf(field: string, instant: string): number {
  if (isInstant(instant)) return instantMillis(instant)
  throw refused(field, 'Give an instant, YYYY-MM-DDTHH:mm:ss.sssZ.')
}

function dayOf(field: string, date: string): number {
  if (isDate(date)) return dayNumber(date)
  throw refused(field, 'Give a date, YYYY-MM-DD.')
}

function refused(field: string, advice: string): CommandRejected {
  const message = `events: The option "${field}" makes no sense. ${advice} Nothing was done.`
  return new CommandRejected({ code: 'invalid-command', message, facts: { field } })
}
