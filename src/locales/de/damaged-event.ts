/** Welches Ereignis verändert wurde, und was davon. */
import type { damagedEventMessages } from '../en/damaged-event'

export const damagedEvent: typeof damagedEventMessages = {
  named: (position) => `Ereignis ${position} weicht von dem ab, was früher gezeigt wurde:`,
  certain: (first, last) =>
    `Sicher ist, dass eines der Ereignisse ${first} bis ${last} verändert wurde: Ihr Siegel passt nicht.`,
  doesNotFollow: (position, first, last) =>
    `Ereignis ${position} folgt nicht mehr aus denen davor: Eines der Ereignisse ${first} bis ${last} wurde verändert.`,
  was: (field, was, is) => `${field}: früher ${was}, jetzt ${is}`,
  other: (field) => `${field}: jetzt anders`,
  quoted: (text) => `„${text}“`,
  unlimited: 'unbegrenzt',
  nothing: 'leer',
  fields: {
    type: 'Art des Ereignisses',
    eventId: 'Kennung',
    streamId: 'Konto oder Umbuchung, zu der es gehört',
    recordedAt: 'Zeitpunkt der Erfassung',
    commandId: 'Befehl, der es erfasst hat',
    correlationId: 'was es ausgelöst hat',
    amount: 'Betrag',
    effectiveOn: 'Wertstellung',
    transferId: 'Umbuchung, von der es ein Schritt ist',
    entryId: 'Buchung, von der es handelt',
    name: 'Name',
    currency: 'Währung',
    exponent: 'Nachkommastellen der Währung',
    overdraftLimit: 'Überziehungslimit',
    openedOn: 'eröffnet am',
    balance: 'Kontostand',
    words: 'Angaben, wie sie gesucht werden',
    state: 'was für das Konto daraus folgt',
  },
}
