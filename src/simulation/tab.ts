/** A tab: the real store, bus, projections and write side, as a page puts them together, over the simulated browser. */
import type { Snapshots } from '../application/backend/backend'
import { openStanding } from '../application/backend/damaged-ledgers'
import { openDexieLog } from '../application/backend/dexie-backend'
import { openSnapshotKeeper } from '../application/backend/snapshot-keeper'
// Loaded with the tab, not by its first command: within a run nothing waits for the outside.
import '../application/commands/recording'
import { localDate } from '../application/environment'
import { OpenLedger } from '../application/open-ledger'
import { WordIndex } from '../application/search/word-index'
import { openWordKeeper } from '../application/search/word-keeper'
import { searchInPlace } from '../application/search/word-search'
import { refreshSnapshot } from '../application/snapshots/timeline-snapshot-store'
import type { StreamState } from '../domain/stream-state'
import { makeUuidV7 } from '../event-log/uuid'
import { DexieEventLog } from '../storage/dexie-event-log'
import { DexieTables } from '../storage/integrity/stored-tables'
import { withImportLock } from '../storage/maintenance/maintenance-lock'
import { runTask } from '../workers/tasks/run-task'
import type { Task, TaskResults } from '../workers/tasks/task-protocol'
import type { Agent } from './scheduler'
import { ENTRY, type World } from './world'

export class Tab implements Agent {
  frozen = false
  dead = false
  skew = 0
  /** undefined until it is open. */
  ledger: OpenLedger | undefined
  /** Why its connection had to give way, if it had. */
  lost: Error | undefined
  /** Things it has begun and not ended. */
  readonly busy = new Set<string>()
  readonly cancels = new Set<AbortController>()
  /** Logs of other ledgers that it holds open, by the name of their database. */
  readonly beside = new Map<string, DexieEventLog<StreamState>>()
  /** Connections that it was asked to close, and has not yet. */
  readonly late = new Set<{ close(): void }>()
  readonly name: string

  constructor(private readonly world: World) {
    this.name = world.arrive(this)
  }

  /** Of the open ledger. */
  get log(): DexieEventLog<StreamState> | undefined {
    return this.ledger?.log instanceof DexieEventLog ? this.ledger.log : undefined
  }

  /** Does something of the tab's own, when its turn comes. */
  do(what: string, work: () => Promise<unknown>, failed: (error: unknown) => void): void {
    const name = `${what} of ${this.name} (${this.world.scheduler.turns})`
    this.busy.add(name)
    this.world.scheduler.post(this, () => {
      work()
        .catch(failed)
        .finally(() => this.busy.delete(name))
    })
  }

  async open(): Promise<void> {
    const { world } = this
    const log = await openDexieLog(ENTRY, (reason) => this.#lose(reason))
    const keeper = openSnapshotKeeper(ENTRY)
    const words = openWordKeeper(ENTRY)
    const snapshots: Snapshots = {
      read: () => keeper.read(),
      refresh: (onProgress) => refreshSnapshot(log, keeper, onProgress),
      close: () => keeper.close(),
    }
    const newId = makeUuidV7(
      () => world.now(),
      (bytes) => world.fill(bytes),
    )
    const environment = { now: () => world.now(), today: () => localDate(world.now()), newId }
    const search = { ...searchInPlace(() => WordIndex.open(log, words)), close: () => words.close() }
    try {
      this.ledger = await OpenLedger.open(ENTRY, log, snapshots, search, environment)
      if (this.lost) this.close()
    } catch (error) {
      log.close()
      keeper.close()
      words.close()
      throw error
    }
  }

  /** As a page does that shows another ledger. */
  close(): void {
    this.ledger?.close()
    this.ledger = undefined
  }

  #lose(reason: Error): void {
    this.lost = reason
    this.close()
  }

  /** What the worker beside a page does; here it shares the page's fate. */
  async run<Kind extends Task['kind']>(
    task: Task & { readonly kind: Kind },
    signal = new AbortController().signal,
  ): Promise<TaskResults[Kind]> {
    const result = await runTask(task, {
      openLog: (entry) => openDexieLog(entry),
      openSnapshots: openSnapshotKeeper,
      openTables: ({ databaseName }) => DexieTables.open(databaseName),
      openStanding,
      pack: async () => {
        await this.log?.pack()
      },
      exclusively: (entry, work) => withImportLock(entry.databaseName, work),
      beforeCommit: async () => undefined,
      onProgress: () => undefined,
      signal,
      now: () => this.world.now(),
    })
    return result as TaskResults[Kind]
  }
}
