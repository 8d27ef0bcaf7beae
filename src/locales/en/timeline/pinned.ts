/** A on the time dock while two moments are compared. */
import { spoken } from '../../spoken'

export const pinnedMessages = spoken('timeline/pinned', {
  a: 'A',
  b: 'B',
  now: 'Now',
  goToA: (moment: string) => `A, ${moment}: go there`,
  /** Said when travelling rests; `what`: the total, or an account. */
  total: 'Total',
  more: (what: string, amount: string) => `${what} ${amount} more than at A`,
  less: (what: string, amount: string) => `${what} ${amount} less than at A`,
  same: (what: string) => `${what} the same as at A`,
})
