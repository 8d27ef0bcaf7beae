/** Die Zeitleiste. */
import type { timelineMessages } from '../../en/timeline/timeline'
import { formatCount } from '../../format-count'

const BEFORE_FIRST = 'Vor dem ersten Ereignis'
const WITHIN_SENTENCE = 'vor dem ersten Ereignis'

/** Begins a sentence. */
function asOf(moment: string): string {
  return moment === BEFORE_FIRST ? moment : `Stand ${moment}`
}

export const timeline: typeof timelineMessages = {
  dock: 'Zeitleiste',
  slider: 'Zeit',
  clock: 'Uhr',
  clocks: { recorded: 'Erfassung', effective: 'Wertstellung', both: 'Beide' },
  clockIs: (clock) => `Uhr: ${clock}`,
  first: 'Erstes Ereignis',
  previous: 'Voriges Ereignis',
  next: 'Nächstes Ereignis',
  last: 'Letztes Ereignis',
  play: 'Abspielen',
  playBack: 'Rückwärts abspielen',
  pause: 'Anhalten',
  rate: (rate, back) => `Tempo ${rate}×${back ? ', rückwärts' : ''}`,
  now: 'Jetzt',
  atStart: 'Hier beginnt das Kontobuch',
  atNow: 'Später ist nichts erfasst',
  nothing: 'Noch ist nichts erfasst',
  nothingYet: 'Noch nichts erfasst',
  notOpen: 'Kein Kontobuch geöffnet',
  grows: 'Mit der ersten Buchung wächst hier das Bild des Kontobuchs.',
  beforeFirst: BEFORE_FIRST,
  eventOf: (position, size) => `Ereignis ${formatCount(position)} von ${formatCount(size)}`,
  dayOf: (day, days) => `Tag ${formatCount(day)} von ${formatCount(days)} mit Buchungen`,
  asKnown: (day, moment) => `${day}, Kenntnisstand ${moment === BEFORE_FIRST ? WITHIN_SENTENCE : moment}`,
  legend: { in: 'Eingang', out: 'Ausgang', transfers: 'Umbuchungen', reversals: 'Stornos' },
  total: (symbol) => `Summe ${symbol}`,
  counts: (kinds) =>
    kinds
      .filter(([count]) => count > 0)
      .map(([count, kind]) => `${formatCount(count)} ${kind}`)
      .join(', ') || 'keine Buchungen',
  kinds: { in: 'ein', out: 'aus', transfers: 'umgebucht', reversals: 'storniert' },
  goTo: 'Zu einem Zeitpunkt gehen',
  goToFrom: (moment) => `Zu einem Zeitpunkt gehen, jetzt ${moment}`,
  spoken: (moment, balance) => `${asOf(moment)}, ${balance}`,
  spokenNow: (balance) => `Jetzt, ${balance}`,
  spokenAlone: asOf,
  balanceOf: (account, balance) => `${account} ${balance}`,
  notOpened: (account) => `${account} ist noch nicht eröffnet`,
  eventTypes: {
    LedgerRenamed: 'Kontobuch benannt',
    AccountOpened: 'Konto eröffnet',
    AccountRenamed: 'Konto umbenannt',
    OverdraftLimitChanged: 'Überziehungslimit geändert',
    AccountClosed: 'Konto geschlossen',
    AccountReopened: 'Konto wieder geöffnet',
    Deposited: 'Eingezahlt',
    Withdrawn: 'Ausgezahlt',
    TransferSent: 'Umbuchung gesendet',
    TransferReceived: 'Umbuchung erhalten',
    TransferReturned: 'Umbuchung zurückgekehrt',
    EntryReversed: 'Storniert',
    EntryAnnotated: 'Angaben berichtigt',
    BalanceAsserted: 'Kontostand verglichen',
    TransferInitiated: 'Umbuchung begonnen',
    TransferCompleted: 'Umbuchung abgeschlossen',
    TransferFailed: 'Umbuchung gescheitert',
  },
}
