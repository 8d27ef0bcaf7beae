/** Every word that the kit says by itself: what its fields, calendars, notices and keys are called. */
import { spoken } from '../spoken'

function outOf(done: string, total: string | undefined): string {
  return total === undefined ? done : `${done} of ${total}`
}

export const kitMessages = spoken('kit', {
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
  optional: 'optional',
  showSuggestions: 'Show suggestions',

  calendar: 'Calendar',
  calendarOf: (field: string) => `Calendar, ${field}`,
  openCalendar: 'Open calendar',
  today: 'today',
  noDate: (example: string, iso: string) => `This is no date. Try ${example} or ${iso}`,

  aboveZero: 'Enter an amount above zero',
  notAnAmount: (example: string) => `Enter an amount, such as ${example}`,
  tooManyDecimals: (currency: string, decimals: number) =>
    `${currency} has ${decimals === 0 ? 'no decimals' : decimals === 1 ? 'one decimal' : `at most ${decimals} decimals`}`,
  amountTooLarge: 'This is more than can be counted exactly',

  /** By what is counted; without a total while it is not known. */
  progress: {
    events: (done: string, total: string | undefined) => `${outOf(done, total)} events`,
    bytes: outOf,
    steps: (done: string, total: string | undefined) => `${outOf(done, total)} steps`,
  },

  /** Between two keys, one pressed after the other. */
  followedBy: 'then',
  /** As they stand on keyboards sold with the language. */
  keys: { Ctrl: 'Ctrl', Shift: 'Shift', Space: 'Space', Home: 'Home', End: 'End', Esc: 'Esc' },
})
