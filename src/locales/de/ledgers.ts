/** Kontobücher als Ganzes: welches offen ist, wie sie heißen, ob sie unversehrt sind. */
import type { ledgerMessages } from '../en/ledgers'

export const ledgers: typeof ledgerMessages = {
  menu: (name) => `Kontobuch: ${name}`,
  ledgers: 'Kontobücher',
  opening: 'Wird geöffnet …',
  notOpen: 'Keines geöffnet',
  events: (count, text) => (count === 1 ? '1 Ereignis' : `${text} Ereignisse`),
  open: 'offen',
  sandboxOf: (events) => `Sandbox · ${events}`,
  discard: 'Sandbox verwerfen',
  newLedger: 'Neues Kontobuch',
  rename: 'Kontobuch umbenennen',
  remove: 'Kontobuch entfernen',
  removeOf: (name) => `${name} entfernen`,
  openOf: (name) => `${name} öffnen`,
  manage: 'Alle Kontobücher',
  thisLedger: 'Dieses Kontobuch',
  section: 'Kontobuch',
  compare: 'Vergleichen',
  verify: 'Prüfen',
  eventLog: 'Protokoll',

  cancel: 'Abbrechen',
  done: 'Fertig',
  name: 'Name',
  create: 'Kontobuch anlegen',
  createText: 'Ein eigenes Kontobuch, das neben den anderen auf diesem Gerät liegt.',
  save: 'Speichern',
  nameNeeded: 'Bitte dem Kontobuch einen Namen geben.',
  nothingChanged: 'Noch ist nichts geändert.',
  renameText: 'Auch der neue Name ist ein Ereignis: In der Vergangenheit behält das Kontobuch den alten.',
  pastReadOnly: 'Die Vergangenheit ist schreibgeschützt. Erfassen lässt sich nur in der Gegenwart.',
  renamed: (name) => `Umbenannt in ${name}`,
  opened: (name) => `${name} ist geöffnet`,
  removed: (name) => `${name} ist von diesem Gerät entfernt`,

  removeText: (name, events) =>
    `„${name}“ (${events}) wird von diesem Gerät entfernt. Zurück führt nur eine exportierte Datei.`,
  removeEmptyText: (name) => `„${name}“ ist leer. Es geht nichts verloren.`,
  exportFirst: 'Zuerst das Protokoll exportieren',
  openToExport: 'Öffnen und Protokoll exportieren',
  confirmName: 'Zum Entfernen den Namen eingeben',
  nameDiffers: (name) => `So heißt es nicht. Bitte genau „${name}“ eingeben.`,

  listText: 'Jedes liegt auf diesem Gerät in einer eigenen Datenbank.',
  importNew: 'Protokoll importieren',

  verifyText:
    'Liest jedes gespeicherte Byte vom ersten Ereignis an noch einmal und vergleicht Siegel, Revisionen und Kontostände mit dem, was gezeigt wird.',
  verifying: 'Jedes Ereignis wird geprüft',
  again: 'Noch einmal prüfen',
  sound: 'Alles ist so, wie es erfasst wurde',
  soundText: (events) =>
    `Unversehrt: ${events} noch einmal gelesen. Siegel, Revisionen, Kontostände und Momentaufnahmen stimmen mit dem überein, was gespeichert ist und gezeigt wird.`,
  broken: 'Etwas ist nicht so, wie es erfasst wurde',
  brokenBecause: 'Befund (englisch): ',
  brokenAt: (position) => `Zuerst bei Ereignis ${position}.`,
  brokenAdvice: 'Bitte exportieren, was sich noch lesen lässt, und mit einer älteren Kopie des Protokolls vergleichen.',
  seal: 'Siegel',
}
