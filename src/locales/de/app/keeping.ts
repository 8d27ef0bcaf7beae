/** Was ungefragt über die Sicherheit der Kontobücher gesagt wird. */
import type { keepingMessages } from '../../en/app/keeping'

export const keeping: typeof keepingMessages = {
  promised: 'Dieser Browser bewahrt die Kontobücher jetzt auf, bis sie entfernt werden.',
  notPromised: 'Dieser Browser kann die Kontobücher löschen, wenn der Speicherplatz knapp wird. Ein Export bleibt.',
  short: (free) =>
    `Für diese Seite sind nur noch ${free} frei. Speicherplatz freigeben oder ein nicht mehr benötigtes Kontobuch exportieren und entfernen.`,
  remind: (count, text) =>
    count === 1 ? '1 Ereignis seit der letzten Sicherung.' : `${text} Ereignisse seit der letzten Sicherung.`,
  remindFirst: (count, text) =>
    count === 1 ? '1 Ereignis, noch keine Sicherung.' : `${text} Ereignisse, noch keine Sicherung.`,
  backUp: 'Protokoll exportieren',
}
