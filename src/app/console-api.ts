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

/** Nobody needs it to see a balance. */
const inspection = () => import('../application/events/log-inspection')
const integrity = () => import('../application/integrity/integrity')
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

async function noteExported(localId: string, events: number): Promise<void> {
  // Without it the reminder comes too soon, and nothing is lost.
  await import('./all-dialogs').then(({ noteBackup }) => noteBackup(localId, events)).catch(() => undefined)
}

export function exposeConsoleApi(application: LedgerApplication): void {
  window.hindsight = {
    version: application.version,
    ready: application.ready,
    dispatch: (command, options) => application.dispatch(command, options),
    accounts: (at) => application.accounts(at),
    balance: (accountId, at) => application.balance(accountId, at),
    balancesAt: (moment, into) => application.balancesAt(moment, into),
    history: (accountId, options) => application.history(accountId, options),
    search: (text, options) => application.search(text, options),
    explain: async (subject, at, options) => {
      // Scripts that ask are few: nobody else waits for it to load.
      const { explainNumber } = await import('./all-dialogs')
      return explainNumber(await application.desk.wholeLedger(), subject, at, options)
    },
    events: async (options) => (await inspection()).inspectEvents(application, options),
    proof: async (position, options) => (await inspection()).proveEvent(application, position, options),
    checkProof: async (given: unknown, proof?: unknown) => (await integrity()).checkAnyProof(given, proof),
    proveConsistency: async (first, second) => (await integrity()).proveSizes(application, first, second),
    proveExport: async (file, other, options) => (await integrity()).proveExport(application, file, other, options),
    repair: async (file = null, options) => (await integrity()).repairOpen(application, file, options),
    setAside: async () => (await integrity()).setAside(application),
    discardSetAside: async () => (await integrity()).discardSetAside(application),
    projections: async () => (await inspection()).inspectProjections(application),
    head: () => application.head(),
    // Nobody reconciles before the first screen stands.
    reconcile: async (accountId, statement) => {
      const { reconcileAccount } = await import('../application/reconciling/reconcile-account')
      return reconcileAccount(application.desk, accountId, statement)
    },
    statement: async (accountId, options) => {
      const { accountStatement } = await import('./all-dialogs')
      return accountStatement(await application.desk.wholeLedger(), accountId, options)
    },
    verify: (options) => application.verify(options),
    exportLog: async (options) => {
      const { entry, timeline } = await application.desk.ledger
      const atLeast = timeline.size
      const file = await application.exportLog(options)
      // Handed over whole: what a script does with it is its own, as with a file that a person saves.
      if (options?.at === undefined) void noteExported(entry.localId, atLeast)
      return file
    },
    importLog: (file, options) => application.importLog(file, options),
    travelTo: (moment) => travel.to(parseMoment(moment)),
    get cursor() {
      return useCursor.getState().moment
    },
    compare: async (a, b, options) => {
      const { compareMoments } = await import('../stores/moments/compare-moments')
      return compareMoments(a, b, options)
    },
    ledgers: () => application.ledgers(),
    createLedger: (name) => application.createLedger(name),
    openLedger: (id) => application.openLedger(id),
    removeLedger: (id, options) => application.removeLedger(id, options),
    stats: () => application.stats(),
    ...sandboxApi(),
  }
}
