/** Wo Kontobücher aufbewahrt werden, und wie sicher sie dort sind. */
import type { storageMessages } from '../en/storage'

export const storage: typeof storageMessages = {
  title: 'Speicher und Sicherung',
  used: (used, free) => `${used} auf diesem Gerät belegt, ${free} frei`,
  unknown: 'Dieser Browser sagt nicht, wie viel Platz er gibt',
  short:
    'Der Platz wird knapp. Speicherplatz freigeben oder ein nicht mehr benötigtes Kontobuch exportieren und entfernen.',
  promised: 'Der Browser bewahrt die Kontobücher auf, bis sie entfernt werden.',
  notPromised: 'Der Browser kann die Kontobücher löschen, wenn der Speicherplatz knapp wird.',
  ask: 'Um Aufbewahrung bitten',
  refused: 'Der Browser sagt es jetzt nicht zu. Ein Export bleibt; ist Hindsight installiert, sagt er es oft doch zu.',
  allBackedUp: 'Jedes Ereignis dieses Kontobuchs steht in einer Datei.',
  notBackedUp: (count, text) =>
    count === 1 ? '1 Ereignis seit der letzten Sicherung' : `${text} Ereignisse seit der letzten Sicherung`,
  never: (count, text) =>
    count === 1 ? '1 Ereignis, noch keine Sicherung' : `${text} Ereignisse, noch keine Sicherung`,
  backUp: 'Protokoll exportieren',
}
