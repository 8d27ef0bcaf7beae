/**
 * English words in what is typed as a moment, which are read in every language beside its own (`timeline/moment`,
 * `typed`). What means the same is parted by `|`, in lower case.
 */
export const typedEnglish = {
  /** Before a number. */
  event: 'event',
  /** Between a value date and when it was known. */
  asKnown: 'as known|as of',
  /** Before a moment, where they say nothing, for a period is its end anyway. */
  lead: 'on|at|by|in|the|end|of',
  /** Before a weekday. */
  last: 'last|previous',
  /** Before a week's number. */
  week: 'week|w',
  /** From one to twelve, in order; what else stands for one. */
  numbers: 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve',
  one: 'a|an',
  /** 12:00, 00:00, and after a whole hour. */
  noon: 'noon|midday',
  midnight: 'midnight',
  oclock: "o'clock|o’clock|oclock",
  thisPeriod: { week: 'current week', month: 'current month', quarter: 'current quarter', year: 'current year' },
  lastPeriod: { week: 'previous week', month: 'previous month', quarter: 'previous quarter', year: 'previous year' },
}
