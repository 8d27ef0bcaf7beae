/** A auf der Zeitleiste, während zwei Zeitpunkte verglichen werden. */
import type { pinnedMessages } from '../../en/timeline/pinned'

export const pinned: typeof pinnedMessages = {
  a: 'A',
  b: 'B',
  now: 'Jetzt',
  goToA: (moment) => `A, ${moment}: dorthin gehen`,
  total: 'Summe',
  more: (what, amount) => `${what} ${amount} mehr als bei A`,
  less: (what, amount) => `${what} ${amount} weniger als bei A`,
  same: (what) => `${what} wie bei A`,
}
