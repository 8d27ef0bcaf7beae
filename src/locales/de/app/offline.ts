/** Hindsight als installiertes Programm. */
import type { offlineMessages } from '../../en/app/offline'

export const offline: typeof offlineMessages = {
  newVersion: 'Eine neue Version von Hindsight liegt bereit.',
  reload: 'Neu laden',
  notNow: {
    work: 'Noch nicht: An diesem Kontobuch wird gearbeitet. Danach neu laden.',
    typing: 'Noch nicht: Die Eingabe ginge verloren. Erst abschließen, dann neu laden.',
  },
  oneFile: (name, others) =>
    `${name} wird zuerst geöffnet. Danach ${others === 1 ? 'die andere Datei' : `die anderen ${others} Dateien`} öffnen.`,
  unreadable:
    'Die Datei konnte nicht gelesen werden. Vielleicht wurde sie verschoben; mit „Protokoll importieren“ öffnen.',
}
