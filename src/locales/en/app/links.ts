/** What is said of a link that leads to something that is not here, and of an account that has to be chosen. */
import { spoken } from '../../spoken'

export const linkMessages = spoken('app/links', {
  elsewhere: 'This link is of a ledger that is not in this browser. Shown is another one, as it is now.',
  unknown: 'This link is of an account that is not in this ledger. Shown is what it holds now.',
  moment: (part: string) =>
    `“${part}” in this link is no moment. Shown is now. Write at=1204 (event), at=2024-03-12T14:03:00.000Z or on=2024-03-12 (value date).`,
  date: (part: string) => `“${part}” in this link is no date: it was left out. Dates are written 2024-03-12.`,

  whichAccount: 'Of which account?',
  chooseOne: 'This screen is about one account at a time.',
  notHere: 'This account is not in the open ledger',
  notHereHint: 'It may stand in another ledger, or the link is of an older copy. Choose one of this ledger:',
  find: 'Find an account',
  noneFound: 'No account is called that.',
  more: 'More are found as you type.',
})
