/** Any moment in words, not only the cursor's; and the day it speaks of. */
import { momentMessages as words } from '../../locales/en/moments/moments'
import { useLedger } from '../../stores/ledger-store'
import { boundOf, recordedAtOf } from '../../stores/time-track'
import type { Moment } from '../../time-travel/moment'
import { type DateForm, formatDate, formatInstant, localDate } from '../../ui/format/format-date'

type Form = Extract<DateForm, 'date' | 'date-with-weekday' | 'long'>

export function momentWords(moment: Moment, form: Form): string {
  const { size } = useLedger.getState()
  const bound = boundOf(moment)
  if (moment === 'now') return words.nowOn(formatDate(localDate(), form))
  const recordedAt = 'recordedAt' in moment ? Date.parse(moment.recordedAt) : recordedAtOf(bound.position)
  const when = recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, form)
  if (!('effectiveOn' in moment)) return when
  const day = formatDate(moment.effectiveOn, form)
  return bound.position >= size ? day : words.asKnown(day, when)
}

/** `YYYY-MM-DD`; undefined before the first event. */
export function dayOfMoment(moment: Moment): string | undefined {
  if (moment === 'now') return localDate()
  if ('effectiveOn' in moment) return moment.effectiveOn
  const recordedAt = 'recordedAt' in moment ? Date.parse(moment.recordedAt) : recordedAtOf(boundOf(moment).position)
  return recordedAt === undefined ? undefined : localDate(recordedAt)
}
