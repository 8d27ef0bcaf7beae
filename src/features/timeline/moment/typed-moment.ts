/** A typed moment where the cursor is: read with what is known of ledger and reader, and said back in words. */
import { momentMessages as words } from '../../../locales/en/timeline/moment'
import { timelineMessages } from '../../../locales/en/timeline/timeline'
import { userLocale } from '../../../locales/user-locale'
import { type ClockChoice, reachesNow } from '../../../stores/cursor-store'
import { useLedger } from '../../../stores/ledger-store'
import { boundOf } from '../../../stores/time-track'
import type { Moment } from '../../../time-travel/moment'
import { formatDate, localDate } from '../../../ui/format/format-date'
import { describeMoment } from '../describe-moment'
import { type MomentFault, type ParsedMoment, parseMomentText, type TypedMoment } from './parse-moment-text'
import type { Period } from './parse-period'

export function readMoment(text: string, clock: ClockChoice): ParsedMoment {
  const { size } = useLedger.getState()
  return parseMomentText(text, {
    clock,
    size,
    locale: userLocale(),
    words: words.typed,
    today: localDate(),
    now: Date.now(),
  })
}

/** Where a typed moment leads, before one goes there. */
export function describeTyped({ moment, period }: { readonly moment: Moment; readonly period?: Period }): string {
  if (moment === 'now') return words.now
  const { size } = useLedger.getState()
  const bound = boundOf(moment)
  const when = describeMoment(moment, bound, size, 'date-with-weekday')
  const parts = [when, ...(period === undefined ? [] : [words.ends[period]])]
  if (reachesNow(moment)) return words.reachesNow(parts.join(', '))
  const known = bound.position === 0 ? timelineMessages.beforeFirst : timelineMessages.eventOf(bound.position, size)
  // Before the first event there is no other name for the moment.
  return [parts.join(', '), ...(known === when ? [] : [known])].join(' · ')
}

export function describeFault(fault: MomentFault): string {
  const { size } = useLedger.getState()
  switch (fault) {
    case 'empty':
      return words.faults.empty
    case 'no-such-event':
      return words.faults.noSuchEvent(size)
    case 'no-such-time':
      return words.faults.noSuchTime
    case 'unread':
      return words.faults.unread(formatDate(localDate()))
  }
}

/** On both clocks what was typed moves one handle, or both where it names both; the other stays where it is. */
export function bothMoments(typed: TypedMoment, current: Moment): Moment {
  if (typed === 'now' || ('effectiveOn' in typed && ('position' in typed || 'recordedAt' in typed))) return typed
  if ('effectiveOn' in typed) return { ...recordedOf(current), ...typed }
  return current !== 'now' && 'effectiveOn' in current ? { ...typed, effectiveOn: current.effectiveOn } : typed
}

/** A moment without its recorded bound: its value date stays. */
export function everythingKnown(current: Moment): Moment {
  return current !== 'now' && 'effectiveOn' in current ? { effectiveOn: current.effectiveOn } : 'now'
}

/** A moment without its value date. */
export function everyValueDate(current: Moment): Moment {
  return recordedOf(current) ?? 'now'
}

/** What a moment says of recording; undefined where that is everything. */
function recordedOf(moment: Moment): { readonly position: number } | { readonly recordedAt: string } | undefined {
  if (moment === 'now') return undefined
  if ('position' in moment) return { position: moment.position }
  return 'recordedAt' in moment ? { recordedAt: moment.recordedAt } : undefined
}
