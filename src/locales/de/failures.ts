/**
 * Was von unten kommt, nach Code und Tatsachen. Amounts are left to the forms, which know the currency's decimals; what
 * names a field or an id of a script's is said without it.
 */
import type { FailureFacts, failureMessages } from '../en/failures'
import { formatCount } from '../format-count'

type Said = (facts: FailureFacts) => string

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const count = (value: unknown): string => formatCount(typeof value === 'number' ? value : 0)
/** „Alltag“, or what stands for a name that is not told. */
const accountOf = ({ accountName }: FailureFacts, otherwise: string): string =>
  text(accountName) === '' ? otherwise : `„${text(accountName)}“`

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  currency: 'Währung',
  exponent: 'Nachkommastellen',
  overdraftLimit: 'Überziehungslimit',
  amount: 'Betrag',
  toAmount: 'Ankommender Betrag',
  effectiveOn: 'Datum',
  openedOn: 'Datum',
  closedOn: 'Datum',
  reopenedOn: 'Datum',
  payee: 'Zahlungspartner',
  memo: 'Verwendungszweck',
  category: 'Kategorie',
  reason: 'Grund',
  balance: 'Kontostand',
}

/** The reasons for which a command is refused. */
const COMMANDS: Readonly<Record<string, Said>> = {
  'command-id-reused': () =>
    'Unter dieser Kennung wurde schon etwas anderes erfasst. Bitte den Dialog schließen und neu öffnen.',
  'invalid-command': ({ field }) => {
    const name = FIELDS[text(field)]
    return name === undefined
      ? 'So lässt sich das nicht erfassen. Bitte die Angaben prüfen.'
      : `Die Angabe „${name}“ lässt sich so nicht erfassen. Bitte prüfen, ob sie fehlt, zu lang oder zu groß ist.`
  },
  'same-account': () => 'Eine Umbuchung braucht zwei verschiedene Konten. Bitte ein anderes Empfängerkonto wählen.',
  'account-not-found': () => 'Dieses Konto gibt es im Kontobuch nicht. Bitte ein anderes wählen.',
  'account-exists': (facts) => `Das Konto gibt es schon: ${accountOf(facts, 'unter dieser Kennung')}.`,
  'account-closed': (facts) =>
    `${accountOf(facts, 'Das Konto')} ist geschlossen. Zuerst das Konto wieder öffnen oder ein anderes wählen.`,
  'account-not-empty': (facts) =>
    `${accountOf(facts, 'Das Konto')} ist nicht leer. Zuerst auf null bringen, etwa durch eine Umbuchung; auch Buchungen mit künftiger Wertstellung zählen.`,
  'currency-mismatch': ({ fromCurrency, toCurrency }) =>
    fromCurrency === toCurrency
      ? 'Innerhalb einer Währung muss so viel ankommen, wie gesendet wird.'
      : `Von ${text(fromCurrency)} nach ${text(toCurrency)} braucht eine Umbuchung zwei Beträge: auch den, der ankommt.`,
  'entry-not-found': (facts) => {
    if (facts.onlyIn === 'sandbox') return 'Die Buchung dazu gibt es nur in der Sandbox. Bitte zuerst diese übergeben.'
    if (facts.missingIn === 'sandbox') return 'Die Buchung dazu gibt es in der Sandbox nicht.'
    return `Diese Buchung lässt sich auf ${accountOf(facts, 'dem Konto')} nicht stornieren oder berichtigen. Eine Umbuchung wird stattdessen zurückgebucht.`
  },
  'already-reversed': () => 'Diese Buchung ist bereits storniert; stornieren lässt sie sich nur einmal.',
  'amount-too-large': ({ currency }) =>
    `Der Betrag ist zu groß: Alle Beträge in ${text(currency)} zusammen müssen genau zählbar bleiben. Bitte einen kleineren eingeben.`,
  'insufficient-funds': (facts) =>
    `Auf ${accountOf(facts, 'dem Konto')} ist nicht genug verfügbar. Bitte einen kleineren Betrag wählen, zuerst einzahlen oder das Überziehungslimit erhöhen.`,
  'viewing-the-past': () => 'Die Vergangenheit ist schreibgeschützt. Erfassen lässt sich nur in der Gegenwart.',
  'wrong-expected-revision': () =>
    'Inzwischen wurde hier etwas anderes erfasst. Bitte noch einmal ansehen und dann wiederholen.',
}

const STORAGE: Readonly<Record<string, Said>> = {
  'quota-exceeded': () =>
    'Der Browser hat für diese Seite keinen Platz mehr, deshalb wurde nichts erfasst. Bitte Speicherplatz schaffen oder ein Kontobuch entfernen, das nicht mehr gebraucht wird, und es noch einmal versuchen.',
  unavailable: () =>
    'Der Browser lässt diese Seite zurzeit nichts speichern. Bitte die Seite neu laden; bleibt es dabei, den privaten Modus verlassen oder der Seite das Speichern erlauben.',
  blocked: ({ because }) => {
    if (because === 'newer-tab')
      return 'Dieser Tab ist von einer älteren Version: Eine neuere hat dieses Kontobuch geöffnet. Hier wird nichts mehr erfasst; nach dem Neuladen der Seite gilt auch hier die neuere.'
    if (because === 'newer-database')
      return 'Eine neuere Version von Hindsight hat dieses Kontobuch geschrieben; diese hier öffnet und ändert daran nichts. Bitte die Seite mit Netz neu laden; bleibt es dabei, zuerst alle Tabs dieser Seite schließen. Exportieren lässt sich das Protokoll dort.'
    return 'Ein anderer Tab hält dieses Kontobuch mit einer anderen Version des Programms offen. Bitte die anderen Tabs schließen oder neu laden, dann diesen.'
  },
  corrupt: ({ position }) =>
    `Ein Teil dieses Kontobuchs ist auf dem Datenträger beschädigt. Was davor erfasst ist, lässt sich noch exportieren; der Rest kommt aus dem letzten Export.${typeof position === 'number' ? ` Der Schaden beginnt bei Ereignis ${count(position)}.` : ''}`,
}

const DAMAGED =
  'Die Datei ist beschädigt oder wurde bearbeitet; bitte noch einmal exportieren oder eine ältere Kopie nehmen.'
const WRITTEN_WRONG =
  'Das Programm, das die Datei geschrieben hat, muss sie berichtigen; oder eine andere Kopie nehmen.'

/** What is wrong with a file, and what to do. */
const FILES: Readonly<Record<string, string>> = {
  'not-json': 'Die Datei ist kein vollständiges JSON. Bitte noch einmal exportieren oder eine andere Datei wählen.',
  'not-utf8': 'Die Datei ist nicht in UTF-8 geschrieben. Bitte als UTF-8 speichern oder noch einmal exportieren.',
  'bad-gzip':
    'Die Datei lässt sich nicht entpacken, vielleicht ist sie unvollständig. Bitte noch einmal laden oder exportieren.',
  'not-this-format':
    'Die Datei ist kein Protokoll von Hindsight. Bitte eine Datei wählen, die mit „Protokoll exportieren“ entstanden ist.',
  'newer-version':
    'Die Datei stammt von einer neueren Version; bitte Hindsight aktualisieren und noch einmal importieren.',
  'too-large': `Was hier steht, ist länger, als ein Ereignis sein darf. ${WRITTEN_WRONG}`,
  'position-gap': `Hier fehlen Ereignisse. ${DAMAGED}`,
  'revision-gap': `Hier fehlen Ereignisse eines Kontos oder einer Umbuchung. ${DAMAGED}`,
  'repeated-event-id': `Dieses Ereignis steht schon weiter vorn. ${DAMAGED}`,
  'time-falls': `Dieses Ereignis wäre vor dem vorigen erfasst. ${DAMAGED}`,
  'bad-field': `Ein Feld fehlt oder hat einen falschen Inhalt. ${WRITTEN_WRONG}`,
  'bad-amount': 'Der Betrag ist nicht lesbar. Beträge sind ganze Zahlen über 0, in der kleinsten Einheit der Währung.',
  'bad-date': 'Das Datum gibt es nicht, oder es ist anders geschrieben als JJJJ-MM-TT.',
  'bad-text': 'Der Text enthält ein halbes Zeichen. Bitte dort berichtigen, wo er geschrieben wurde.',
  'account-not-opened': `Das Ereignis gehört zu einem Konto, das nie eröffnet wurde. ${DAMAGED}`,
  invariant: `Das Ereignis widerspricht den vorigen. ${DAMAGED}`,
  'size-mismatch':
    'Die Datei enthält nicht so viele Ereignisse, wie sie sagt. Sie wurde gekürzt oder bearbeitet; bitte noch einmal exportieren.',
  'root-mismatch':
    'Die Ereignisse sind nicht die, die versiegelt wurden. Bitte noch einmal exportieren oder eine ältere Kopie nehmen.',
  'account-needed':
    'Die Datei nennt kein Konto. Bitte Name und Währung des Kontos angeben, zu dem ihre Buchungen gehören.',
}

/** `Ereignis 12, Zeile 13: `, so that the place is found in an editor. */
function placeOf({ position, line, byteOffset }: FailureFacts): string {
  const parts = [
    typeof position === 'number' ? `Ereignis ${count(position)}` : '',
    typeof line === 'number' ? `Zeile ${count(line)}` : '',
    typeof byteOffset === 'number' ? `Byte ${count(byteOffset)}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

const IMPORTS: Readonly<Record<string, Said>> = {
  diverged: ({ commonPosition, ledgerBeyond, fileBeyond }) =>
    `${commonPosition === 0 ? 'Datei und Kontobuch haben keinen gemeinsamen Anfang' : `Datei und Kontobuch sind bis Ereignis ${count(commonPosition)} gleich`}; danach folgen hier ${count(ledgerBeyond)} Ereignisse und in der Datei ${count(fileBeyond)} andere.`,
  'conflicting-event': ({ conflicts }) => {
    const all = Array.isArray(conflicts) ? conflicts.length : 0
    return `Die Datei lässt sich nicht zusammenführen: ${all === 1 ? 'Ein Ereignis widerspricht' : `${count(all)} Ereignisse widersprechen`} dem Kontobuch. Stattdessen in ein neues Kontobuch importieren.`
  },
  busy: () =>
    'Ein anderer Import läuft, oder das Kontobuch ändert sich gerade. Bitte warten, bis das beendet ist, und es noch einmal versuchen.',
}

export const failures: typeof failureMessages = {
  error(name, code, facts) {
    switch (name) {
      case 'CommandRejected':
      case 'WrongExpectedRevisionError':
        return COMMANDS[code]?.(facts)
      case 'StorageError':
        return STORAGE[code]?.(facts)
      case 'LogFormatError':
        return FILES[code] === undefined ? undefined : `${placeOf(facts)}${FILES[code]}`
      case 'ImportRefusedError':
        return IMPORTS[code]?.(facts)
      case 'InvalidMomentError':
        return 'Diesen Zeitpunkt gibt es nicht.'
      case 'AbortError':
        return 'Abgebrochen; nichts wurde geändert.'
      default:
        return undefined
    }
  },
  conflict: (position, reason) =>
    reason === 'other-content'
      ? `Ereignis ${position} der Datei steht hier mit anderem Inhalt.`
      : `Ereignis ${position} der Datei: ${FILES[reason] ?? 'Es passt nicht zum Kontobuch.'}`,
}
