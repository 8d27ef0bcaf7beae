/** Every text about typing a moment. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'
import { typedEnglish } from '../../typed-english'

export const momentMessages = spoken('timeline/moment', {
  goTo: 'Go to moment',
  pin: 'Compare with a moment',
  pinVerb: 'Compare',
  bookmark: 'Bookmark this moment',
  moment: 'Moment',
  known: 'Recorded',
  valueDate: 'Value date',
  help: (date: string, event: string) =>
    `A date, with a time if you like, a period or an event: ${date} 14:03, yesterday, last month, 2024-Q1, two weeks ago, ${event}`,
  helpKnown: 'What was known when. Left empty, it stays as it is.',
  helpValueDate: 'The day or period asked about, or “now” for every date. Left empty, it stays as it is.',
  go: 'Go',
  cancel: 'Cancel',
  faults: {
    empty: 'Type a date, a period or an event number: yesterday, 2024-Q1, #12',
    unread: (typed: string, date: string) =>
      `“${typed}” names no moment. Type ${date}, ${date} 14:03, last month, 2024-Q1 or #12`,
    noDay: (date: string) => `This names no day. Type ${date}, last month or 2024-Q1`,
    /** `event`: its digits as they were typed. */
    noSuchEvent: (event: string, size: number) =>
      size === 0 ? 'There is no event yet' : `Event #${event} lies beyond the last one, #${formatCount(size)}`,
    noSuchTime: (time: string) => `There is no ${time}; write a time from 00:00 to 23:59`,
    /** What was typed, and the same with the last day that there is. */
    noSuchDay: (typed: string, instead: string) => `There is no ${typed}; write ${instead}`,
    noSuchMonth: (typed: string, month: number) => `${typed} has no month ${month}; months are 1 to 12`,
    swapped: (typed: string, month: number, instead: string) =>
      `${typed} has no month ${month}; if the month stands first, write ${instead}`,
    noSuchQuarter: (quarter: number) => `There is no quarter ${quarter}; write 1 to 4`,
    noSuchWeek: (week: number, year: number, last: number) =>
      week < 1 ? 'Weeks are counted from 1' : `${year} has no week ${week}; its last is ${last}`,
    /** `next`: the first time that there is again. */
    skipped: (date: string, time: string, next: string) =>
      `There is no ${time} on ${date}, the clocks were put forward; write ${next}`,
    needsDay: (day: string, time: string) => `A time belongs to a day; write for example ${day} ${time}`,
    ahead: 'Nothing is recorded of the future; write now, today or something before',
  },
  ends: {
    day: 'the end of that day',
    week: 'the end of that week',
    month: 'the end of that month',
    quarter: 'the end of that quarter',
    year: 'the end of that year',
  },
  /** `first`: an instant that can be typed. */
  twice: (first: string) => `the second time that clocks showed it; the first is ${first}`,
  reachesNow: (when: string) => `${when}: that is now, nothing was recorded later`,
  now: 'Now: everything recorded so far',
  typed: typedEnglish,
})
