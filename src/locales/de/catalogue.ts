/**
 * German, complete: a chunk of its own, which only readers of German load. Each area is compiled against the English one.
 * Nobody is addressed where it can be avoided; else "Sie".
 *
 *   account                 Konto
 *   agreed (with the bank)  abgeglichen
 *   as known                Kenntnisstand
 *   balance                 Kontostand (column: Saldo)
 *   bank's balance          Kontostand laut Bank
 *   bookmark                Lesezeichen
 *   branch                  abzweigen
 *   category                Kategorie
 *   command                 Befehl
 *   deposit                 Einzahlung, einzahlen
 *   difference              Unterschied (from the bank: Abweichung)
 *   entry                   Buchung
 *   event                   Ereignis
 *   event log               Ereignisprotokoll
 *   export, import          exportieren, importieren
 *   history                 Buchungen
 *   in transit              unterwegs
 *   ledger                  Kontobuch
 *   log                     Protokoll
 *   memo                    Verwendungszweck
 *   (to) merge              zusammenführen
 *   moment                  Zeitpunkt
 *   now                     jetzt, Gegenwart
 *   overdraft limit         Überziehungslimit
 *   the past                Vergangenheit
 *   payee                   Zahlungspartner (who pays as well as who is paid)
 *   playback                Wiedergabe
 *   recorded                erfasst, Erfassung
 *   reverse, reversal       stornieren, Storno
 *   (to) rewind             zurückspulen
 *   sandbox                 die Sandbox, Sandboxen
 *   seal                    Siegel
 *   set aside               bleibt außen vor
 *   stored, saved           gespeichert
 *   stream                  Strom
 *   time dock               Zeitleiste
 *   transfer                Umbuchung, umbuchen
 *   value date              Wertstellung
 *   verify                  prüfen
 *   withdrawal              Auszahlung, auszahlen
 *   words of an entry       Angaben
 */
import { accounts } from './accounts/accounts'
import { changedMarks } from './accounts/changed-marks'
import { accountCommands } from './accounts/commands'
import { statement } from './accounts/statement'
import { keeping } from './app/keeping'
import { layout } from './app/layout'
import { links } from './app/links'
import { offline } from './app/offline'
import { palette } from './app/palette'
import { refusals } from './app/refusals'
import { backup } from './backup'
import { damagedEvent } from './damaged-event'
import { eventLog } from './event-log'
import { exchange } from './exchange'
import { failures } from './failures'
import { history } from './history/history'
import { marks } from './history/marks'
import { inspector } from './inspector'
import { integrity } from './integrity'
import { kit } from './kit'
import { ledgers } from './ledgers'
import { bookmarks } from './moments/bookmarks'
import { compare } from './moments/compare'
import { moments } from './moments/moments'
import { reconcile } from './reconcile'
import { sandbox } from './sandbox'
import { signatures } from './signatures'
import { storage } from './storage'
import { moment } from './timeline/moment'
import { pinned } from './timeline/pinned'
import { playback } from './timeline/playback'
import { timeline } from './timeline/timeline'
import { twoClocks } from './timeline/two-clocks'
import { zoom } from './timeline/zoom'
import { why } from './why'

/** By the paths of the English areas. */
export const german = {
  'accounts/accounts': accounts,
  'accounts/changed-marks': changedMarks,
  'accounts/commands': accountCommands,
  'accounts/statement': statement,
  'app/keeping': keeping,
  'app/layout': layout,
  'app/links': links,
  'app/offline': offline,
  'app/palette': palette,
  'app/refusals': refusals,
  backup,
  'damaged-event': damagedEvent,
  'event-log': eventLog,
  exchange,
  failures,
  'history/history': history,
  'history/marks': marks,
  inspector,
  integrity,
  kit,
  ledgers,
  'moments/bookmarks': bookmarks,
  'moments/compare': compare,
  'moments/moments': moments,
  reconcile,
  sandbox,
  signatures,
  storage,
  'timeline/moment': moment,
  'timeline/pinned': pinned,
  'timeline/playback': playback,
  'timeline/timeline': timeline,
  'timeline/two-clocks': twoClocks,
  'timeline/zoom': zoom,
  why,
}
