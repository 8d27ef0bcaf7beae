/**
 * German, complete: a chunk of its own, which only readers of German load. Each area is compiled against the English one.
 * Nobody is addressed where it can be avoided; else "Sie".
 *
 *   account             Konto                          reverse, reversal   stornieren, Storno
 *   balance             Kontostand (column: Saldo)     seal                Siegel
 *   bank's balance      Kontostand laut Bank           stored, saved       gespeichert
 *   category            Kategorie                      time dock           Zeitleiste
 *   command             Befehl                         transfer            Umbuchung, umbuchen
 *   deposit             Einzahlung, einzahlen          value date          Wertstellung
 *   entry               Buchung                        verify              prüfen
 *   event               Ereignis                       withdrawal          Auszahlung, auszahlen
 *   export, import      exportieren, importieren       words of an entry   Angaben
 *   history             Buchungen
 *   in transit          unterwegs                      (to) merge          zusammenführen
 *   ledger              Kontobuch                      (to) rewind         zurückspulen
 *   log                 Protokoll                      now                 jetzt, Gegenwart
 *   memo                Verwendungszweck               the past            Vergangenheit
 *   moment              Zeitpunkt
 *   overdraft limit     Überziehungslimit
 *   payee               Zahlungspartner (who pays as well as who is paid)
 *   recorded            erfasst, Erfassung
 */
import { accounts } from './accounts/accounts'
import { changedMarks } from './accounts/changed-marks'
import { accountCommands } from './accounts/commands'
import { layout } from './app/layout'
import { palette } from './app/palette'
import { refusals } from './app/refusals'
import { eventLog } from './event-log'
import { exchange } from './exchange'
import { failures } from './failures'
import { history } from './history/history'
import { marks } from './history/marks'
import { inspector } from './inspector'
import { kit } from './kit'
import { ledgers } from './ledgers'
import { bookmarks } from './moments/bookmarks'
import { compare } from './moments/compare'
import { moments } from './moments/moments'
import { reconcile } from './reconcile'
import { sandbox } from './sandbox'
import { moment } from './timeline/moment'
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
  'app/layout': layout,
  'app/palette': palette,
  'app/refusals': refusals,
  'event-log': eventLog,
  exchange,
  failures,
  'history/history': history,
  'history/marks': marks,
  inspector,
  kit,
  ledgers,
  'moments/bookmarks': bookmarks,
  'moments/compare': compare,
  'moments/moments': moments,
  reconcile,
  sandbox,
  'timeline/moment': moment,
  'timeline/playback': playback,
  'timeline/timeline': timeline,
  'timeline/two-clocks': twoClocks,
  'timeline/zoom': zoom,
  why,
}
