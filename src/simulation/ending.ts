/** The end of a run: everything is mended and comes to rest; then it must all be there, and agree. */
import { SeededRandom } from '../exchange/sample/seeded-random'
import { anyDay } from './commands'
import { Doings } from './doings'
import { require } from './judge/fault'
import { judgeMoment } from './judge/projection-judge'
import { Ledgers } from './ledgers'
import type { Simulation } from './simulation'

const MOMENTS = 3

export async function comeToRest(sim: Simulation): Promise<void> {
  const { world, disk } = sim
  const doings = new Doings(sim)
  world.random = new SeededRandom(1)
  world.faultRate = 0
  world.disk.isFull = false
  for (const tab of sim.tabs) tab.frozen = false
  await sim.rest()
  const last = doings.open()
  await sim.rest()
  require(last.ledger !== undefined, () => 'The ledger cannot be opened any more.')
  for (const tab of sim.tabs) if (tab.ledger) doings.catchUp(tab)
  doings.tidy(last, 'sweep')
  new Ledgers(sim).tidy(last)
  await sim.rest()
  sim.registry.judgeEnd()
  require(disk.orphans() === 0, () => `${disk.orphans()} batches were left behind.`)
  doings.tidy(last, 'pack')
  doings.tidy(last, 'snapshot')
  doings.verify(last)
  await sim.rest()
  judgeShown(sim)
  sim.attempts.judgeEnd()
}

function judgeShown({ tabs, disk: { events }, world: { random } }: Simulation): void {
  for (const { ledger, name } of tabs) {
    if (!ledger) continue
    const { timeline } = ledger.projector
    require(timeline.size === events.length, () => `${name} ends at ${timeline.size} of ${events.length} events.`)
    for (let time = 0; time < MOMENTS; time++) {
      judgeMoment(timeline, events, random.between(0, events.length), anyDay(random))
    }
  }
}
