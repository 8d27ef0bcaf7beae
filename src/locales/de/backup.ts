/** Sicherungen, die sich selbst schreiben, und das Wiederherstellen. */
import type { backupMessages } from '../en/backup'

const events = (count: number, text: string) => (count === 1 ? '1 Ereignis' : `${text} Ereignisse`)

export const backup: typeof backupMessages = {
  title: 'Automatische Sicherung',
  text: 'Hindsight schreibt das ganze Protokoll komprimiert an einen gewählten Ort auf diesem Gerät und liest jede Datei zur Probe wieder ein. Am sichersten ist ein Ordner, der anderswohin kopiert wird, etwa der eines Cloud-Speichers.',
  unsupported:
    'Dieser Browser lässt keine Seite von selbst in einen Ordner schreiben. Stattdessen wird erinnert, und „Protokoll exportieren“ speichert eine Datei.',
  sandbox: 'Eine Sandbox wird nicht gesichert. Bitte das Kontobuch öffnen, von dem sie abzweigt.',
  chooseFolder: 'Ordner wählen',
  chooseFile: 'Einzelne Datei wählen',
  otherFolder: 'Anderen Ordner wählen',
  otherFile: 'Andere Datei wählen',
  folder: (name) => `Ordner „${name}“`,
  file: (name) => `Datei „${name}“`,
  setUp: 'Automatische Sicherung einrichten',
  settings: 'Automatische Sicherung',
  off: 'Die automatische Sicherung ist aus.',
  last: (count, text, when, where) => `Letzte Sicherung: ${events(count, text)}, ${when}, nach ${where}`,
  noneYet: (where) => `Noch keine Sicherung in ${where}.`,
  today: (time) => `heute ${time}`,
  upToDate: 'Alles ist gesichert.',
  behind: (count, text) => `${events(count, text)} seither.`,
  how: 'Wie oft',
  everyDay: 'Jeden Tag',
  every: (text) => `Nach je ${text} Ereignissen`,
  keep: 'Aufbewahrte Dateien',
  keepLast: (count) => `Die letzten ${count}`,
  now: 'Jetzt sichern',
  end: 'Ausschalten',
  endNote: 'Geschriebene Dateien bleiben, wo sie sind.',
  done: 'Fertig',
  writing: 'Die Sicherung wird geschrieben und wieder eingelesen',
  written: (count, text, where) => `${events(count, text)} gesichert nach ${where}`,
  alreadyThere: 'Alles steht schon in der letzten Sicherung.',
  busy: 'Ein anderer Tab schreibt die Sicherung.',
  failed: 'Die Sicherung ist fehlgeschlagen',
  allow: 'Wieder erlauben',
  openSettings: 'Einstellungen öffnen',
  ended: 'Die automatische Sicherung ist aus. Die Dateien bleiben.',
  faults: {
    permission: 'Der Browser fragt noch einmal, bevor Hindsight die Sicherungen schreiben darf.',
    gone: 'Der Ort der Sicherungen ist nicht mehr da. Bitte zurücklegen oder einen anderen wählen.',
    'disk-full': 'Wo die Sicherungen liegen, ist kein Platz mehr. Die letzte gute ist unverändert.',
    'in-use': 'Ein anderes Programm hält die Sicherungsdatei fest. Es wird später noch einmal versucht.',
    'not-contained':
      'Die Datei enthält Ereignisse, die dieses Kontobuch nicht hat, und wurde deshalb nicht ersetzt. Bitte einen anderen Ort wählen.',
    damaged:
      'Ein Teil dieses Kontobuchs ist beschädigt, deshalb bleibt die letzte gute Sicherung, wie sie ist. Bitte das Kontobuch prüfen.',
    'not-verified': 'Die Datei ließ sich nicht so einlesen, wie sie geschrieben wurde. Bitte einen anderen Ort wählen.',
    failed:
      'Die Sicherung ließ sich nicht schreiben. Die letzte gute ist unverändert; es wird später noch einmal versucht.',
  },

  restore: 'Aus einer Sicherung wiederherstellen',
  restoreText:
    'Eine Datei wählen, die Hindsight exportiert oder gesichert hat. Sie wird vom ersten Ereignis bis zum Siegel geprüft, wird ein Kontobuch und danach noch einmal gelesen.',
  restoreFile: 'Datei wählen',
  restoreFolder: 'Neueste in einem Ordner',
  restoreFrom: (folder) => `Neueste in „${folder}“`,
  backupFile: 'Sicherungsdatei',
  cancel: 'Abbrechen',
  searching: 'Sicherungen werden gesucht',
  noneInFolder: 'In diesem Ordner ist keine Protokolldatei.',
  which: 'In diesem Ordner liegen Sicherungen mehrerer Kontobücher. Welches soll es sein?',
  fileFacts: (count, text, moment) => `${events(count, text)}, geschrieben ${moment}`,
  checking: 'Jedes Ereignis der Datei wird geprüft',
  restoring: 'Wird wiederhergestellt und noch einmal gelesen',
  sameHasAll: 'Dieses Kontobuch ist schon da',
  sameHasAllText: (name, file) => `„${name}“ hat jedes Ereignis von ${file}; wiederherzustellen ist nichts.`,
  sameHasMore: (name, file, count, more) =>
    `„${name}“ hat jedes Ereignis von ${file} und ${events(count, more)}, die später kamen. Wiederherzustellen ist nichts.`,
  openIt: 'Öffnen',
  behindTitle: 'Dieses Kontobuch ist da, aber nicht so weit wie die Datei',
  behindText: (name, count, text) =>
    `„${name}“ ist wie in der Datei, nur ohne ${count === 1 ? 'das letzte Ereignis' : `die letzten ${text} Ereignisse`}.`,
  catchUp: (count, text) => `${events(count, text)} hinzufügen`,
  partedTitle: 'Dieses Kontobuch ist da und weicht von der Datei ab',
  partedText: (name, common, here, file) =>
    `„${name}“ und die Datei sind bis Ereignis ${common} gleich. Danach folgen hier ${here} Ereignisse und in der Datei ${file} andere.`,
  asNew: 'Daneben wiederherstellen',
  restored: (count, text) => `${events(count, text)} wiederhergestellt`,
  restoredText: (name) =>
    `„${name}“ wurde vom ersten gespeicherten Byte an noch einmal gelesen. Anzahl, Siegel, Revisionen und Kontostände sind die der Datei.`,
  notVerified: 'Wiederhergestellt, aber etwas ist nicht wie in der Datei',
  notVerifiedText: '„Prüfen“ zeigt, wo; danach bitte eine andere Datei wiederherstellen.',
  seal: 'Siegel',
  refused: 'Diese Datei lässt sich nicht wiederherstellen',
  unchanged: 'Nichts wurde geändert.',
  olderOne: 'Die davor versuchen',
  importInstead: 'Stattdessen importieren',
  accountNeeded:
    'Das ist eine einfache Liste von Ereignissen, die kein Kontobuch nennt. Der Import fragt, welches Konto es ist.',
}
