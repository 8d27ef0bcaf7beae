/** A moment of either clock, or of both, in the reader's words. */
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { type DateForm, formatDate, formatInstant } from './format-date'

/** What a moment stands on. */
export interface MomentFacts {
  /** The value date that bounds it, `YYYY-MM-DD`. */
  readonly day?: string | undefined
  /** What was recorded until then, milliseconds since 1970; undefined before the first event. */
  readonly recordedAt: number | undefined
  /** Nothing was recorded later. */
  readonly isAllKnown: boolean
}

/** @param knownForm how the day of knowing is written beside a value date */
export function formatMoment(
  { day, recordedAt, isAllKnown }: MomentFacts,
  form: Extract<DateForm, 'date' | 'date-with-weekday' | 'full' | 'long'>,
  knownForm: Extract<DateForm, 'date' | 'date-with-weekday' | 'long'> = form === 'full' ? 'long' : form,
): string {
  if (day !== undefined && isAllKnown) return formatDate(day, form)
  const when =
    recordedAt === undefined ? words.beforeFirst : formatInstant(recordedAt, day === undefined ? form : knownForm)
  return day === undefined ? when : words.asKnown(formatDate(day, form), when)
}
