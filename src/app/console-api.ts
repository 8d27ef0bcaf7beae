/** `window.hindsight`: the application plus the cursor of the screens (CONSOLE-API). */
import type { Hindsight } from '../application/hindsight'
import type { LedgerApplication } from '../application/ledger-application'
import { travel, useCursor } from '../stores/cursor-store'
import { parseMoment } from '../time-travel/resolve-moment'

declare global {
  interface Window {
    hindsight: Hindsight
  }
}

export function exposeConsoleApi(application: LedgerApplication): void {
  window.hindsight = {
    version: application.version,
    ready: application.ready,
    dispatch: (command, options) => application.dispatch(command, options),
    accounts: (at) => application.accounts(at),
    balance: (accountId, at) => application.balance(accountId, at),
    balancesAt: (moment) => application.balancesAt(moment),
    history: (accountId, options) => application.history(accountId, options),
    search: (text, options) => application.search(text, options),
    explain: async (subject, at, options) => {
      // Scripts that ask are few: nobody else waits for it to load.
      const { explainNumber } = await import('./all-dialogs')
      return explainNumber(await application.desk.wholeLedger(), subject, at, options)
    },
    events: (options) => application.events(options),
    head: () => application.head(),
    verify: (options) => application.verify(options),
    exportLog: (options) => application.exportLog(options),
    importLog: (file, options) => application.importLog(file, options),
    travelTo: (moment) => travel.to(parseMoment(moment)),
    get cursor() {
      return useCursor.getState().moment
    },
    ledgers: () => application.ledgers(),
    createLedger: (name) => application.createLedger(name),
    openLedger: (id) => application.openLedger(id),
    removeLedger: (id, options) => application.removeLedger(id, options),
    stats: () => application.stats(),
  }
}
