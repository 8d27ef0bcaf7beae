/** Any moment in words, not only the cursor's, and with its now; and the day it speaks of. */
import { momentMessages as words } from '../../locales/en/moments/moments'
import { useLedger } from '../../stores/ledger-store'
import { boundOf, factsOf } from '../../stores/time-track'
import type { Moment } from '../../time-travel/moment'
import { type DateForm, formatDate, localDate } from '../../ui/format/format-date'
import { formatMoment } from '../../ui/format/format-moment'

export function momentWords(moment: Moment, form: Extract<DateForm, 'date' | 'date-with-weekday' | 'long'>): string {
  if (moment === 'now') return words.nowOn(formatDate(localDate(), form))
  return formatMoment(factsOf(moment, boundOf(moment), useLedger.getState().size), form)
}

/** `YYYY-MM-DD`; undefined before the first event. */
export function dayOfMoment(moment: Moment): string | undefined {
  if (moment === 'now') return localDate()
  const { day, recordedAt } = factsOf(moment, boundOf(moment), useLedger.getState().size)
  return day ?? (recordedAt === undefined ? undefined : localDate(recordedAt))
}
