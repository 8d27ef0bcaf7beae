/** Every word of an account's statement. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

const entries = (count: number) => (count === 1 ? '1 entry' : `${formatCount(count)} entries`)

export const statementMessages = spoken('accounts/statement', {
  title: 'Statement',
  titleOf: (account: string) => `Statement of ${account}`,
  back: (account: string) => `Back to ${account}`,
  print: 'Print',
  notReadYet: 'The words of the entries are being read',
  stopped: (done: string, total: string) =>
    `Words are read for ${done} of ${total} entries. Printing needs all of them.`,
  readOn: 'Read on',
  reading: 'Reading words for printing',
  tooMany: (most: string) => `More than ${most} entries: choose a shorter period to print them`,

  why: (figure: string) => `Why ${figure}?`,
  period: 'Period',
  periods: {
    'this-month': 'This month',
    'last-month': 'Last month',
    'this-year': 'This year',
    'last-year': 'Last year',
    all: 'All',
    chosen: 'Chosen dates',
  },
  from: 'From',
  to: 'To',
  backwards: 'The period ends before it begins.',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  since: (from: string) => `Since ${from}`,
  until: (to: string) => `Until ${to}`,
  whole: 'All entries',

  ledger: (name: string) => `Ledger ${name}`,
  asOf: (day: string, known: string) => `As of ${day}, as known ${known}`,
  now: (day: string) => `now, ${day}`,
  everyDay: 'any value date',
  beforeFirst: 'before the first event',
  event: (position: string) => `Event ${position}`,
  root: 'Root hash',
  summary: 'Sums',
  opening: 'Opening balance',
  sumIn: 'In',
  sumOut: 'Out',
  closing: 'Closing balance',
  entries,

  table: 'Entries of the statement',
  date: 'Date',
  payee: 'Payee',
  memo: 'Memo',
  category: 'Category',
  eventColumn: 'Event',
  amount: 'Amount',
  balance: 'Balance',
  reference: (text: string) => `Ref. ${text}`,
  reversedOn: (date: string) => `Reversed ${date}`,
  reversesOf: (date: string) => `Reverses ${date}`,
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  reversal: 'Reversal',
  transferTo: (account: string) => `Transfer to ${account}`,
  transferFrom: (account: string) => `Transfer from ${account}`,
  transferReturned: 'Returned transfer',
  unread: 'Words not read',
  none: 'No entries in this period.',
  notPrinted: (count: number, most: string) =>
    `${entries(count)}: more than the ${most} that are printed. Choose a shorter period.`,
  printedUnread: 'Printed before all words were read.',
})
