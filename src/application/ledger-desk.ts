/** The one ledger that lies open: opening it, changing it for another, and telling the screens what became of it. */
import { Timeline } from '../projections/timeline'
import type { BranchOrigin } from '../storage/branch-origin'
import type { Backend, Bookmarks, LedgerEntry } from './backend/backend'
import type { Environment } from './environment'
import type { Progress, VerifyReport } from './ledger-api'
import { OpenLedger } from './open-ledger'

/** What is shown before a ledger is open. */
export const EMPTY_TIMELINE = new Timeline()

export class LedgerDesk {
  #open: OpenLedger | undefined
  #opening: Promise<OpenLedger>
  readonly #listeners = new Set<() => void>()
  #progress: Progress | null = null
  #failure: Error | null = null
  /** A newer page has opened what this one had: nothing more is done here. */
  #outdated: Error | undefined
  #damage: VerifyReport | undefined

  /** Opens the ledger that was open last. */
  constructor(
    private readonly backend: Backend,
    private readonly environment: Environment,
  ) {
    backend.onLost((error) => {
      if ('code' in error && error.code === 'blocked') this.#outdated = error
      this.#fail(error)
    })
    this.#opening = this.#settle(backend.directory.current())
  }

  /** The open ledger, as soon as it is open. @throws StorageError */
  get ledger(): Promise<OpenLedger> {
    return this.#outdated ? Promise.reject(this.#outdated) : this.#opening
  }

  /** With the ids of its events, which come a moment after its balances. @throws StorageError */
  async wholeLedger(): Promise<OpenLedger> {
    const ledger = await this.ledger
    await ledger.projector.whole
    return ledger
  }

  /** An empty one until the ledger is open. */
  get timeline(): Timeline {
    return this.#open?.timeline ?? EMPTY_TIMELINE
  }

  /** Of every ledger of this browser. */
  get bookmarks(): Bookmarks {
    return this.backend.bookmarks
  }

  /** A UUIDv7. */
  newId(): string {
    return this.environment.newId()
  }

  get localId(): string {
    return this.#open?.entry.localId ?? ''
  }

  /** Of a branch, where it comes from. */
  get origin(): BranchOrigin | undefined {
    return this.#open?.entry.origin
  }

  /** Progress of opening; null once open. */
  get progress(): Progress | null {
    return this.#progress
  }

  /** Why nothing can be recorded any more, such as another tab that removed the ledger; null while all is well. */
  get failure(): Error | null {
    return this.#failure
  }

  /** What is wrong with the open ledger, as far as anybody has looked. */
  get damage(): VerifyReport | undefined {
    return this.#damage
  }

  /** Gives it back. */
  noteReport(report: VerifyReport): VerifyReport {
    this.#damage = report.damage && report
    this.notify()
    return report
  }

  /** As of the open ledger; for moments in which nobody waits. */
  prepare(): boolean {
    return this.#open?.prepare() ?? true
  }

  /** Called when the timeline grew, another ledger was opened, or opening went on. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  notify(): void {
    for (const listener of this.#listeners) listener()
  }

  /**
   * Closes what is open and opens what `next` names. Commands given before take effect first, in the ledger they were
   * given to; those given from now on wait for the next one.
   */
  async change(next: () => Promise<LedgerEntry>): Promise<void> {
    if (this.#outdated) throw this.#outdated
    const before = this.#opening
    this.#opening = this.#settle(this.#close(before).then(next))
    const { entry } = await this.#opening
    // Only what could be opened is opened again at the next start.
    await this.backend.directory.setCurrent(entry.localId)
  }

  /** Another ledger beside the open one, for as long as some work takes. Whoever asks closes it. */
  async openBeside(entry: LedgerEntry): Promise<OpenLedger> {
    const snapshots = this.backend.openSnapshots(entry)
    const log = await this.backend.openLog(entry).catch((error: unknown) => {
      snapshots.close()
      throw error
    })
    const words = this.backend.openWords(entry)
    return OpenLedger.open(entry, log, snapshots, words, this.environment).catch((error: unknown) => {
      snapshots.close()
      log.close()
      throw error
    })
  }

  async #close(opening: Promise<OpenLedger>): Promise<void> {
    const open = await opening.catch(() => undefined)
    await open?.settled()
    open?.close()
    this.#open = undefined
  }

  /** A page that was frozen misses messages: it looks for itself when it is shown again. */
  async catchUp(): Promise<void> {
    await this.#open?.projector.catchUp()
  }

  #settle(entry: Promise<LedgerEntry>): Promise<OpenLedger> {
    const opening = entry.then((found) => this.#openEntry(found))
    // The screens are told here; whoever awaits the ledger hears of it too, and nobody is forced to.
    opening.catch((error: unknown) => this.#fail(error instanceof Error ? error : new Error(String(error))))
    return opening
  }

  /** A damaged ledger opens too, as far as it can be read. */
  async #openEntry(entry: LedgerEntry): Promise<OpenLedger> {
    this.#damage = undefined
    try {
      const ledger = await this.#openSound(entry)
      void this.#lookForDamage(entry).catch(() => undefined)
      return ledger
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'corrupt')) throw error
      const { openDamaged } = await import('./integrity/open-damaged')
      const report = (progress: Progress) => this.#report(progress)
      const { ledger, damage } = await openDamaged(entry, this.backend, this.environment, report)
      this.#damage = damage
      return this.#show(ledger)
    }
  }

  /** What was found before stands until it is mended. */
  async #lookForDamage(entry: LedgerEntry): Promise<void> {
    await this.backend.shown?.()
    if (this.localId !== entry.localId) return
    const damage = await (await this.backend.damaged()).damageOf(entry)
    if (damage && this.localId === entry.localId) this.noteReport(damage)
  }

  async #openSound(entry: LedgerEntry): Promise<OpenLedger> {
    this.#report({ phase: 'opening', done: 0, unit: 'events' })
    // Both at once: the snapshot is most of what is read.
    const opening = this.backend.openLog(entry)
    const snapshots = this.backend.openSnapshots(entry)
    const log = await opening.catch((error: unknown) => {
      snapshots.close()
      throw error
    })
    try {
      const report = (progress: Progress) => this.#report(progress)
      const ledger = await OpenLedger.open(
        entry,
        log,
        snapshots,
        this.backend.openWords(entry),
        this.environment,
        report,
      )
      this.#show(ledger)
      // Untidiness costs a little time later; it is tried again at the next start.
      void this.backend.tidyUp(entry, log).catch(() => undefined)
      return ledger
    } catch (error) {
      snapshots.close()
      log.close()
      throw error
    }
  }

  #show(ledger: OpenLedger): OpenLedger {
    ledger.projector.onChange(() => this.notify())
    this.#open = ledger
    this.#failure = null
    this.#report(null)
    return ledger
  }

  #fail(error: Error): void {
    this.#failure = error
    this.#report(null)
  }

  #report(progress: Progress | null): void {
    this.#progress = progress
    this.notify()
  }
}
