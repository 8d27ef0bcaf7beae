/** What each kind of action of a plan does to the world. */
import { SeededRandom } from '../exchange/sample/seeded-random'
import { anyCommand } from './commands'
import { Doings } from './doings'
import { Ledgers } from './ledgers'
import type { Action, ActionKind } from './plan'
import type { Agent, Committed } from './scheduler'
import type { Simulation } from './simulation'
import type { Tab } from './tab'

const HOUR = 3_600_000
const MOST_TABS = 4
const MOST_TURNS_TO_HOLD = 120
/** An import reads the log and its file before it writes. */
const MOST_TURNS_TO_STAGE = 600

interface Scene {
  readonly sim: Simulation
  readonly doings: Doings
  readonly ledgers: Ledgers
  readonly random: SeededRandom
  readonly tabs: readonly Tab[]
  /** Any tab, and any whose ledger is open. */
  readonly any: Tab | undefined
  readonly open: Tab | undefined
}

const tidying = (kind: 'pack' | 'sweep' | 'rebuild' | 'snapshot') => (scene: Scene) =>
  scene.open && scene.doings.tidy(scene.open, kind)

const HAPPENINGS: Readonly<Record<ActionKind, (scene: Scene) => unknown>> = {
  command: ({ sim, doings, random, tabs, open }) => {
    if (open) doings.give(open, sim.newId(), anyCommand(random, sim.disk.events))
    else if (tabs.length === 0) doings.open()
  },
  repeat: ({ doings, open }) => open && doings.repeat(open),
  import: ({ doings, open }) => open && doings.importFile(open),
  cancel: ({ doings, open }) => open && doings.cancel(open),
  open: ({ doings, tabs }) => tabs.length < MOST_TABS && doings.open(),
  kill: ({ sim, random, any }) => killInTheMidst(sim, random, any),
  'lose-power': (scene) => losePowerInTheMidst(scene),
  freeze: ({ any }) => {
    if (any) any.frozen = true
  },
  thaw: ({ sim, tabs }) => {
    for (const tab of tabs) {
      tab.frozen = false
      sim.makeRoom(tab)
    }
  },
  'move-clock': ({ random, any }) => {
    if (any) any.skew = random.chance(40) ? 0 : random.between(-48 * HOUR, 48 * HOUR)
  },
  pack: tidying('pack'),
  sweep: tidying('sweep'),
  rebuild: tidying('rebuild'),
  snapshot: tidying('snapshot'),
  verify: ({ doings, open }) => open && doings.verify(open),
  'catch-up': ({ doings, open }) => open && doings.catchUp(open),
  fill: ({ sim }) => {
    sim.world.disk.isFull = true
  },
  free: ({ sim }) => {
    sim.world.disk.isFull = false
  },
  break: ({ sim, random }) => {
    sim.world.faultRate = random.pick([2, 10, 50])
  },
  mend: ({ sim }) => {
    sim.world.faultRate = 0
  },
  disconnect: ({ sim, random }) => sim.world.disconnect(random),
  abort: ({ sim, random }) => sim.world.abort(random),
  hold: (scene) => holdAtBoundary(scene),
  reopen: ({ doings, open }) => open && doings.reopen(open),
  'make-ledger': ({ ledgers, any }) => any && ledgers.make(any),
  'remove-ledger': ({ ledgers, any, random }) => any && ledgers.remove(any, random),
  'old-program': ({ ledgers, any, random }) => any && ledgers.openOld(any, random),
  wait: () => undefined,
}

/** Does it, and lets the world turn for a while. */
export async function happen(sim: Simulation, { kind, seed }: Action): Promise<void> {
  const random = new SeededRandom(seed)
  const { tabs } = sim
  sim.world.random = random
  sim.tell(kind)
  const open = tabs.filter(({ ledger }) => ledger)
  const any = oneOf(random, tabs)
  const doings = new Doings(sim)
  await HAPPENINGS[kind]({ sim, doings, ledgers: new Ledgers(sim), random, tabs, any, open: oneOf(random, open) })
  const turns = random.chance(20) ? 0 : random.between(1, kind === 'wait' ? 120 : 40)
  for (let turn = 0; turn < turns; turn++) if (!(await sim.turn())) break
}

/** Half of the time while a commit is under way, if one comes: of all moments the one to be afraid of. */
async function killInTheMidst(sim: Simulation, random: SeededRandom, any: Tab | undefined): Promise<void> {
  let victim: Agent | undefined = any
  const committing = () => sim.world.indexedDB.transactions.find((each) => each.isCommitting && each.hasWritten)
  if (random.chance(50)) {
    let left = MOST_TURNS_TO_HOLD
    while (left-- > 0 && !committing() && (await sim.turn()));
    victim = committing()?.owner ?? any
  }
  if (victim && !victim.dead) sim.world.kill(victim)
}

/** Half of the time when something is written that the disk has not got yet, as a snapshot is. */
async function losePowerInTheMidst({ sim, random, open, doings }: Scene): Promise<void> {
  if (open && random.chance(50)) {
    doings.tidy(open, 'snapshot')
    let left = MOST_TURNS_TO_HOLD
    while (left-- > 0 && sim.world.disk.looseCommits === 0 && (await sim.turn()));
  }
  sim.world.losePower()
}

/**
 * Lets a tab go on until a transaction of its has just ended, and stops it there for a while: between two of its steps
 * others find all the time there is. Left to chance, such a window of one turn is as good as never hit.
 */
async function holdAtBoundary({ sim, random, tabs, open, doings }: Scene): Promise<void> {
  // An import is in danger where what it has staged lies on the disk, and no index names it yet.
  const isStaging = open !== undefined && !open.frozen && random.chance(30)
  if (isStaging) doings.importFile(open)
  const busy = tabs.filter((tab) => tab.busy.size > 0 && !tab.frozen)
  const tab = isStaging ? open : oneOf(random, busy)
  if (!tab) return
  const { scheduler } = sim.world
  let boundaries = random.between(1, 12)
  for (let turn = 0; turn < (isStaging ? MOST_TURNS_TO_STAGE : MOST_TURNS_TO_HOLD); turn++) {
    scheduler.committed = undefined
    if (!(await sim.turn()) || tab.dead) return
    const committed = scheduler.committed as Committed | undefined
    if (committed?.owner !== tab) continue
    if (isStaging ? String(committed.wrote) === 'batches' : --boundaries === 0) break
  }
  tab.frozen = true
  scheduler.saw('SF14')
  sim.tell(`${tab.name} is held`)
  // What rearranges the disk meanwhile is what such a window is dangerous for.
  const other = oneOf(
    random,
    tabs.filter((each) => each !== tab && each.ledger && !each.dead),
  )
  if (isStaging) await sweepBeside(sim, doings, other)
  else if (other && random.chance(50)) doings.tidy(other, random.pick(['sweep', 'sweep', 'pack', 'rebuild']))
}

/** As a page does when it has opened. */
async function sweepBeside(sim: Simulation, doings: Doings, other: Tab | undefined): Promise<void> {
  const tab = other ?? doings.open()
  for (const what of ['opening', 'sweep']) {
    if (what === 'sweep' && tab.ledger) doings.tidy(tab, what)
    const isAtIt = () => [...tab.busy].some((each) => each.startsWith(what))
    for (let left = MOST_TURNS_TO_HOLD; left > 0 && isAtIt() && (await sim.turn()); left--);
  }
}

function oneOf<Item>(random: SeededRandom, items: readonly Item[]): Item | undefined {
  return items[random.bits() % Math.max(1, items.length)]
}
