/** One run: does what the plan says, lets the world turn in between, and has everything judged after every turn. */
import type { Receipt } from '../application/ledger-api'
import type { Command } from '../domain/commands'
import { makeUuidV7 } from '../event-log/uuid'
import { SeededRandom } from '../exchange/sample/seeded-random'
import { anyCommand, anyDay } from './commands'
import { anyFile, type LogFile, sourceOf } from './files'
import { Attempts } from './judge/attempts'
import { DiskJudge } from './judge/disk-judge'
import { Fault, require } from './judge/fault'
import { Imports } from './judge/imports'
import { judgeMoment, ProjectionJudge } from './judge/projection-judge'
import type { Action } from './plan'
import { Tab } from './tab'
import { ENTRY, World } from './world'

/** More turns without an end mean that something waits for ever. */
const MOST_TURNS = 50_000
const HOUR = 3_600_000

export class Simulation {
  readonly world = new World()
  readonly disk = new DiskJudge(this.world.disk, ENTRY.databaseName)
  readonly attempts = new Attempts(this.disk)
  readonly imports = new Imports(this.disk)
  /** What happened, for whoever looks for the reason. */
  readonly story: string[] = []
  readonly #judges = new Map<Tab, ProjectionJudge>()
  /** What a judge found within a callback of the program, which would swallow it. */
  #fault: Fault | undefined
  readonly #newId = makeUuidV7(
    () => this.world.now(),
    (bytes) => this.world.fill(bytes),
  )

  get tabs(): Tab[] {
    return this.world.agents.filter((agent) => agent instanceof Tab)
  }

  async act({ kind, seed }: Action): Promise<void> {
    const { world } = this
    world.random = new SeededRandom(seed)
    const before = this.story.length
    this.#begin(kind)
    if (this.story.length === before) this.tell(kind)
    const turns = world.random.chance(20) ? 0 : world.random.between(1, kind === 'wait' ? 120 : 40)
    for (let turn = 0; turn < turns; turn++) if (!(await this.#turn())) break
  }

  /** Everything is mended and comes to rest; then it must all be there, and agree. */
  async end(): Promise<void> {
    const { world } = this
    world.random = new SeededRandom(1)
    world.faultRate = 0
    world.disk.isFull = false
    for (const tab of this.tabs) tab.frozen = false
    await this.#rest()
    const last = this.#open()
    await this.#rest()
    require(last.ledger !== undefined, () => 'The ledger cannot be opened any more.')
    for (const tab of this.tabs) if (tab.ledger) this.#catchUp(tab)
    this.#tidy(last, 'sweep')
    await this.#rest()
    require(this.disk.orphans() === 0, () => `${this.disk.orphans()} batches were left behind.`)
    this.#tidy(last, 'pack')
    this.#tidy(last, 'snapshot')
    this.#verify(last)
    await this.#rest()
    const { events } = this.disk
    for (const { ledger, name } of this.tabs) {
      if (!ledger) continue
      const { timeline } = ledger.projector
      require(timeline.size === events.length, () => `${name} ends at ${timeline.size} of ${events.length} events.`)
      for (let time = 0; time < 3; time++) {
        judgeMoment(timeline, events, world.random.between(0, events.length), anyDay(world.random))
      }
    }
    this.attempts.judgeEnd()
  }

  tell(what: string): void {
    this.story.push(`${this.world.scheduler.turns}: ${what}`)
  }

  #begin(kind: Action['kind']): void {
    const { world, tabs } = this
    const { random } = world
    const open = tabs.filter(({ ledger }) => ledger)
    const tab = open[random.bits() % Math.max(1, open.length)]
    const any = tabs[random.bits() % Math.max(1, tabs.length)]
    const moving = world.indexedDB.transactions.filter(({ mode, hasEnded }) => mode !== 'versionchange' && !hasEnded)
    const connection = world.indexedDB.connections[random.bits() % Math.max(1, world.indexedDB.connections.length)]
    switch (kind) {
      case 'command':
        if (tab) this.#give(tab, this.#newId(), anyCommand(random, this.disk.events))
        else if (tabs.length === 0) this.#open()
        return
      case 'repeat':
        return tab && this.#repeat(tab)
      case 'import':
        return tab && this.#import(tab)
      case 'cancel':
        return tab && this.#cancel(tab)
      case 'open':
        if (tabs.length > 3 && any) world.kill(any)
        return void this.#open()
      case 'kill':
        if (any) world.kill(any)
        return this.tell(`${any?.name} dies`)
      case 'lose-power':
        return world.losePower()
      case 'freeze':
      case 'thaw':
        for (const each of kind === 'freeze' ? (any ? [any] : []) : tabs) each.frozen = kind === 'freeze'
        return this.tell(kind)
      case 'move-clock':
        if (any) any.skew = random.chance(40) ? 0 : random.between(-48 * HOUR, 48 * HOUR)
        return
      case 'pack':
      case 'sweep':
      case 'rebuild':
      case 'snapshot':
        return tab && this.#tidy(tab, kind)
      case 'verify':
        return tab && this.#verify(tab)
      case 'catch-up':
        return tab && this.#catchUp(tab)
      case 'fill':
      case 'free':
        world.disk.isFull = kind === 'fill'
        return
      case 'break':
      case 'mend':
        world.faultRate = kind === 'break' ? random.pick([2, 10, 50]) : 0
        return
      case 'disconnect':
        world.faults++
        return connection?.lose()
      case 'abort':
        world.faults++
        return moving[random.bits() % Math.max(1, moving.length)]?.giveUp(
          new DOMException('The browser gave it up.', 'UnknownError'),
        )
      case 'wait':
        return
    }
  }

  #open(): Tab {
    const tab = new Tab(this.world)
    this.tell(`${tab.name} opens`)
    tab.do(
      'opening',
      () => tab.open(),
      (error) => {
        this.#expect('opening', error)
        this.world.scheduler.post(undefined, () => this.world.kill(tab))
      },
    )
    return tab
  }

  #give(tab: Tab, commandId: string, command: Command): void {
    this.tell(`${tab.name} gives ${commandId.slice(-4)} ${JSON.stringify(command)}`)
    this.attempts.begin(commandId, command)
    const given = async () => {
      const receipt = (await tab.ledger?.recording.dispatch(command, { commandId })) as Receipt
      this.#judge(() => {
        // It may have been committed within this very turn.
        this.#look()
        this.tell(`${commandId.slice(-4)} recorded ${receipt.events.map(({ globalPosition }) => globalPosition)}`)
        this.attempts.acknowledge(commandId, receipt, tab.ledger?.projector.timeline.size ?? 0)
      })
    }
    tab.do('command', given, (error) => {
      this.tell(`${commandId.slice(-4)} ${String(error)}`)
      const isRefused = error instanceof Error && error.name === 'CommandRejected'
      if (!isRefused) this.#expect(command.type, error)
      this.#judge(() => this.attempts.fail(commandId, isRefused))
    })
  }

  #repeat(tab: Tab): void {
    const { known } = this.attempts
    const earlier = known[known.length - 1 - (this.world.random.bits() % Math.max(1, Math.min(8, known.length)))]
    if (earlier) this.#give(tab, earlier.commandId, earlier.command)
  }

  #import(tab: Tab): void {
    const { random, scheduler } = this.world
    const { files } = this.imports
    const old = files[random.bits() % Math.max(1, files.length)]
    const file = old && random.chance(25) ? old : anyFile(random, this.disk, scheduler.now)
    const options = { merge: random.chance(60) }
    this.tell(`${tab.name} imports ${file.newIds.length} new events${file.isDamaged ? ', damaged' : ''}`)
    this.imports.begin(file)
    const cancel = new AbortController()
    tab.cancels.add(cancel)
    const imported = async () => {
      const source = sourceOf(file) as unknown as Blob
      const report = await tab.run({ kind: 'import', entry: ENTRY, file: source, options }, cancel.signal)
      this.#judge(() => {
        this.#look()
        this.tell(`${tab.name}: ${report.result}, ${report.added} added`)
        this.imports.succeed(file, report)
      })
    }
    tab.do('import', imported, (error) => {
      this.tell(`${tab.name}: import ${String(error)}`)
      this.#expectImport(file, error)
      this.#judge(() => this.imports.fail(file))
    })
  }

  #cancel(tab: Tab): void {
    const [cancel] = [...tab.cancels]
    if (!cancel) return
    tab.cancels.delete(cancel)
    this.world.scheduler.post(tab, () => cancel.abort())
  }

  #tidy(tab: Tab, what: 'pack' | 'sweep' | 'rebuild' | 'snapshot'): void {
    const work = async () => {
      const log = tab.ledger?.log
      if (what === 'pack') await log?.pack()
      if (what === 'sweep') await log?.sweepOrphans()
      if (what === 'rebuild') await log?.rebuildStreams()
      if (what === 'snapshot') await tab.run({ kind: 'project', entry: ENTRY })
    }
    tab.do(what, work, (error) => this.#expect(what, error))
  }

  #verify(tab: Tab): void {
    const work = async () => {
      const { report } = await tab.run({ kind: 'verify', entry: ENTRY })
      this.#judge(() => require(report.ok, () => `Verify: ${report.reason}`))
    }
    tab.do('verify', work, (error) => this.#expect('verify', error))
  }

  #catchUp(tab: Tab): void {
    tab.do(
      'catching up',
      async () => tab.ledger?.projector.catchUp(),
      (error) => this.#expect('catching up', error),
    )
  }

  async #rest(): Promise<void> {
    for (let turn = 0; await this.#turn(); turn++) {
      require(turn < MOST_TURNS, () =>
        `It does not come to rest: ${this.tabs.flatMap(({ busy }) => [...busy]).join()}.`)
    }
    for (const { busy } of this.tabs) {
      require(busy.size === 0, () => `Nothing happens any more, and it waits: ${[...busy].join()}.`)
    }
  }

  async #turn(): Promise<boolean> {
    const went = await this.world.scheduler.turn(this.world.random)
    if (this.#fault) throw this.#fault
    this.#look()
    for (const tab of this.tabs) {
      const timeline = tab.ledger?.projector.timeline
      if (!timeline) continue
      const judge = this.#judges.get(tab) ?? new ProjectionJudge(tab.name)
      this.#judges.set(tab, judge)
      judge.look(timeline, this.disk.events)
    }
    return went
  }

  #look(): void {
    const events = this.disk.look()
    if (!events) return
    this.attempts.recorded(events)
    this.imports.look()
  }

  #judge(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fault ??= error instanceof Fault ? error : new Fault(String(error), { cause: error })
    }
  }

  /** Whatever goes wrong must be said in the words that are promised, and for a reason. */
  #expect(what: string, error: unknown): void {
    const { name, code } = error as { name?: unknown; code?: unknown }
    const isStorage = name === 'StorageError' && code !== 'corrupt' && code !== 'blocked'
    const isRightful = (isStorage && this.world.faults > 0) || name === 'AbortError'
    this.#judge(() => require(isRightful, () => `${what} failed: ${describe(error)}`))
  }

  #expectImport(file: LogFile, error: unknown): void {
    const name = error instanceof Error ? error.name : ''
    if (name === 'ImportRefusedError' || (name === 'LogFormatError' && file.isDamaged)) return
    this.#expect('import', error)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.stack ?? error.message} ${String(error.cause ?? '')}` : String(error)
}
