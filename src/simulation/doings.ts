/** What people and tabs set about: each begins it now, and hears of its end in some later turn. */
import type { Command } from '../domain/commands'
import { anyFile, type LogFile, sourceOf } from './files'
import { require } from './judge/fault'
import type { Simulation } from './simulation'
import { Tab } from './tab'
import { ENTRY } from './world'

export class Doings {
  constructor(private readonly sim: Simulation) {}

  open(): Tab {
    const { sim } = this
    const tab = new Tab(sim.world)
    sim.tell(`${tab.name} opens`)
    tab.do(
      'opening',
      () => tab.open(),
      (error) => {
        sim.expect('opening', error)
        sim.world.scheduler.post(undefined, () => sim.world.kill(tab))
      },
    )
    return tab
  }

  /** Shows something else and comes back, as when one looks at another ledger. Its answers may never come. */
  reopen(tab: Tab): void {
    const { sim } = this
    sim.tell(`${tab.name} closes and opens again`)
    tab.do(
      'opening again',
      async () => {
        await tab.ledger?.settled()
        // What tidies up meanwhile loses its connection.
        sim.world.faults++
        tab.close()
        await tab.open()
        sim.world.scheduler.saw('SF22')
      },
      (error) => {
        sim.expect('opening', error)
        sim.world.scheduler.post(undefined, () => sim.world.kill(tab))
      },
    )
  }

  give(tab: Tab, commandId: string, command: Command): void {
    const { sim } = this
    sim.tell(`${tab.name} gives ${commandId.slice(-4)} ${JSON.stringify(command)}`)
    sim.attempts.begin(commandId, command)
    const given = async () => {
      // It may have been closed since.
      const { ledger } = tab
      if (!ledger) throw new DOMException('The ledger was closed.', 'AbortError')
      const receipt = await ledger.dispatch(command, { commandId })
      sim.judge(() => {
        // It may have been committed within this very turn.
        sim.look()
        sim.tell(`${commandId.slice(-4)} recorded ${receipt.events.map(({ globalPosition }) => globalPosition)}`)
        if (receipt.duplicate) sim.world.scheduler.saw('SF15')
        sim.attempts.acknowledge(commandId, receipt, ledger.timeline.size)
      })
    }
    tab.do('command', given, (error) => {
      sim.tell(`${commandId.slice(-4)} ${String(error)}`)
      const isRefused = error instanceof Error && error.name === 'CommandRejected'
      if (!isRefused) sim.expect(command.type, error)
      sim.judge(() => sim.attempts.fail(commandId, isRefused))
    })
  }

  repeat(tab: Tab): void {
    const { sim } = this
    const { known } = sim.attempts
    const earlier = known[known.length - 1 - (sim.world.random.bits() % Math.max(1, Math.min(8, known.length)))]
    if (earlier) this.give(tab, earlier.commandId, earlier.command)
  }

  importFile(tab: Tab): void {
    const { sim } = this
    const { random, scheduler } = sim.world
    const { files } = sim.imports
    const old = files[random.bits() % Math.max(1, files.length)]
    const file = old && random.chance(25) ? old : anyFile(random, sim.disk, scheduler.now)
    const options = { merge: random.chance(60) }
    sim.tell(`${tab.name} imports ${file.newIds.length} new events${file.isDamaged ? ', damaged' : ''}`)
    sim.imports.begin(file)
    const cancel = new AbortController()
    tab.cancels.add(cancel)
    const imported = async () => {
      const source = sourceOf(file) as unknown as Blob
      const report = await tab.run({ kind: 'import', entry: ENTRY, file: source, options }, cancel.signal)
      sim.judge(() => {
        sim.look()
        sim.tell(`${tab.name}: ${report.result}, ${report.added} added`)
        sim.imports.succeed(file, report)
      })
    }
    tab.do('import', imported, (error) => {
      sim.tell(`${tab.name}: import ${String(error)}`)
      this.#expectImport(file, error)
      sim.judge(() => sim.imports.fail(file))
    })
  }

  cancel(tab: Tab): void {
    const { sim } = this
    const [cancel] = [...tab.cancels]
    if (!cancel) return
    tab.cancels.delete(cancel)
    sim.world.scheduler.post(tab, () => cancel.abort())
  }

  tidy(tab: Tab, what: 'pack' | 'sweep' | 'rebuild' | 'snapshot'): void {
    const { sim } = this
    const work = async () => {
      const { log } = tab
      if (what === 'pack') await log?.pack()
      if (what === 'sweep') await log?.sweepOrphans()
      if (what === 'rebuild') await log?.rebuildStreams()
      if (what === 'snapshot') await tab.run({ kind: 'project', entry: ENTRY })
    }
    tab.do(what, work, (error) => sim.expect(what, error))
  }

  verify(tab: Tab): void {
    const { sim } = this
    const work = async () => {
      const { report } = await tab.run({ kind: 'verify', entry: ENTRY })
      sim.judge(() => require(report.ok, () => `Verify: ${report.reason}`))
    }
    tab.do('verify', work, (error) => sim.expect('verify', error))
  }

  catchUp(tab: Tab): void {
    const { sim } = this
    tab.do(
      'catching up',
      async () => tab.ledger?.projector.catchUp(),
      (error) => sim.expect('catching up', error),
    )
  }

  #expectImport(file: LogFile, error: unknown): void {
    const name = error instanceof Error ? error.name : ''
    if (name === 'AbortError') this.sim.world.scheduler.saw('SF16')
    if (name === 'LogFormatError') this.sim.world.scheduler.saw('SF17')
    if (name === 'ImportRefusedError' || (name === 'LogFormatError' && file.isDamaged)) return
    this.sim.expect('import', error)
  }
}
