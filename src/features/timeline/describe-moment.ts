/** The moment being looked at, in words. */
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { factsOf } from '../../stores/time-track'
import type { Moment } from '../../time-travel/moment'
import type { Bound } from '../../time-travel/resolve-moment'
import { type DateForm, formatInstant } from '../../ui/format/format-date'
import { formatMoment } from '../../ui/format/format-moment'

type Form = Extract<DateForm, 'date-with-weekday' | 'full' | 'long'>

/** `moment` is where `bound` comes from; `size`: events there are at now. */
export function describeMoment(moment: Moment, bound: Bound, size: number, form: Form): string {
  return formatMoment(factsOf(moment, bound, size), form, form === 'date-with-weekday' ? 'date' : 'long')
}

/** The cursor's moment, in words that follow it. */
export function useMomentWords(form: Form): string {
  const moment = useCursor((cursor) => cursor.moment)
  const bound = useCursor((cursor) => cursor.bound)
  const size = useLedger((ledger) => ledger.size)
  return describeMoment(moment, bound, size, form)
}

/** On both clocks, when it was known, alone, as within the whole: for where the value date stands beside it. */
export function useKnownWords(): string | undefined {
  const moment = useCursor((cursor) => cursor.moment)
  const bound = useCursor((cursor) => cursor.bound)
  const size = useLedger((ledger) => ledger.size)
  const { day, recordedAt, isAllKnown } = factsOf(moment, bound, size)
  if (day === undefined || isAllKnown) return undefined
  return recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, 'date')
}
