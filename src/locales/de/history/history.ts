/** Die Buchungen eines Kontos. */
import type { historyMessages } from '../../en/history/history'

export const history: typeof historyMessages = {
  table: 'Buchungen',
  date: 'Datum',
  payee: 'Zahlungspartner',
  memo: 'Verwendungszweck',
  category: 'Kategorie',
  amount: 'Betrag',
  balance: 'Saldo',

  transferTo: 'Umbuchung an ',
  transferFrom: 'Umbuchung von ',
  deposit: 'Einzahlung',
  withdrawal: 'Auszahlung',
  reversal: 'Storno',
  transfer: 'Umbuchung',
  reversed: 'Storniert ',
  reverses: 'Storniert ',
  recorded: 'Erfasst ',
  showReversal: 'Zum Storno dieser Buchung',
  showReversed: 'Zur stornierten Buchung',

  reverse: 'Stornieren',
  editWords: 'Angaben berichtigen',
  showEvent: 'Ereignis zeigen',
  why: (figure) => `Warum ${figure}?`,
  whyMenu: 'Warum dieser Saldo?',
  leaveOut: 'In einer Sandbox weglassen',
  rowMenu: 'Mehr',
  pastReadOnly: 'Die Vergangenheit ist schreibgeschützt. Erfassen lässt sich nur in der Gegenwart.',

  filter: (account) => `${account} filtern`,
  clear: 'Filter leeren',
  searching: (done, total) => `Suche läuft, ${done} von ${total}`,
  found: (count, total) => `${count} von ${total} Buchungen`,
  foundNone: (query) => `Nichts gefunden zu „${query}“`,
  foundNoneHint:
    'Gesucht wird in Zahlungspartner, Verwendungszweck, Kategorie, Betrag und Datum, soweit sie zu diesem Zeitpunkt bekannt sind.',
  empty: 'Noch keine Buchungen',
  emptyHint: 'Etwas ein- oder auszahlen: Jede Buchung bewegt die Linie darüber.',
  emptyPast: 'Keine Buchungen zu diesem Zeitpunkt',
  emptyPastHint: 'Die Zeitleiste weiter nach rechts ziehen oder in die Gegenwart zurückkehren.',

  inTransit: 'Unterwegs',
  transitOut: (amount, account) => `${amount} unterwegs zu ${account}`,
  transitIn: (amount, account) => `${amount} unterwegs von ${account}`,
  transitResolve: 'Abschließen oder zurückgeben',
}
