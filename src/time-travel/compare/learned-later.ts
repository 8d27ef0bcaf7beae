/**
 * What was learned later about a moment: entries dated on or before its day which were recorded only after it. On the
 * recorded clock the moment's figure lacks them; on the value-date clock it has them, though nobody knew that day.
 */
import { dayNumber, instantMillis } from '../../domain/calendar'
import { isEntryKind } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import type { Moment } from '../moment'
import { type Bound, positionAtMillis, resolveMoment } from '../resolve-moment'
import type { DayOf } from '../steps'
import { listedRows, NO_ROWS, type SlotRows } from './slot-rows'

/** How much had been recorded at a moment, and which day it speaks of, as days since 1970. */
export interface Knowledge {
  readonly position: number
  readonly day: number
}

/** Undefined where nothing can be learned later: about now, or before the first event. @param dayOf in the reader's time zone */
export function knowledgeAt(timeline: Timeline, moment: Moment, dayOf: DayOf): Knowledge | undefined {
  if (moment === 'now') return undefined
  const { position } = resolveMoment(timeline, moment)
  if ('effectiveOn' in moment) {
    const day = dayNumber(moment.effectiveOn)
    const isBound = 'position' in moment || 'recordedAt' in moment
    return { position: isBound ? position : recordedBy(timeline, day, dayOf), day }
  }
  const asked = 'recordedAt' in moment ? instantMillis(moment.recordedAt) : undefined
  const millis = asked ?? timeline.columns.recordedAt[position - 1]
  return position === 0 || millis === undefined ? undefined : { position, day: dayOf(millis) }
}

interface Kept {
  readonly version: number
  readonly known: Knowledge
  readonly account: number | undefined
  /** Oldest first, up to the head. */
  readonly slots: Uint32Array
}

const kept = new WeakMap<Timeline, Kept>()

/** Newest first, as far as a moment knows of them. The pass over what was recorded later is made once, however it moves. */
export function learnedLater(timeline: Timeline, known: Knowledge | undefined, by: Bound, account?: number): SlotRows {
  if (known === undefined || by.position <= known.position) return NO_ROWS
  const slots = keptSlots(timeline, known, account)
  if (by.day < known.day) {
    const { day } = timeline.columns
    return listedRows(slots.filter((slot) => slot < by.position && (day[slot] as number) <= by.day))
  }
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((slots[middle] as number) < by.position) low = middle + 1
    else high = middle
  }
  return listedRows(slots, low)
}

function keptSlots(timeline: Timeline, known: Knowledge, account: number | undefined): Uint32Array {
  const { version } = timeline
  const before = kept.get(timeline)
  const isSame = before?.known.position === known.position && before.known.day === known.day
  if (before && isSame && before.version === version && before.account === account) return before.slots
  const slots = Uint32Array.from(recordedLater(timeline, known, account))
  kept.set(timeline, { version, known, account, slots })
  return slots
}

function recordedLater(timeline: Timeline, known: Knowledge, wanted: number | undefined): number[] {
  const { kind, day, account } = timeline.columns
  const slots: number[] = []
  for (let slot = known.position; slot < timeline.size; slot++) {
    if ((day[slot] as number) > known.day || !isEntryKind(kind[slot] as number)) continue
    if (wanted === undefined || account[slot] === wanted) slots.push(slot)
  }
  return slots
}

/** Events recorded up to the end of a day, where the reader is. */
function recordedBy(timeline: Timeline, day: number, dayOf: DayOf): number {
  const { recordedAt } = timeline.columns
  // A day begins somewhere within a day and a half of its midnight in UTC, whatever the zone.
  let position = positionAtMillis(timeline, (day + 3) * 86_400_000)
  const least = positionAtMillis(timeline, (day - 1) * 86_400_000)
  let low = least
  while (low < position) {
    const middle = (low + position) >>> 1
    if (dayOf(recordedAt[middle] as number) <= day) low = middle + 1
    else position = middle
  }
  return low
}
