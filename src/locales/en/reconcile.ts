/** Every word of the page "Find where it went wrong". */
import { formatCount } from '../format-count'
import { spoken } from '../spoken'

export const reconcileMessages = spoken('reconcile', {
  title: 'Find where it went wrong',
  back: (account: string) => `Back to ${account}`,

  ask: 'What the bank says',
  balance: 'Balance',
  date: 'Date',
  dateHint: 'At the end of that day',
  several: 'Several balances',
  severalHint: 'One a line: the date, then the balance. They narrow down where it began.',
  find: 'Find',
  balanceNeeded: 'Enter the balance that the bank states.',
  dateNeeded: 'Enter a date.',
  unread: (line: string, more: number) =>
    more === 0
      ? `This line is no date and balance: “${line}”.`
      : `This line and ${more} more are no date and balance: “${line}”.`,

  emptyTitle: 'The ledger and the bank differ?',
  empty:
    'Enter what the bank says and for which day. Hindsight finds the last moment at which the ledger agreed, and the entries since then that could be why.',

  bankSays: (date: string) => `The bank on ${date}`,
  why: (figure: string) => `Why ${figure}?`,
  ledgerSays: 'The ledger',
  difference: 'Difference',
  agreesTitle: 'They agree',
  agrees: (date: string) => `Up to ${date} the ledger holds what the bank says.`,
  agreesPast: 'As the ledger was known at this moment.',
  record: 'Record bank balance',
  recordHint: 'Recorded, it marks the history as agreed up to that day, and what changes it later is flagged.',
  pastReadOnly: 'The past is read-only. Return to now to record.',

  lastAgreement: 'Last agreement',
  agreedOn: (date: string, balance: string) => `The ledger agreed with the bank on ${date}, at ${balance}.`,
  changedSince: (date: string, count: number) =>
    `The balance of ${date} was agreed with the bank. ${
      count === 1
        ? 'One entry that was recorded afterwards'
        : `${formatCount(count)} entries that were recorded afterwards`
    } changed it.`,
  differedOn: (date: string, difference: string) => `On ${date} they were ${difference} apart already.`,
  sameOn: (date: string, balance: string) =>
    `No earlier balance of the bank is known. At the end of ${date} the ledger held exactly ${balance}: look at what came since first.`,
  fromBeginning: 'No earlier balance of the bank is known, so every entry up to that day counts.',

  stretch: (difference: string, start: string, end: string) => `${difference} between ${start} and ${end}`,
  stretchFromBeginning: (difference: string, end: string) => `${difference} up to ${end}`,
  narrower: 'Narrowed down by the balances in between',
  suspects: 'Suspects',
  noSuspects: 'No single entry, and no pair of them, explains the difference. More than one thing may be wrong.',
  more: (count: string) => `${count} more are not listed.`,
  pairsBounded: (count: string) => `Pairs were looked for among the newest ${count} entries only.`,
  pairsSearched: 'Sums of two entries were looked for, of three or more not.',

  missing: (amount: string) => `An entry of ${amount} may be missing`,
  missingWhy: 'The bank has it and the ledger does not.',
  alike: (dates: string) => `The same amount stands on ${dates}.`,
  recordIt: 'Record it',

  extra: (until: string) =>
    `It is exactly the difference. The bank does not have it by ${until}: entered by mistake, not booked yet, or of a later day.`,
  double: (date: string) =>
    `It is exactly the difference, and the same amount stands on ${date}: perhaps entered twice.`,
  doubleSame: (date: string) =>
    `It is exactly the difference, and the same payee and amount stand on ${date}: probably entered twice.`,
  reversedLater: (reversed: string, until: string) =>
    `It is reversed, but only on ${reversed}: on ${until} it still counts, and it is exactly the difference.`,
  sign: (truth: string) => `Twice this amount is the difference. As ${truth} it would agree: money in for money out.`,
  digits: (truth: string) => `Two digits changed about. As ${truth} it would agree.`,
  slip: (truth: string) => `The decimal sign is in another place. As ${truth} it would agree.`,
  half: (truth: string) => `Half of it is the difference. As ${truth} it would agree.`,
  once: 'It is exactly what the ledger lacks: the bank may have it twice.',
  dateLater: (until: string) =>
    `It is exactly what the ledger lacks, and dated later. The bank may have it by ${until}.`,
  dateEarlier: (start: string) =>
    `It is exactly what the ledger lacks, and dated before ${start}. The bank may have it only afterwards.`,
  late: (recorded: string, until: string) => `Recorded on ${recorded}, after the balance of ${until} was agreed.`,
  pair: 'Together these two are the difference.',
  repeat: (date: string) => `The same amount stands on ${date}. It does not explain the difference alone.`,
  repeatSame: (date: string) =>
    `The same payee and amount stand on ${date}: perhaps entered twice. It does not explain the difference alone.`,

  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  reversal: 'Reversal',
  transferTo: (account: string) => `Transfer to ${account}`,
  transferFrom: (account: string) => `Transfer from ${account}`,
  showEvent: 'Show event',
  reverse: 'Reverse',
  recordAs: (truth: string) => `Record as ${truth}`,
  recordOn: (date: string) => `Record on ${date}`,
  correctHint: 'To correct it, reverse it first, then record it again.',
  notReversible: 'Only deposits and withdrawals are reversed; a transfer is sent back, by another transfer.',

  entriesSince: (count: string) => `Entries since (${count})`,
  entriesUpTo: (count: string) => `Entries up to then (${count})`,
  showMore: (count: string) => `Show ${count} more`,
  reading: 'Reading…',

  known: 'What the bank said',
  noneKnown: 'No balance was recorded yet.',
  recorded: 'recorded',
  given: 'given here',
  agreed: 'agrees',
  lookAt: (date: string) => `Look at ${date}`,
})
