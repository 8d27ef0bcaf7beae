/**
 * The application: one ledger open at a time, commands to the right, facts to the left. Screens, scripts and tests use
 * this object; `window.hindsight` is it plus the cursor.
 */
import { rootOf } from '../event-log/merkle-tree'
import type { RecordedEvent } from '../event-log/recorded-event'
import { ImportRefusedError, LogFormatError } from '../exchange/log-format-error'
import { accountsAt } from '../time-travel/accounts-at'
import { balanceAt, balancesAt } from '../time-travel/balances-at'
import type { Moment } from '../time-travel/moment'
import { InvalidMomentError, parseMoment, resolveMoment } from '../time-travel/resolve-moment'
import { accountNumber } from './account-number'
import type { Backend, LedgerEntry } from './backend/backend'
import { checkOptions, checkRoom } from './check-options'
import type { DispatchOptions } from './commands/command-dispatcher'
import type { TransferEnding } from './commands/transfer-runner'
import type { Environment } from './environment'
import { CommandRejected } from './errors'
import { judgeShown } from './judge-shown'
import type {
  AccountView,
  EntryView,
  ExportOptions,
  HistoryOptions,
  ImportOptions,
  ImportReport,
  LedgerApi,
  LedgerSummary,
  Minor,
  Receipt,
  SearchOptions,
  SearchResults,
  VerifyReport,
  WorkOptions,
} from './ledger-api'
import { LedgerDesk } from './ledger-desk'
import type { OpenLedger } from './open-ledger'

/** Entries that a search gives where it is not told how many. */
const MOST_FOUND = 100

export class LedgerApplication implements LedgerApi {
  readonly ready: Promise<void>
  /** For the screens: what is open, and word when it changes. */
  readonly desk: LedgerDesk
  #listVersion = 0
  #importing = false

  constructor(
    readonly version: string,
    readonly backend: Backend,
    environment: Environment,
  ) {
    this.desk = new LedgerDesk(backend, environment)
    this.ready = this.desk.ledger.then(() => undefined)
    // Whoever awaits `ready` hears of a failure; nobody is forced to.
    this.ready.catch(() => undefined)
  }

  /** Rises when this page changed the list of ledgers or a name in it. */
  get listVersion(): number {
    return this.#listVersion
  }

  async dispatch(command: unknown, given?: DispatchOptions): Promise<Receipt> {
    const options = checkOptions('dispatch', given)
    const ledger = await this.desk.ledger
    const receipt = await ledger.dispatch(command, options)
    // What is recorded is recorded: a copy of the name that fails is made at the next change.
    if (receipt.events.some((event) => event.type === 'LedgerRenamed'))
      await this.#copyName(ledger).catch(() => undefined)
    return receipt
  }

  async finishTransfer(transferId: string, ending: TransferEnding): Promise<void> {
    await (await this.desk.ledger).finishTransfer(transferId, ending)
  }

  async accounts(at: Moment = 'now'): Promise<AccountView[]> {
    const { timeline } = await this.desk.ledger
    const bound = resolveMoment(timeline, parseMoment(at))
    return accountsAt(timeline, bound).flatMap(({ status, number: _, ...account }) =>
      status === 'not-opened' ? [] : [{ ...account, status }],
    )
  }

  async balance(accountId: string, at: Moment = 'now'): Promise<Minor> {
    const { timeline } = await this.desk.ledger
    const bound = resolveMoment(timeline, parseMoment(at))
    return balanceAt(timeline, accountNumber(timeline, accountId), bound)
  }

  balancesAt(moment: Moment, into?: Float64Array): { ids: readonly string[]; minor: Float64Array } {
    const { timeline } = this.desk
    checkRoom(into, timeline.accounts.length)
    return { ids: timeline.accountIds, minor: balancesAt(timeline, resolveMoment(timeline, parseMoment(moment)), into) }
  }

  async history(accountId: string, given?: HistoryOptions): Promise<EntryView[]> {
    const options = checkOptions('history', given)
    const ledger = await this.desk.wholeLedger()
    const bound = resolveMoment(ledger.timeline, parseMoment(options.at ?? 'now'))
    const { entryHistory } = await import('./entry-history')
    return entryHistory(ledger, accountNumber(ledger.timeline, accountId), bound, options)
  }

  async search(text: string, given?: SearchOptions): Promise<SearchResults> {
    const { at = 'now', accountId, limit = MOST_FOUND, onResults, signal } = checkOptions('search', given)
    if (typeof text !== 'string') throw invalid('search: give a text of one or more words.', { field: 'text' })
    signal?.throwIfAborted()
    const ledger = await this.desk.wholeLedger()
    const bound = resolveMoment(ledger.timeline, parseMoment(at))
    const { searchLedger } = await import('./search/ledger-search')
    return searchLedger(ledger, {
      text,
      bound,
      limit,
      ...(accountId === undefined ? {} : { account: accountNumber(ledger.timeline, accountId) }),
      ...(onResults ? { onResults } : {}),
      ...(signal ? { signal } : {}),
    })
  }

  async events(given?: { from?: number; to?: number; streamId?: string }): Promise<RecordedEvent[]> {
    const options = checkOptions('events', given)
    const ledger = await this.desk.ledger
    return ledger.events(options.from ?? 1, options.to ?? Number.MAX_SAFE_INTEGER, options.streamId)
  }

  async readAt(positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    return (await this.desk.ledger).log.readAt(positions)
  }

  async head(): Promise<{ ledgerId: string; name: string; size: number; rootHash: string }> {
    const { ledgerId, name, size, frontier } = await (await this.desk.ledger).log.head()
    return { ledgerId, name, size, rootHash: rootOf(frontier) }
  }

  async verify(options: WorkOptions = {}): Promise<VerifyReport> {
    const ledger = await this.desk.ledger
    return this.desk.noteReport(judgeShown(ledger.timeline, await this.backend.heavyWork.verify(ledger.entry, options)))
  }

  async exportLog(options: ExportOptions = {}): Promise<Blob> {
    if (options.at !== undefined) checkExportMoment(options.at)
    return this.backend.heavyWork.exportLog((await this.desk.ledger).entry, options)
  }

  async importLog(file: Blob, given?: ImportOptions): Promise<ImportReport> {
    const { into = 'current', ...options } = checkOptions('importLog', given)
    if (!(file instanceof Blob)) throw new LogFormatError('not-this-format', 'This is no file.')
    const ledger = await this.desk.ledger
    if (into === 'current') {
      if (options.dryRun) return this.backend.heavyWork.importLog(ledger.entry, file, options)
      return this.#importHere(ledger, file, options)
    }
    if (options.dryRun) return this.backend.heavyWork.importLog(null, file, options)
    return this.#importIntoNew(file, options)
  }

  async ledgers(): Promise<LedgerSummary[]> {
    const open = await this.desk.ledger
    const summaries = []
    for (const entry of await this.backend.directory.list()) {
      const current = entry.localId === open.entry.localId
      summaries.push({
        id: entry.localId,
        name: entry.name,
        size: current ? open.timeline.size : await this.#sizeOf(entry),
        current,
        ...(entry.origin && { branchOf: entry.origin.localId }),
      })
    }
    return summaries
  }

  async createLedger(name: string): Promise<string> {
    const { localId } = await this.backend.directory.create(checkedName(name))
    this.listChanged()
    return localId
  }

  async openLedger(id: string): Promise<void> {
    if (this.desk.localId === id) return
    const entry = await this.#entry(id)
    await this.desk.change(async () => entry)
    this.listChanged()
  }

  async removeLedger(id: string, given: { readonly confirmName: string }): Promise<void> {
    const { confirmName } = checkOptions('removeLedger', given)
    const entry = await this.#entry(id)
    if (confirmName !== entry.name) {
      const message = `To remove the ledger, give its name exactly: "${entry.name}". Nothing was removed.`
      throw invalid(message, { ledgerName: entry.name })
    }
    const { directory } = this.backend
    if (this.desk.localId === id) {
      await this.desk.change(async () => {
        await directory.remove(id)
        return directory.current()
      })
    } else await directory.remove(id)
    this.listChanged()
  }

  async stats(): Promise<{ events: number; accounts: number; bytesOnDisk: number; batches: number }> {
    const { log, timeline } = await this.desk.ledger
    const { batches, bytesOnDisk } = await log.measure()
    return { events: timeline.size, accounts: timeline.accounts.length, bytesOnDisk, batches }
  }

  /** Other tabs are told apart by a lock; on one page the first import given is the one that runs. */
  async #importHere(ledger: OpenLedger, file: Blob, options: Omit<ImportOptions, 'into'>): Promise<ImportReport> {
    if (this.#importing) throw ImportRefusedError.busy()
    this.#importing = true
    try {
      const report = await this.backend.heavyWork.importLog(ledger.entry, file, options)
      await this.#showImported(ledger)
      return report
    } finally {
      this.#importing = false
    }
  }

  async #importIntoNew(file: Blob, options: Omit<ImportOptions, 'into'>): Promise<ImportReport> {
    const { directory, heavyWork } = this.backend
    const { entry, result } = await directory.createBy('Imported ledger', (made) =>
      heavyWork.importLog(made, file, options),
    )
    await this.openLedger(entry.localId)
    const ledger = await this.desk.ledger
    await this.#copyName(ledger)
    ledger.prepareWords()
    return result
  }

  async #showImported(ledger: OpenLedger): Promise<void> {
    await ledger.projector.catchUp()
    await this.#copyName(ledger)
    ledger.prepareWords()
  }

  /** The registry's copy of the name, for menus. */
  async #copyName(ledger: OpenLedger): Promise<void> {
    const { name } = await ledger.log.head()
    await this.backend.directory.rename(ledger.entry.localId, name)
    this.listChanged()
  }

  /** For whoever changed the list beside this object, such as sandboxes. */
  listChanged(): void {
    this.#listVersion++
    this.desk.notify()
  }

  /** 0 for one that is damaged: opening it says what is wrong. */
  async #sizeOf(entry: LedgerEntry): Promise<number> {
    const log = await this.backend.openLog(entry).catch(() => undefined)
    const head = await log?.head().catch(() => undefined)
    log?.close()
    return head?.size ?? 0
  }

  async #entry(id: string): Promise<LedgerEntry> {
    const entry = (await this.backend.directory.list()).find((each) => each.localId === id)
    if (!entry)
      throw invalid(`There is no ledger ${id} in this browser. ledgers() lists those there are.`, { ledgerId: id })
    return entry
  }
}

/** A file is cut at a position or an instant: a value date says nothing about what had been recorded. */
function checkExportMoment(at: unknown): void {
  const moment = parseMoment(at)
  if (moment !== 'now' && !('effectiveOn' in moment)) return
  throw new InvalidMomentError('An export is cut at {position} or {recordedAt}; leave `at` out for the whole log.')
}

function checkedName(name: unknown): string {
  const trimmed = typeof name === 'string' && name.isWellFormed() ? name.trim() : ''
  if (trimmed.length === 0 || trimmed.length > 200)
    throw invalid('Give the ledger a name of 1 to 200 characters.', { field: 'name' })
  return trimmed
}

function invalid(message: string, facts: Record<string, string>): CommandRejected {
  return new CommandRejected({ code: 'invalid-command', message, facts })
}
