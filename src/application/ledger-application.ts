/**
 * The application: one ledger open at a time, commands to the right, facts to the left. Screens, scripts and tests use
 * this object; `window.hindsight` is it plus the cursor.
 */
import { rootOf } from '../event-log/merkle-tree'
import type { RecordedEvent } from '../event-log/recorded-event'
import { Timeline } from '../projections/timeline'
import { accountsAt } from '../time-travel/accounts-at'
import { balanceAt, balancesAt } from '../time-travel/balances-at'
import type { Moment } from '../time-travel/moment'
import { parseMoment, resolveMoment } from '../time-travel/resolve-moment'
import type { Backend, LedgerEntry } from './backend'
import type { DispatchOptions } from './command-dispatcher'
import { entryHistory } from './entry-history'
import type { Environment } from './environment'
import { CommandRejected } from './errors'
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
  Progress,
  Receipt,
  VerifyReport,
  WorkOptions,
} from './hindsight'
import { OpenLedger } from './open-ledger'
import type { TransferEnding } from './transfer-runner'

export class LedgerApplication implements LedgerApi {
  readonly ready: Promise<void>
  #open: OpenLedger | undefined
  #opening: Promise<OpenLedger>
  #listeners = new Set<() => void>()
  #progress: Progress | null = null
  #failure: Error | null = null

  constructor(
    readonly version: string,
    private readonly backend: Backend,
    private readonly environment: Environment,
  ) {
    backend.onLost((error) => {
      this.#failure = error
      this.#notify()
    })
    this.#opening = backend.directory.current().then((entry) => this.#openEntry(entry))
    this.ready = this.#opening.then(() => undefined)
    // Whoever awaits `ready` hears of a failure; nobody is forced to.
    this.ready.catch(() => undefined)
  }

  /** The timeline of the open ledger; an empty one until it is open. */
  get timeline(): Timeline {
    return this.#open?.timeline ?? EMPTY
  }

  get localId(): string {
    return this.#open?.entry.localId ?? ''
  }

  /** Progress of opening; null once open. */
  get opening(): Progress | null {
    return this.#progress
  }

  /** Why nothing can be recorded any more, such as another tab that removed the ledger; null while all is well. */
  get failure(): Error | null {
    return this.#failure
  }

  /** Called when the timeline grew, another ledger was opened, or opening went on. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async dispatch(command: unknown, options?: DispatchOptions): Promise<Receipt> {
    const ledger = await this.#opening
    const receipt = await ledger.dispatch(command, options)
    if (receipt.events.some((event) => event.type === 'LedgerRenamed')) await this.#copyName(ledger)
    return receipt
  }

  async finishTransfer(transferId: string, ending: TransferEnding): Promise<void> {
    await (await this.#opening).finishTransfer(transferId, ending)
  }

  async accounts(at: Moment = 'now'): Promise<AccountView[]> {
    const { timeline } = await this.#opening
    const bound = resolveMoment(timeline, parseMoment(at))
    return accountsAt(timeline, bound).flatMap(({ status, number: _, ...account }) =>
      status === 'not-opened' ? [] : [{ ...account, status }],
    )
  }

  async balance(accountId: string, at: Moment = 'now'): Promise<Minor> {
    const { timeline } = await this.#opening
    const bound = resolveMoment(timeline, parseMoment(at))
    return balanceAt(timeline, accountNumber(timeline, accountId), bound)
  }

  balancesAt(moment: Moment): { ids: readonly string[]; minor: Float64Array } {
    const { timeline } = this
    const bound = resolveMoment(timeline, parseMoment(moment))
    return { ids: timeline.accounts.map((account) => account.id), minor: balancesAt(timeline, bound) }
  }

  async history(accountId: string, options: HistoryOptions = {}): Promise<EntryView[]> {
    const { timeline, log } = await this.#opening
    const bound = resolveMoment(timeline, parseMoment(options.at ?? 'now'))
    return entryHistory(timeline, log, accountNumber(timeline, accountId), bound, options)
  }

  async events(options: { from?: number; to?: number; streamId?: string } = {}): Promise<RecordedEvent[]> {
    const ledger = await this.#opening
    return ledger.events(options.from ?? 1, options.to ?? Number.MAX_SAFE_INTEGER, options.streamId)
  }

  async readAt(positions: readonly number[]): Promise<readonly RecordedEvent[]> {
    return (await this.#opening).log.readAt(positions)
  }

  async head(): Promise<{ ledgerId: string; name: string; size: number; rootHash: string }> {
    const { ledgerId, name, size, frontier } = await (await this.#opening).log.head()
    return { ledgerId, name, size, rootHash: rootOf(frontier) }
  }

  async verify(options: WorkOptions = {}): Promise<VerifyReport> {
    const ledger = await this.#opening
    const report = await this.backend.heavyWork.verify(ledger.entry, options)
    return report.ok ? this.#compareShown(ledger, report) : report
  }

  async exportLog(options: ExportOptions = {}): Promise<Blob> {
    return this.backend.heavyWork.exportLog((await this.#opening).entry, options)
  }

  async importLog(file: Blob, { into = 'current', ...options }: ImportOptions = {}): Promise<ImportReport> {
    const ledger = await this.#opening
    if (into === 'current') {
      const report = await this.backend.heavyWork.importLog(ledger.entry, file, options)
      if (!options.dryRun) await this.#showImported(ledger)
      return report
    }
    if (options.dryRun) return this.backend.heavyWork.importLog(null, file, options)
    return this.#importIntoNew(file, options)
  }

  async ledgers(): Promise<LedgerSummary[]> {
    const open = await this.#opening
    const summaries = []
    for (const entry of await this.backend.directory.list()) {
      const current = entry.localId === open.entry.localId
      summaries.push({
        id: entry.localId,
        name: entry.name,
        size: current ? open.timeline.size : await this.#sizeOf(entry),
        current,
      })
    }
    return summaries
  }

  async createLedger(name: string): Promise<string> {
    return (await this.backend.directory.create(checkedName(name))).localId
  }

  async openLedger(id: string): Promise<void> {
    const before = await this.#opening.catch(() => undefined)
    if (before?.entry.localId === id) return
    const entry = await this.#entry(id)
    before?.close()
    this.#open = undefined
    this.#opening = this.#openEntry(entry)
    await this.#opening
    await this.backend.directory.setCurrent(id)
  }

  async removeLedger(id: string, { confirmName }: { readonly confirmName: string }): Promise<void> {
    const entry = await this.#entry(id)
    if (confirmName !== entry.name) {
      throw invalid(`To remove the ledger, give its name exactly: "${entry.name}". Nothing was removed.`, {
        name: entry.name,
      })
    }
    const open = await this.#opening.catch(() => undefined)
    if (open?.entry.localId !== id) return this.backend.directory.remove(id)
    open.close()
    this.#open = undefined
    await this.backend.directory.remove(id)
    this.#opening = this.backend.directory.current().then((next) => this.#openEntry(next))
    await this.#opening
  }

  async stats(): Promise<{ events: number; accounts: number; bytesOnDisk: number; batches: number }> {
    const { log, timeline } = await this.#opening
    const { batches, bytesOnDisk } = await log.measure()
    return { events: timeline.size, accounts: timeline.accounts.length, bytesOnDisk, batches }
  }

  /** A page that was frozen misses messages: it looks for itself when it is shown again. */
  async catchUp(): Promise<void> {
    await this.#open?.projector.catchUp()
  }

  async #openEntry(entry: LedgerEntry): Promise<OpenLedger> {
    this.#report({ phase: 'opening', done: 0, unit: 'events' })
    const log = await this.backend.openLog(entry)
    try {
      const ledger = await OpenLedger.open(
        entry,
        log,
        this.backend.openSnapshots(entry),
        this.environment,
        (progress) => this.#report(progress),
      )
      ledger.projector.onChange(() => this.#notify())
      this.#open = ledger
      this.#failure = null
      this.#report(null)
      // Untidiness costs a little time later; it is tried again at the next start.
      void this.backend.tidyUp(log).catch(() => undefined)
      return ledger
    } catch (error) {
      log.close()
      throw error
    }
  }

  async #importIntoNew(file: Blob, options: Omit<ImportOptions, 'into'>): Promise<ImportReport> {
    const entry = await this.backend.directory.create('Imported ledger')
    try {
      const report = await this.backend.heavyWork.importLog(entry, file, options)
      await this.openLedger(entry.localId)
      await this.#copyName(await this.#opening)
      return report
    } catch (error) {
      await this.backend.directory.remove(entry.localId)
      throw error
    }
  }

  async #showImported(ledger: OpenLedger): Promise<void> {
    await ledger.projector.catchUp()
    await this.#copyName(ledger)
    this.#notify()
  }

  /** The registry's copy of the name, for menus. */
  async #copyName(ledger: OpenLedger): Promise<void> {
    const { name } = await ledger.log.head()
    await this.backend.directory.rename(ledger.entry.localId, name)
    this.#notify()
  }

  /** What the page shows must be what the bytes give: the projection against the states that were just verified. */
  async #compareShown(ledger: OpenLedger, report: VerifyReport): Promise<VerifyReport> {
    const { timeline } = ledger
    const shown = balancesAt(timeline, resolveMoment(timeline, 'now'))
    for await (const { state } of ledger.log.readStreamRows()) {
      if (state.kind !== 'account' || timeline.size !== report.size) continue
      const number = timeline.accountNumber(state.accountId)
      if (number === undefined || shown[number] !== state.balance) {
        const reason = `The screen shows another balance for "${state.name}" than its events give. Reload the page.`
        return { ...report, ok: false, reason }
      }
    }
    return report
  }

  async #sizeOf(entry: LedgerEntry): Promise<number> {
    const log = await this.backend.openLog(entry)
    try {
      return (await log.head()).size
    } finally {
      log.close()
    }
  }

  async #entry(id: string): Promise<LedgerEntry> {
    const entry = (await this.backend.directory.list()).find((each) => each.localId === id)
    if (!entry)
      throw invalid(`There is no ledger ${id} in this browser. ledgers() lists those there are.`, { ledgerId: id })
    return entry
  }

  #report(progress: Progress | null): void {
    this.#progress = progress
    this.#notify()
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

const EMPTY = new Timeline()

function accountNumber(timeline: Timeline, accountId: string): number {
  const number = timeline.accountNumber(accountId)
  if (number !== undefined) return number
  throw new CommandRejected({
    code: 'account-not-found',
    message: `There is no account ${accountId} in this ledger. accounts() lists those there are.`,
    facts: { accountId },
  })
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
