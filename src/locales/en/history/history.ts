/** Every word of an account's history. */
import { spoken } from '../../spoken'

export const historyMessages = spoken('history/history', {
  table: 'History',
  date: 'Date',
  payee: 'Payee',
  memo: 'Memo',
  category: 'Category',
  amount: 'Amount',
  balance: 'Balance',

  transferTo: 'Transfer to ',
  transferFrom: 'Transfer from ',
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  reversal: 'Reversal',
  transfer: 'Transfer',
  reversed: 'Reversed ',
  reverses: 'Reverses ',
  recorded: 'Recorded ',
  showReversal: 'Go to its reversal',
  showReversed: 'Go to the entry it reverses',

  reverse: 'Reverse',
  editWords: 'Edit words',
  showEvent: 'Show event',
  why: (figure: string) => `Why ${figure}?`,
  whyMenu: 'Why this balance?',
  leaveOut: 'Leave out in a sandbox',
  rowMenu: 'More',
  pastReadOnly: 'The past is read-only. Return to now to record.',

  filter: (account: string) => `Filter ${account}`,
  clear: 'Clear the filter',
  searching: (done: string, total: string) => `Searching, ${done} of ${total}`,
  found: (count: string, total: string) => `${count} of ${total} entries`,
  foundNone: (query: string) => `Nothing found for “${query}”`,
  foundNoneHint: 'Payee, memo, category, amount and date are searched, as far as they are known at this moment.',
  empty: 'No entries yet',
  emptyHint: 'Deposit or withdraw something: every entry moves the line above.',
  emptyPast: 'No entries at this moment',
  emptyPastHint: 'Move the time dock forward, or return to now.',

  inTransit: 'In transit',
  transitOut: (amount: string, account: string) => `${amount} on its way to ${account}`,
  transitIn: (amount: string, account: string) => `${amount} on its way from ${account}`,
  transitResolve: 'Finish or return',
})
