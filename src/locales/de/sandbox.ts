/** Sandboxen. */
import type { sandboxMessages } from '../en/sandbox'
import { formatCount } from '../format-count'

const events = (count: number) => (count === 1 ? '1 Ereignis' : `${formatCount(count)} Ereignisse`)
const withEvents = (count: number) => (count === 1 ? '1 Ereignis' : `${formatCount(count)} Ereignissen`)
const commands = (count: number) => (count === 1 ? '1 Befehl' : `${formatCount(count)} Befehle`)

export const sandbox: typeof sandboxMessages = {
  sandbox: 'Sandbox',
  section: 'Sandboxen',
  branch: 'Hier abzweigen',
  compareOf: (name) => `${name} vergleichen`,

  name: 'Name',
  nameNeeded: 'Bitte der Sandbox einen Namen geben.',
  suggested: (moment) => `Was wäre, wenn (${moment})`,
  start: 'Anfang',
  fromHere: 'Von hier an',
  fromHereNow: (count) => (count === 1 ? 'Das eine bisher erfasste Ereignis.' : `Alle ${events(count)} bisher.`),
  fromHerePast: (count, total) => `Die ersten ${formatCount(count)} von ${withEvents(total)}; spätere bleiben zurück.`,
  fromHereDate: (count) =>
    `Eine Wertstellung ist keine Stelle im Protokoll: Die Sandbox beginnt mit allem bisher Erfassten, ${events(count)}.`,
  whatIf: 'Was wäre, wenn',
  whatIfText:
    'Alles bisher Erfasste, aber einzelne Buchungen weggelassen oder verschoben. Über jedes spätere Ereignis wird neu entschieden.',
  chosen: 'Was sich ändert',
  chooseFirst: 'Zuerst Buchungen wählen: „In einer Sandbox weglassen“ im Menü einer Zeile.',
  leaveOut: 'Weglassen',
  move: 'Verschieben auf',
  changeOf: (what) => `Änderung von ${what}`,
  newDate: 'Neues Datum',
  dateNeeded: 'Bitte das Datum eingeben, auf das verschoben wird.',
  keepInPlace: (what) => `${what} nicht ändern`,
  chooseMore: 'Weitere Buchung wählen',
  promise: 'Ein eigenes Kontobuch auf diesem Gerät. Das echte wird nur gelesen.',
  create: 'Sandbox öffnen',
  cancel: 'Abbrechen',
  making: 'Die Sandbox wird angelegt',
  made: (name) => `${name} ist geöffnet: eine Sandbox, nichts darin ist echt`,
  madeRefused: (name, count) =>
    `${name} ist geöffnet: eine Sandbox. ${events(count)} ${count === 1 ? 'ließ' : 'ließen'} sich nicht mehr erfassen.`,
  transfer: 'Umbuchung',
  entry: 'Buchung',

  none: 'Noch keine Sandboxen',
  noneText:
    'Eine Sandbox beginnt mit den Ereignissen bis zu einem Zeitpunkt und geht dann eigene Wege: erst probieren, dann vergleichen.',
  gone: 'Diese Sandbox gibt es auf diesem Gerät nicht',
  goneText: 'Sie wurde verworfen oder in einem anderen Browser angelegt.',
  reading: 'Beide Kontobücher werden gelesen',
  branchedFrom: (name, count) => `Abgezweigt von ${name} nach ${withEvents(count)}`,
  changed: (name, count) => `${name} mit Änderungen, über ${events(count)} neu entschieden`,
  seal: (root) => `versiegelt ${root.slice(0, 4)}…${root.slice(-4)}`,
  originalGone: (name) => `${name} ist nicht mehr auf diesem Gerät: Es gibt nichts zu vergleichen.`,
  openSandbox: 'Sandbox öffnen',
  backTo: (name) => `Zurück zu ${name}`,
  exportLog: 'Protokoll exportieren',
  discard: 'Sandbox verwerfen',
  discardText: (name) => `„${name}“ wird mit allem, was darin erfasst ist, von diesem Gerät entfernt.`,
  discardPromise:
    'Zurück führt kein Weg. Echt ist nichts davon: Das Kontobuch, von dem sie abgezweigt ist, bleibt, wie es ist.',
  discardMore: (count) => `${commands(count)} daraus ${count === 1 ? 'ging' : 'gingen'} nicht an das echte Kontobuch.`,
  discarded: (name) => `${name} verworfen`,

  balances: 'Kontostände jetzt',
  balancesText: 'Nach allem Erfassten, auch nach Buchungen mit künftigem Datum.',
  account: 'Konto',
  real: 'Echt',
  difference: 'Unterschied',
  total: (currency) => `Summe ${currency}`,
  why: (figure) => `Warum ${figure}?`,
  whyIn: (figure, ledger) => `${ledger} öffnen und fragen, warum ${figure}`,
  notThere: 'nicht da',
  onlyDifferent: 'Nur Konten, die sich unterscheiden',
  allSame: 'Jedes Konto steht in beiden gleich.',

  changes: 'Was geändert wurde',
  leftOut: 'Weggelassen',
  movedTo: (date) => `Verschoben auf ${date}`,
  movedAmount: (amount) => `Geändert auf ${amount}`,
  movedBoth: (date, amount) => `Verschoben auf ${date} mit ${amount}`,
  refusedTitle: (count) =>
    count === 1 ? '1 Ereignis ließ sich nicht mehr erfassen' : `${events(count)} ließen sich nicht mehr erfassen`,
  refusedNone: 'Jedes spätere Ereignis ließ sich weiterhin erfassen.',
  refusedMore: (count) => `und ${formatCount(count)} weitere`,
  atEvent: (position) => `Ereignis ${formatCount(position)}`,

  given: 'Hier gegebene Befehle',
  givenText:
    'Was das echte Kontobuch jetzt zu jedem sagen würde, einem nach dem anderen. Erfasst wird dort nichts, bevor es übergeben ist.',
  givenNone: 'Noch keine. In der Sandbox etwas erfassen: Später lässt es sich dem echten Kontobuch übergeben.',
  give: 'Übergeben',
  giveOf: (what) => `${what} dem echten Kontobuch übergeben`,
  giveAll: (count) =>
    count === 1 ? 'Den einen möglichen übergeben' : `Alle ${formatCount(count)} möglichen übergeben`,
  nothingPasses: 'Kein Befehl wäre möglich',
  allGiven: 'Alle sind übergeben',
  passes: 'Würde erfasst',
  passesAfter: 'Würde nach denen darüber erfasst',
  refused: (reason) => `Würde abgelehnt: ${reason}`,
  isGiven: (position) => `Übergeben, Ereignis ${formatCount(position)}`,
  gave: (count) => `${commands(count)} dem echten Kontobuch übergeben`,
  gaveRefused: (count) => `${commands(count)} vom echten Kontobuch abgelehnt`,
  giving: 'Wird übergeben …',
  codes: {
    'insufficient-funds': 'nicht gedeckt',
    'account-closed': 'das Konto ist geschlossen',
    'account-not-found': 'das Konto gibt es nicht',
    'account-not-empty': 'das Konto ist nicht leer',
    'account-exists': 'das Konto gibt es schon',
    'entry-not-found': 'die Buchung gibt es nicht',
    'already-reversed': 'schon storniert',
    'amount-too-large': 'der Betrag ist zu groß',
    'currency-mismatch': 'die Währungen sind verschieden',
  },

  renamedTo: (name) => `Konto in ${name} umbenennen`,
  commandOf: {
    RenameLedger: (name) => `Kontobuch in ${name} umbenennen`,
    OpenAccount: (name) => `Konto ${name} eröffnen`,
    RenameAccount: (account, name) => `${account} in ${name} umbenennen`,
    SetOverdraftLimit: (account) => `Überziehungslimit von ${account}`,
    CloseAccount: (account) => `${account} schließen`,
    ReopenAccount: (account) => `${account} wieder öffnen`,
    Deposit: (amount, account) => `${amount} auf ${account} einzahlen`,
    Withdraw: (amount, account) => `${amount} von ${account} auszahlen`,
    Transfer: (amount, from, to) => `${amount} von ${from} auf ${to} umbuchen`,
    ReverseEntry: (account) => `Eine Buchung von ${account} stornieren`,
    AnnotateEntry: (account) => `Angaben einer Buchung von ${account} berichtigen`,
    AssertBalance: (amount, account) => `Kontostand von ${account} laut Bank: ${amount}`,
  },
}
