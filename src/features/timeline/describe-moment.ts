/** The moment being looked at, in words. */
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { recordedAtOf } from '../../stores/time-track'
import type { Moment } from '../../time-travel/moment'
import type { Bound } from '../../time-travel/resolve-moment'
import { type DateForm, formatDate, formatInstant } from '../../ui/format/format-date'

type Form = Extract<DateForm, 'date-with-weekday' | 'full' | 'long'>

/** How the day of knowing is written beside a value date: without its weekday. */
const KNOWN_FORMS = { 'date-with-weekday': 'date', full: 'long', long: 'long' } as const

/** `moment` is where `bound` comes from; `size`: events there are at now. */
export function describeMoment(moment: Moment, bound: Bound, size: number, form: Form): string {
  const recordedAt = knownAt(moment, bound)
  if (bound.day !== Number.POSITIVE_INFINITY) {
    const day = formatDate(isoOfDay(bound.day), form)
    if (bound.position >= size) return day
    return words.asKnown(
      day,
      recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, KNOWN_FORMS[form]),
    )
  }
  if (recordedAt === undefined) return words.beforeFirst
  return formatInstant(recordedAt, form)
}

/** An instant that was asked for is said as it was asked, not as that of the last event before it. */
function knownAt(moment: Moment, bound: Bound): number | undefined {
  const asked = moment !== 'now' && 'recordedAt' in moment ? Date.parse(moment.recordedAt) : undefined
  return asked ?? recordedAtOf(bound.position)
}

/** The cursor's moment, in words that follow it. */
export function useMomentWords(form: Form): string {
  const moment = useCursor((cursor) => cursor.moment)
  const bound = useCursor((cursor) => cursor.bound)
  const size = useLedger((ledger) => ledger.size)
  return describeMoment(moment, bound, size, form)
}

/** On both clocks, when it was known, alone: for where the value date stands beside it. */
export function useKnownWords(form: Form): string | undefined {
  const moment = useCursor((cursor) => cursor.moment)
  const bound = useCursor((cursor) => cursor.bound)
  const size = useLedger((ledger) => ledger.size)
  if (bound.day === Number.POSITIVE_INFINITY || bound.position >= size) return undefined
  const recordedAt = knownAt(moment, bound)
  // As within the whole, for the button is called by that.
  return recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, KNOWN_FORMS[form])
}

/** `YYYY-MM-DD` of a day since 1970. */
export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
