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
import { accountCommands } from './accounts/commands'
import { layout } from './app/layout'
import { palette } from './app/palette'
import { exchange } from './exchange'
import { failures } from './failures'
import { history } from './history/history'
import { inspector } from './inspector'
import { kit } from './kit'
import { ledgers } from './ledgers'
import { timeline } from './timeline/timeline'

/** By the paths of the English areas. */
export const german = {
  'accounts/accounts': accounts,
  'accounts/commands': accountCommands,
  'app/layout': layout,
  'app/palette': palette,
  exchange,
  failures,
  'history/history': history,
  inspector,
  kit,
  ledgers,
  'timeline/timeline': timeline,
}
