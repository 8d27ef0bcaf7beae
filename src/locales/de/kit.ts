/** What fields, calendars, notices and keys are called. */
import type { kitMessages } from '../en/kit'

export const kit: typeof kitMessages = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  dismiss: 'Ausblenden',
  notifications: 'Meldungen',
  optional: 'optional',
  showSuggestions: 'Vorschläge zeigen',

  calendar: 'Kalender',
  calendarOf: (field) => `Kalender, ${field}`,
  openCalendar: 'Kalender öffnen',
  today: 'heute',
  noDate: (example, iso) => `Das ist kein Datum. Möglich ist zum Beispiel ${example} oder ${iso}`,

  aboveZero: 'Bitte einen Betrag über null eingeben',
  notAnAmount: (example) => `Bitte einen Betrag eingeben, zum Beispiel ${example}`,
  tooManyDecimals: (currency, decimals) =>
    `${currency} hat ${decimals === 0 ? 'keine Nachkommastellen' : decimals === 1 ? 'eine Nachkommastelle' : `höchstens ${decimals} Nachkommastellen`}`,
  amountTooLarge: 'Das ist mehr, als sich genau zählen lässt',

  progress: {
    events: (done, total) => (total === undefined ? `${done} Ereignisse` : `${done} von ${total} Ereignissen`),
    bytes: (done, total) => (total === undefined ? done : `${done} von ${total}`),
    steps: (done, total) => (total === undefined ? `${done} Schritte` : `${done} von ${total} Schritten`),
  },

  followedBy: 'dann',
  keys: { Ctrl: 'Strg', Shift: 'Umschalt', Space: 'Leertaste', Home: 'Pos1', End: 'Ende', Esc: 'Esc' },
}
