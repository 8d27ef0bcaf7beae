/** Words of a moment, for comparing and for bookmarks. */
import { spoken } from '../../spoken'

export const momentMessages = spoken('moments/moments', {
  now: 'Now',
  nowOn: (date: string) => `Now, ${date}`,
  linkCopied: 'The link is copied. It opens in this browser, at this moment.',
  linkNotCopied: 'The browser did not let the link be copied. It stands in the address bar.',
})
