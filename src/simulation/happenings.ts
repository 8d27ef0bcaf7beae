/** What each kind of action of a plan does to the world. */
import { SeededRandom } from '../exchange/sample/seeded-random'
import { anyCommand } from './commands'
import { Doings } from './doings'
import type { Action, ActionKind } from './plan'
import type { Simulation } from './simulation'
import type { Tab } from './tab'

const HOUR = 3_600_000
const MOST_TABS = 4

interface Scene {
  readonly sim: Simulation
  readonly doings: Doings
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
  kill: ({ sim, any }) => any && sim.world.kill(any),
  'lose-power': ({ sim }) => sim.world.losePower(),
  freeze: ({ any }) => {
    if (any) any.frozen = true
  },
  thaw: ({ tabs }) => {
    for (const tab of tabs) tab.frozen = false
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
  wait: () => undefined,
}

/** Does it, and lets the world turn for a while. */
export async function happen(sim: Simulation, { kind, seed }: Action): Promise<void> {
  const random = new SeededRandom(seed)
  const { tabs } = sim
  sim.world.random = random
  sim.tell(kind)
  const open = tabs.filter(({ ledger }) => ledger)
  HAPPENINGS[kind]({ sim, doings: new Doings(sim), random, tabs, any: oneOf(random, tabs), open: oneOf(random, open) })
  const turns = random.chance(20) ? 0 : random.between(1, kind === 'wait' ? 120 : 40)
  for (let turn = 0; turn < turns; turn++) if (!(await sim.turn())) break
}

function oneOf<Item>(random: SeededRandom, items: readonly Item[]): Item | undefined {
  return items[random.bits() % Math.max(1, items.length)]
}
