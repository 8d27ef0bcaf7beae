/** The moment being looked at, in words. */
import type { CursorState } from '../../stores/cursor-store'
import { recordedAtOf } from '../../stores/time-track'
import { type DateForm, formatDate, formatInstant } from '../../ui/format/format-date'
import { timelineMessages as words } from './messages'

type Form = Extract<DateForm, 'date-with-weekday' | 'full' | 'long'>

/** `size`: events there are at now. */
export function describeMoment(bound: CursorState['bound'], size: number, form: Form): string {
  const recordedAt = recordedAtOf(bound.position)
  if (bound.day !== Number.POSITIVE_INFINITY) {
    const day = formatDate(isoOfDay(bound.day), form)
    if (bound.position >= size) return day
    return words.asKnown(day, recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, 'date'))
  }
  if (recordedAt === undefined) return words.beforeFirst
  return formatInstant(recordedAt, form)
}

/** `YYYY-MM-DD` of a day since 1970. */
export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
