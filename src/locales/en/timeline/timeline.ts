/** Every text of the time dock, so that a locale catalogue can take its place. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

const BEFORE_FIRST = 'Before the first event'

/** Begins a sentence. */
function asOf(moment: string): string {
  return moment === BEFORE_FIRST ? moment : `As of ${moment}`
}

export const timelineMessages = spoken('timeline/timeline', {
  dock: 'Time dock',
  slider: 'Time',
  clock: 'Clock',
  clocks: { recorded: 'Recorded', effective: 'Value date', both: 'Both' },
  clockIs: (clock: string) => `Clock: ${clock}`,
  first: 'First event',
  previous: 'Previous event',
  next: 'Next event',
  last: 'Last event',
  play: 'Play',
  playBack: 'Play backwards',
  pause: 'Pause',
  rate: (rate: number, back: boolean) => `Speed ${rate}×${back ? ', backwards' : ''}`,
  now: 'Now',
  atStart: 'This is where the ledger begins',
  atNow: 'Nothing is recorded later',
  nothing: 'Nothing is recorded yet',
  nothingYet: 'Nothing recorded yet',
  notOpen: 'No ledger open',
  grows: 'The picture of your ledger grows here with the first entry.',
  beforeFirst: BEFORE_FIRST,
  eventOf: (position: number, size: number) => `event ${formatCount(position)} of ${formatCount(size)}`,
  dayOf: (day: number, days: number) => `day ${formatCount(day)} of ${formatCount(days)} with entries`,
  asKnown: (day: string, moment: string) =>
    `${day}, as known ${moment === BEFORE_FIRST ? BEFORE_FIRST.toLowerCase() : moment}`,
  legend: { in: 'In', out: 'Out', transfers: 'Transfers', reversals: 'Reversals' },
  total: (symbol: string) => `Total ${symbol}`,
  counts: (kinds: readonly (readonly [count: number, kind: string])[]) =>
    kinds
      .filter(([count]) => count > 0)
      .map(([count, kind]) => `${formatCount(count)} ${kind}`)
      .join(', ') || 'no entries',
  kinds: { in: 'in', out: 'out', transfers: 'transfers', reversals: 'reversals' },
  goTo: 'Go to moment',
  goToFrom: (moment: string) => `Go to moment, now ${moment}`,
  spoken: (moment: string, balance: string) => `${asOf(moment)}, ${balance}`,
  spokenNow: (balance: string) => `Now, ${balance}`,
  spokenAlone: asOf,
  balanceOf: (account: string, balance: string) => `${account} ${balance}`,
  notOpened: (account: string) => `${account} is not opened yet`,
  eventTypes: {
    LedgerRenamed: 'Ledger named',
    AccountOpened: 'Account opened',
    AccountRenamed: 'Account renamed',
    OverdraftLimitChanged: 'Overdraft limit changed',
    AccountClosed: 'Account closed',
    AccountReopened: 'Account reopened',
    Deposited: 'Deposited',
    Withdrawn: 'Withdrawn',
    TransferSent: 'Transfer sent',
    TransferReceived: 'Transfer received',
    TransferReturned: 'Transfer returned',
    EntryReversed: 'Reversed',
    EntryAnnotated: 'Words corrected',
    BalanceAsserted: 'Balance checked',
    TransferInitiated: 'Transfer begun',
    TransferCompleted: 'Transfer completed',
    TransferFailed: 'Transfer failed',
  },
})
