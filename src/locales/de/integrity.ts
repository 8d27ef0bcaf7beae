/** Beschädigung, Reparatur und Beweis. */
import type { integrityMessages } from '../en/integrity'

export const integrity: typeof integrityMessages = {
  noticeTitle: 'Dieses Kontobuch ist beschädigt',
  noticeFrom: (position) =>
    `Ab Ereignis ${position} ist nichts verbürgt. Bis zur Reparatur kann nichts erfasst werden.`,
  noticeTables:
    'Die Ereignisse sind heil, aber nicht, was daneben gespeichert ist. Bis es neu gebildet ist, kann nichts erfasst werden.',
  look: 'Was beschädigt ist',

  damagedTitle: 'Etwas ist nicht so, wie es erfasst wurde',
  unreadable: (position) => `Ereignis ${position} lässt sich nicht lesen.`,
  missing: (position) => `Ereignis ${position} fehlt.`,
  uncounted: (position) => `Ereignis ${position} ist gespeichert, aber das Kontobuch zählt es nicht mit.`,
  rule: (position) => `Ereignis ${position} verletzt eine Regel, die es bei der Erfassung einhielt.`,
  changed: (position) => `Ereignis ${position} wurde verändert: Das Siegel passt nicht.`,
  changedAmong: (first, last) => `Eines der Ereignisse ${first} bis ${last} wurde verändert: Ihr Siegel passt nicht.`,
  recordedAt: (instant) => `Erfasst am ${instant}.`,
  tablesOnly: 'Alle Ereignisse sind heil. Was daneben gespeichert ist, weicht von ihnen ab:',
  tables: {
    head: 'wo das Protokoll endet und wie es heißt',
    index: 'wo die Ereignisse stehen',
    streams: 'Kontostände und Revisionen für Entscheidungen',
    commands: 'welche Befehle gegeben wurden',
    snapshots: 'Momentaufnahmen zum schnellen Öffnen und Suchen',
  },
  detail: 'Technischer Befund',
  stands: 'Was noch gilt',
  sound: (count, text) => (count === 1 ? '1 Ereignis davor ist heil.' : `${text} Ereignisse davor sind heil.`),
  readable: (count, text) =>
    count === 1 ? 'Insgesamt ist 1 Ereignis lesbar.' : `Insgesamt sind ${text} Ereignisse lesbar.`,
  fitting: (count, text) =>
    count === 1
      ? '1 Ereignis dahinter passt noch zum Siegel.'
      : `${text} Ereignisse dahinter passen noch zu ihren Siegeln.`,
  advice:
    'Nichts wurde überschrieben. Die Reparatur aus einer exportierten Datei behält, was heil ist, und nimmt den Rest von dort.',
  adviceTables: 'Eine Datei ist nicht nötig: Alles folgt aus den Ereignissen.',
  repairFrom: 'Aus einer Sicherung reparieren …',
  rebuild: 'Neu bilden',
  exportSound: 'Exportieren, was heil ist',
  onlySound: (text) => `Dieses Kontobuch ist beschädigt: Die Datei enthält die ${text} heilen Ereignisse.`,

  repairTitle: 'Aus einer Sicherung reparieren',
  repairText:
    'Eine Protokolldatei dieses Kontobuchs wählen. Sie wird zuerst geprüft; vor der Zustimmung wird nichts geschrieben.',
  logFile: 'Protokolldatei',
  secondFile: 'Zweite Protokolldatei',
  choose: 'Datei wählen',
  change: 'Andere Datei',
  checking: 'Datei und Kontobuch werden geprüft',
  repairing: 'Wird repariert',
  wouldTitle: 'Was eine Reparatur täte',
  doneTitle: 'Das Kontobuch ist repariert',
  doneBroken: 'Die Reparatur ist erfolgt, aber etwas ist noch nicht heil',
  kept: (count, text) => (count === 1 ? '1 Ereignis bleibt, wie es ist' : `${text} Ereignisse bleiben, wie sie sind`),
  restored: (count, text) =>
    count === 1 ? '1 Ereignis kommt aus der Datei' : `${text} Ereignisse kommen aus der Datei`,
  lost: (count, text) =>
    count === 1
      ? '1 Ereignis ist nicht wiederherstellbar: Es steht nicht in der Datei'
      : `${text} Ereignisse sind nicht wiederherstellbar: Sie stehen nicht in der Datei`,
  nothingLost: 'Nichts geht verloren',
  proved: 'Das eigene Siegel des Kontobuchs bestätigt jedes davon.',
  notProved: 'Kein Siegel des Kontobuchs bestätigt die letzten davon: bitte mit Bekanntem vergleichen.',
  verified: (text) => `Danach geprüft: unversehrt, ${text} Ereignisse.`,
  keepDoubtful: (count, text) =>
    count === 1
      ? '1 lesbares Ereignis behalten, obwohl kein Siegel es bestätigt'
      : `${text} lesbare Ereignisse behalten, obwohl kein Siegel sie bestätigt`,
  asideText: 'Was entnommen wurde, liegt auf diesem Gerät beiseite.',
  asideExport: 'Als Datei sichern',
  asideDiscard: 'Verwerfen',
  asideGone: 'Verworfen.',
  repair: 'Reparieren',
  cancel: 'Abbrechen',
  done: 'Fertig',

  proveTitle: 'Einen Export beweisen',
  proveText:
    'Zeigt, was eine Protokolldatei für dieses Kontobuch ist oder zwei Dateien füreinander sind, ohne dass jemand geglaubt werden muss.',
  against: 'Vergleichen mit',
  thisLedger: (name) => `Dieses Kontobuch: ${name}`,
  otherFile: 'Eine andere Datei',
  prove: 'Beweisen',
  proving: 'Jedes Ereignis wird gelesen',
  theFile: (name) => `„${name}“`,
  same: (a, b) => `${a} und ${b} sind gleich`,
  earlier: (a, b) => `${a} ist ein früherer Stand von ${b}`,
  differs: (position) => `Ab Ereignis ${position} unterscheiden sie sich`,
  foreign: 'Sie haben nichts miteinander zu tun',
  sameText: (count, text) =>
    count === 1 ? 'Das 1 Ereignis ist gleich.' : `Alle ${text} Ereignisse sind gleich, eines nach dem anderen.`,
  earlierText: (common, more) =>
    `Alle ${common} Ereignisse sind dort, unverändert und an ihrem Platz; ${more} wurden danach erfasst.`,
  differsText: (common) =>
    `Die ersten ${common} Ereignisse sind gleich. Was folgt, wurde anders erfasst oder verändert.`,
  foreignText: 'Kein einziges Ereignis ist gleich, und es sind verschiedene Kontobücher.',
  signatures: {
    none: 'nicht signiert',
    'this-browser': 'von diesem Browser signiert',
    'another-key': 'mit einem anderen Schlüssel signiert',
    'does-not-fit': 'die Signatur passt nicht: Datei oder Signatur wurde verändert',
    unchecked: 'signiert, aber dieser Browser kann es nicht prüfen',
  },
  key: (fingerprint) => `Schlüssel ${fingerprint}`,
  technical: 'Der Beweis',
  checked: 'Dieser Beweis wurde hier geprüft und gilt.',
  notChecked: 'Dieser Beweis gilt nicht.',
  saveProof: 'Beweis sichern',
  events: (count, text) => (count === 1 ? '1 Ereignis' : `${text} Ereignisse`),
}
