/** Der Rahmen: Kopf, Streifen, Menü. */
import type { layoutMessages } from '../../en/app/layout'
import { formatCount } from '../../format-count'

export const layout: typeof layoutMessages = {
  brand: 'Hindsight',
  firstLedger: 'Mein Kontobuch',
  skip: 'Zum Konto springen',
  search: 'Suchen oder Befehl',
  searchShort: 'Suchen',
  menu: 'Menü',
  close: 'Schließen',
  moment: 'Gezeigter Zeitpunkt',
  exportLog: 'Protokoll exportieren',
  importLog: 'Protokoll importieren',
  appearance: 'Darstellung und Sprache',
  theme: 'Darstellung',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languages: { en: 'English', de: 'Deutsch' },
  help: 'Hilfe und Tastenkürzel',
  now: 'Jetzt',
  nowWords: 'alles bisher Erfasste',
  linkElsewhere:
    'Dieser Link gehört zu einem Kontobuch, das nicht in diesem Browser liegt. Zu sehen ist ein anderes, wie es jetzt ist.',
  linkUnknown:
    'Dieser Link gehört zu einem Konto, das es in diesem Kontobuch nicht gibt. Zu sehen ist, was es jetzt enthält.',
  notAvailable: 'Nicht verfügbar',
  savedHere: 'Auf diesem Gerät gespeichert',
  keptHere: 'Bleibt auf diesem Gerät',
  sealed: (root) => `Protokoll versiegelt ${root}`,
  lookingAt: 'Gezeigter Stand:',
  setAside: (count) =>
    count === 1 ? '1 späteres Ereignis bleibt außen vor' : `${formatCount(count)} spätere Ereignisse bleiben außen vor`,
  laterDates: 'spätere Wertstellungen bleiben außen vor',
  sandbox: 'Sandbox',
  sandboxWords: (name) => `nichts hier ist echt; abgezweigt von ${name}`,
  compareSandbox: 'Mit dem echten Kontobuch vergleichen',
  compareShort: 'Vergleichen',
  returnToNow: 'Zurück zur Gegenwart',
  compare: 'Mit jetzt vergleichen',
  opening: 'Das Kontobuch wird geöffnet',
  notOpened: 'Das Kontobuch lässt sich nicht zeigen',
  broken: 'Dieser Teil der Anzeige ist ausgefallen',
  brokenWords:
    'Das Protokoll ist unversehrt: Erfasstes wird gespeichert, bevor es gezeigt wird. Bitte noch einmal versuchen oder die Seite neu laden.',
  tryAgain: 'Noch einmal versuchen',
  reload: 'Neu laden',
  details: 'Was geschehen ist',
}
