/**
 * The rows of the event log at the cursor. Where the timeline alone tells which events answer they are there at once;
 * where words are asked for they come chunk by chunk, and what has come shows. A frame of a drag only counts.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { criteriaOf, type EventFilter, filterWords } from '../../application/events/event-filter'
import { type EventsFound, findEvents } from '../../application/events/find-events'
import type { Timeline } from '../../projections/timeline'
import { type EventRows, eventRows } from '../../time-travel/events/event-rows'
import { matchingSlots } from '../../time-travel/events/matching-slots'
import { useCursor } from '../cursor-store'
import { describeError } from '../dispatch'
import { ledgerApplication, useLedger } from '../ledger-store'
import { type EventLogQuery, filterOfQuery, isFiltered } from './event-log-query'

export type { EventRows }

export interface EventLogRows {
  readonly rows: EventRows
  readonly filtered: boolean
  /** Events looked through, while some are not. */
  readonly searching: { readonly done: number; readonly total: number } | undefined
  /** Ends the search; what was found stays. */
  readonly stop: () => void
  /** The search was ended before it was through. */
  readonly stopped: boolean
  /** Why words could not be searched. */
  readonly failure: string | undefined
}

/** Milliseconds that a date must stand before the log is looked through for it, typing pause, and between two pictures. */
const RESTS_AFTER = 120
const PAUSE = 90
const SHOW_EVERY = 60

const NOTHING = new Uint32Array(0)

/** What was found, and of what: it is good for no other question. */
interface Kept {
  readonly timeline: Timeline
  readonly filter: EventFilter
  readonly until: number
  readonly size: number
  readonly slots: Uint32Array
}

export function useEventRows(query: EventLogQuery): EventLogRows {
  const timeline = useLedger((ledger) => ledger.timeline)
  const version = useLedger((ledger) => ledger.version)
  const { position, day } = useCursor((cursor) => cursor.bound)
  const until = useRested(day)
  const key = JSON.stringify(filterOfQuery(query), (_, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the filter
  const filter = useMemo(() => filterOfQuery(query), [key])
  const hasWords = useMemo(() => Object.values(filterWords(filter)).some((words) => words.length > 0), [filter])
  const filtered = isFiltered(query)
  const told = useTold(timeline, version, filter, until, !hasWords && (filtered || until !== Number.POSITIVE_INFINITY))
  const search = useSearch(timeline, version, filter, until, query.newestFirst, hasWords)
  const slots = hasWords ? search.slots : told
  const { newestFirst } = query
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  const rows = useMemo(() => eventRows(slots, position, newestFirst), [slots, position, newestFirst, version])
  const { searching, stop, stopped, failure } = search
  return { rows, filtered, searching: hasWords ? searching : undefined, stop, stopped: hasWords && stopped, failure }
}

/** What the timeline tells, in one pass; undefined for everything. */
function useTold(timeline: Timeline, version: number, filter: EventFilter, until: number, isAsked: boolean) {
  const kept = useRef<Kept>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  return useMemo(() => {
    if (!isAsked) return undefined
    const before = goesOn(kept.current, timeline, filter, until)
    const criteria = criteriaOf(timeline, filter, until)
    const more = criteria ? matchingSlots(timeline, criteria, before?.size ?? 0) : NOTHING
    const slots = before ? joined(before.slots, more) : more
    kept.current = { timeline, filter, until, size: timeline.size, slots }
    return slots
  }, [timeline, version, filter, until, isAsked])
}

interface Search {
  readonly slots: Uint32Array
  readonly searching: EventLogRows['searching']
  readonly stop: () => void
  readonly stopped: boolean
  readonly failure: string | undefined
}

interface SearchState extends Pick<Search, 'slots' | 'searching' | 'failure'> {
  readonly filter: EventFilter | undefined
  readonly stopped: boolean
}

const IDLE: SearchState = {
  slots: NOTHING,
  searching: undefined,
  failure: undefined,
  filter: undefined,
  stopped: false,
}

function useSearch(
  timeline: Timeline,
  version: number,
  filter: EventFilter,
  until: number,
  newestFirst: boolean,
  isAsked: boolean,
): Search {
  const [state, setState] = useState<SearchState>(IDLE)
  const kept = useRef<Kept>(undefined)
  const running = useRef<AbortController>(undefined)
  const asked = useRef<EventFilter>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  useEffect(() => {
    if (!isAsked) {
      asked.current = undefined
      return setState(IDLE)
    }
    const cancel = new AbortController()
    running.current = cancel
    const run = () => void searchOn(timeline, { filter, until, newestFirst }, kept, cancel.signal, setState)
    // A shared address, and a log that grew, are searched at once; typing waits for a pause.
    const timer = setTimeout(run, asked.current === undefined || asked.current === filter ? 0 : PAUSE)
    asked.current = filter
    return () => {
      cancel.abort()
      clearTimeout(timer)
    }
  }, [timeline, version, filter, until, isAsked])
  const isCurrent = state.filter === filter
  return {
    slots: isCurrent ? state.slots : NOTHING,
    searching: isCurrent ? state.searching : { done: 0, total: timeline.size },
    stop: () => {
      running.current?.abort()
      setState((before) => ({ ...before, filter, searching: undefined, stopped: true }))
    },
    stopped: isCurrent && state.stopped,
    failure: isCurrent ? state.failure : undefined,
  }
}

async function searchOn(
  timeline: Timeline,
  question: { readonly filter: EventFilter; readonly until: number; readonly newestFirst: boolean },
  kept: { current: Kept | undefined },
  signal: AbortSignal,
  show: (state: SearchState) => void,
): Promise<void> {
  const { filter, until } = question
  const before = goesOn(kept.current, timeline, filter, until)
  const { size } = timeline
  let shown = Number.NEGATIVE_INFINITY
  const state = ({ slots, done, total }: EventsFound, isAll: boolean): SearchState => ({
    slots,
    // What comes behind what was found is one chunk: nobody need hear of it.
    searching: isAll || before ? undefined : { done, total },
    failure: undefined,
    filter,
    stopped: false,
  })
  try {
    const { words } = await ledgerApplication().desk.ledger
    const showSoon = (found: EventsFound) => {
      if (signal.aborted || before || performance.now() - shown < SHOW_EVERY) return
      shown = performance.now()
      show(state(found, false))
    }
    const from = before ? { from: before.size } : {}
    const found = await findEvents(timeline, words, { ...question, ...from }, showSoon, signal, before?.slots)
    kept.current = { timeline, filter, until, size, slots: found.slots }
    show(state(found, true))
  } catch (error) {
    if (!signal.aborted) show({ ...IDLE, filter, failure: describeError(error).message })
  }
}

/** What was found before, where the same is asked of a log that only grew. Of an account's transfers more may be known by now. */
function goesOn(kept: Kept | undefined, timeline: Timeline, filter: EventFilter, until: number): Kept | undefined {
  const isSame = kept?.timeline === timeline && kept.filter === filter && kept.until === until
  const mayLookBack = filter.accountId !== undefined || filter.streamId !== undefined
  return isSame && kept.size <= timeline.size && !mayLookBack ? kept : undefined
}

function joined(slots: Uint32Array, more: Uint32Array): Uint32Array {
  if (more.length === 0) return slots
  const all = new Uint32Array(slots.length + more.length)
  all.set(slots)
  all.set(more, slots.length)
  return all
}

/** The value-date clock moves with every frame of a drag, and each of its days is a pass over the log. */
function useRested(day: number): number {
  const [rested, setRested] = useState(day)
  useEffect(() => {
    if (day === Number.POSITIVE_INFINITY) return setRested(day)
    const timer = setTimeout(() => setRested(day), RESTS_AFTER)
    return () => clearTimeout(timer)
  }, [day])
  return day === Number.POSITIVE_INFINITY ? day : rested
}
