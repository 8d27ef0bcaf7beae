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
  clocks: { recorded: 'Erfassung', effective: 'Wertstellung' },
  clockIs: (clock) => `Uhr: ${clock}`,
  clockWords: {
    recorded: 'Was bekannt war, in der Reihenfolge der Erfassung',
    effective: 'Was galt, nach dem Datum jeder Buchung',
  },
  first: 'Erstes Ereignis',
  previous: 'Voriges Ereignis',
  next: 'Nächstes Ereignis',
  last: 'Letztes Ereignis',
  play: 'Abspielen',
  pause: 'Anhalten',
  rate: (rate) => `Tempo ${rate}×`,
  now: 'Jetzt',
  atStart: 'Hier beginnt das Kontobuch',
  atNow: 'Das ist die Gegenwart: Später ist nichts erfasst',
  nothing: 'Noch ist nichts erfasst',
  nothingYet: 'Noch nichts erfasst',
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
  moment: 'Zeitpunkt',
  momentHelp: 'Ein Datum, ein Datum mit Uhrzeit oder ein Ereignis: 12.3.2024, 12. März 2024 14:03, gestern, #1204',
  go: 'Dorthin',
  cancel: 'Abbrechen',
  faults: {
    empty: 'Bitte ein Datum, eine Uhrzeit oder die Nummer eines Ereignisses eingeben',
    unread: (example) => `Das ist kein Zeitpunkt. Möglich ist zum Beispiel ${example}, dahinter 14:03, oder #1204`,
    noSuchEvent: (size) => `Es gibt ${formatCount(size)} Ereignisse: Bitte eine Nummer bis dahin eingeben`,
    noSuchTime: 'Diese Uhrzeit gibt es nicht',
  },
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
