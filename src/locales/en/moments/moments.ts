/** Words of a moment, for comparing and for bookmarks. */
import { spoken } from '../../spoken'

const BEFORE_FIRST = 'Before the first event'

export const momentMessages = spoken('moments/moments', {
  now: 'Now',
  nowOn: (date: string) => `Now, ${date}`,
  beforeFirst: BEFORE_FIRST,
  asKnown: (day: string, moment: string) =>
    `${day}, as known ${moment === BEFORE_FIRST ? BEFORE_FIRST.toLowerCase() : moment}`,
  linkCopied: 'The link is copied. It opens in this browser, at this moment.',
  linkNotCopied: 'The browser did not let the link be copied. It stands in the address bar.',
})
