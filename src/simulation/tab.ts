/** A tab: the real store, bus, projections and write side, as a page puts them together, over the simulated browser. */
import type { Snapshots } from '../application/backend/backend'
import { openStanding } from '../application/backend/damaged-ledgers'
import { openDexieLog } from '../application/backend/dexie-backend'
import { openSnapshotKeeper } from '../application/backend/snapshot-keeper'
import { openTransfers } from '../application/commands/open-transfers'
import { Recording } from '../application/commands/recording'
import { localDate } from '../application/environment'
import { Projector } from '../application/projector'
import { refreshSnapshot } from '../application/snapshots/timeline-snapshot-store'
import type { StreamState } from '../domain/stream-state'
import { makeUuidV7 } from '../event-log/uuid'
import type { DexieEventLog } from '../storage/dexie-event-log'
import { DexieTables } from '../storage/integrity/stored-tables'
import { withImportLock } from '../storage/maintenance/maintenance-lock'
import { runTask } from '../workers/run-task'
import type { Task, TaskResults } from '../workers/task-protocol'
import type { Agent } from './scheduler'
import { ENTRY, type World } from './world'

interface OpenedLedger {
  readonly log: DexieEventLog<StreamState>
  readonly projector: Projector
  readonly recording: Recording
}

export class Tab implements Agent {
  frozen = false
  dead = false
  skew = 0
  /** undefined until it is open. */
  ledger: OpenedLedger | undefined
  /** Things it has begun and not ended. */
  readonly busy = new Set<string>()
  readonly cancels = new Set<AbortController>()
  readonly name: string

  constructor(private readonly world: World) {
    this.name = world.arrive(this)
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
    const log = await openDexieLog(ENTRY, () => undefined)
    const keeper = openSnapshotKeeper(ENTRY)
    const snapshots: Snapshots = {
      read: () => keeper.read(),
      refresh: (onProgress) => refreshSnapshot(log, keeper, onProgress),
      close: () => keeper.close(),
    }
    try {
      const projector = await Projector.open(log, snapshots)
      const newId = makeUuidV7(
        () => world.now(),
        (bytes) => world.fill(bytes),
      )
      const environment = { now: () => world.now(), today: () => localDate(world.now()), newId }
      const recording = new Recording(log, projector, environment)
      if (openTransfers(projector.timeline).length > 0) await recording.resumeTransfers()
      this.ledger = { log, projector, recording }
    } catch (error) {
      log.close()
      keeper.close()
      throw error
    }
  }

  close(): void {
    this.ledger?.projector.close()
    this.ledger?.log.close()
    this.ledger = undefined
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
        await this.ledger?.log.pack()
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
