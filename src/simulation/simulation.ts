/** The world of one run and its judges: all of it is judged after every turn. */
import { makeUuidV7 } from '../event-log/uuid'
import { rowsOnDisk } from './database/disk'
import { Attempts } from './judge/attempts'
import { DiskJudge } from './judge/disk-judge'
import { Fault, require } from './judge/fault'
import { Imports } from './judge/imports'
import { ProjectionJudge } from './judge/projection-judge'
import { RegistryJudge } from './judge/registry-judge'
import { Tab } from './tab'
import { ENTRY, World } from './world'

/** More turns without an end mean that something waits for ever. */
const MOST_TURNS = 50_000

export class Simulation {
  readonly world = new World()
  readonly disk = new DiskJudge(rowsOnDisk(this.world.disk, ENTRY.databaseName))
  readonly registry = new RegistryJudge(this.world.disk, [ENTRY.databaseName], () => this.world.scheduler.saw('SF20'))
  readonly attempts = new Attempts(this.disk)
  readonly imports = new Imports(this.disk)
  /** What happened, for whoever looks for the reason. */
  readonly story: string[] = []
  readonly #judges = new Map<Tab, ProjectionJudge>()
  /** What a judge found within a callback of the program, which would swallow it. */
  #fault: Fault | undefined
  readonly newId = makeUuidV7(
    () => this.world.now(),
    (bytes) => this.world.fill(bytes),
  )

  get tabs(): Tab[] {
    return this.world.agents.filter((agent) => agent instanceof Tab)
  }

  tell(what: string): void {
    this.story.push(`${this.world.scheduler.turns}: ${what}`)
  }

  async turn(): Promise<boolean> {
    const went = await this.world.scheduler.turn(this.world.random)
    if (this.#fault) throw this.#fault
    this.look()
    this.registry.look(!this.world.indexedDB.isUpgrading)
    for (const tab of this.tabs) {
      const timeline = tab.ledger?.projector.timeline
      if (!timeline) continue
      const judge = this.#judges.get(tab) ?? new ProjectionJudge(tab.name)
      this.#judges.set(tab, judge)
      judge.look(timeline, this.disk.events)
    }
    return went
  }

  look(): void {
    const events = this.disk.look()
    if (!events) return
    this.attempts.recorded(events)
    this.imports.look()
  }

  judge(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fault ??= error instanceof Fault ? error : new Fault(String(error), { cause: error })
    }
  }

  /** Whatever goes wrong must be said in the words that are promised, and for a reason. */
  expect(what: string, error: unknown): void {
    const { name, code } = error as { name?: unknown; code?: unknown }
    const isStorage = name === 'StorageError' && code !== 'corrupt' && code !== 'blocked'
    const isRightful = (isStorage && this.world.faults > 0) || name === 'AbortError'
    this.judge(() => require(isRightful, () => `${what} failed: ${told(error)}`))
  }

  /** The tab closes what it was asked to close. */
  makeRoom(tab: Tab): void {
    for (const connection of tab.late) this.world.scheduler.post(tab, () => connection.close())
    tab.late.clear()
  }

  async rest(): Promise<void> {
    for (let turn = 0; await this.turn(); turn++) {
      for (const tab of this.tabs) if (tab.late.size > 0) this.makeRoom(tab)
      require(turn < MOST_TURNS, () =>
        `It does not come to rest: ${this.tabs.flatMap(({ busy }) => [...busy]).join()}.`)
    }
    for (const { busy } of this.tabs) {
      require(busy.size === 0, () => `Nothing happens any more, and it waits: ${[...busy].join()}.`)
    }
  }
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.stack ?? error.message} ${String(error.cause ?? '')}` : String(error)
}
