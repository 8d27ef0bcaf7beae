/** A typed moment where the cursor is: read with what is known of ledger and reader, and said back in words. */
import { momentMessages as words } from '../../../locales/en/timeline/moment'
import { timelineMessages } from '../../../locales/en/timeline/timeline'
import { userLocale } from '../../../locales/user-locale'
import { type ClockChoice, reachesNow } from '../../../stores/cursor-store'
import { useLedger } from '../../../stores/ledger-store'
import { boundOf } from '../../../stores/time-track'
import type { Moment } from '../../../time-travel/moment'
import { formatDate, formatInstant, localDate } from '../../../ui/format/format-date'
import { describeMoment } from '../describe-moment'
import { type ParsedMoment, parseMomentText, type TypedMoment } from './parse-moment-text'
import type { Period } from './parse-period'
import type { MomentProblem } from './why-unread'

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

interface ReadMoment {
  readonly moment: Moment
  readonly period?: Period
  readonly first?: string
}

/** Where a typed moment leads, before one goes there. */
export function describeTyped({ moment, period, first }: ReadMoment): string {
  if (moment === 'now') return words.now
  const { size } = useLedger.getState()
  const bound = boundOf(moment)
  const when = describeMoment(moment, bound, size, 'date-with-weekday')
  const parts = [when]
  if (period !== undefined) parts.push(words.ends[period])
  if (first !== undefined) parts.push(words.twice(first))
  if (reachesNow(moment)) return words.reachesNow(parts.join(', '))
  const known = bound.position === 0 ? timelineMessages.beforeFirst : timelineMessages.eventOf(bound.position, size)
  // Before the first event there is no other name for the moment.
  return [parts.join(', '), ...(known === when ? [] : [known])].join(' · ')
}

/** What is wrong with what was typed, and what can be written instead. */
export function describeProblem(problem: MomentProblem): string {
  const { faults } = words
  const { size } = useLedger.getState()
  switch (problem.fault) {
    case 'empty':
      return faults.empty
    case 'no-day':
      return faults.noDay(formatDate(localDate()))
    case 'ahead':
      return faults.ahead
    case 'unread':
      return faults.unread(problem.typed, formatDate(localDate()))
    case 'no-such-event':
      return faults.noSuchEvent(problem.event, size)
    case 'no-such-time':
      return faults.noSuchTime(problem.time)
    case 'no-such-day':
      return faults.noSuchDay(problem.typed, problem.instead)
    case 'no-such-month': {
      const { typed, month, instead } = problem
      return instead === undefined ? faults.noSuchMonth(typed, month) : faults.swapped(typed, month, instead)
    }
    case 'no-such-quarter':
      return faults.noSuchQuarter(problem.quarter)
    case 'no-such-week':
      return faults.noSuchWeek(problem.week, problem.year, problem.last)
    case 'skipped-time':
      return faults.skipped(formatDate(problem.date), problem.time, formatInstant(problem.next, 'date'))
    case 'needs-day':
      return faults.needsDay(formatDate(problem.date), problem.time)
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
