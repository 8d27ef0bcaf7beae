/** `window.hindsight`: the application plus the cursor of the screens (CONSOLE-API). */
import type { Hindsight } from '../application/hindsight'
import type { LedgerApplication } from '../application/ledger-application'
import type { SandboxApi } from '../application/sandbox/sandbox-api'
import { travel, useCursor } from '../stores/cursor-store'
import { parseMoment } from '../time-travel/resolve-moment'

declare global {
  interface Window {
    hindsight: Hindsight
  }
}

/** Few use it: it is loaded when it is first called, with the dialogs, which need it too. */
function sandboxApi(): SandboxApi {
  const sandboxes = async () => (await import('./all-dialogs')).sandboxes()
  return {
    branch: async (options) => (await sandboxes()).branch(options),
    branches: async () => (await sandboxes()).branches(),
    compareBranch: async (id) => (await sandboxes()).compareBranch(id),
    branchVerdicts: async (id) => (await sandboxes()).branchVerdicts(id),
    giveBranchCommands: async (id, eventIds) => (await sandboxes()).giveBranchCommands(id, eventIds),
    discardBranch: async (id) => (await sandboxes()).discardBranch(id),
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
    ...sandboxApi(),
  }
}
