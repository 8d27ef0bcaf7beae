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
    `A date, with a time if you like, a period or an event: ${date} 14:03, yesterday, last month, 2024-Q1, 3 days ago, ${event}`,
  helpKnown: 'What was known when. Left empty, it stays as it is.',
  helpValueDate: 'The day or period asked about, or “now” for every date. Left empty, it stays as it is.',
  go: 'Go',
  cancel: 'Cancel',
  faults: {
    empty: 'Type a date, a period or an event number: yesterday, 2024-Q1, #12',
    unread: (date: string) => `This names no moment. Type ${date}, ${date} 14:03, last month, 2024-Q1 or #12`,
    noDay: (date: string) => `This names no day. Type ${date}, last month or 2024-Q1`,
    noSuchEvent: (size: number) =>
      size === 0 ? 'There is no event yet' : `There are ${formatCount(size)} events: type #1 to #${formatCount(size)}`,
    noSuchTime: 'There is no such time of day. Type one from 00:00 to 23:59',
  },
  ends: {
    day: 'the end of that day',
    week: 'the end of that week',
    month: 'the end of that month',
    quarter: 'the end of that quarter',
    year: 'the end of that year',
  },
  reachesNow: (when: string) => `${when}: that is now, nothing was recorded later`,
  now: 'Now: everything recorded so far',
  typed: typedEnglish,
})
