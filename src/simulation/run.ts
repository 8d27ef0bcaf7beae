/** Runs a plan, and makes a failing one shorter. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { enterBrowser } from './browser/install'
import { comeToRest } from './ending'
import type { FaultId } from './fault-ids'
import { happen } from './happenings'
import { type Action, planOf } from './plan'
import { Simulation } from './simulation'

export interface Outcome {
  readonly turns: number
  readonly events: number
  /** Of everything that happened: the same seed gives the same. */
  readonly digest: string
  readonly story: readonly string[]
  /** Faults that came about, and how often. */
  readonly seen: ReadonlyMap<FaultId, number>
  /** What did not hold; undefined where all did. */
  readonly failure?: string
}

export async function runPlan(plan: readonly Action[]): Promise<Outcome> {
  const simulation = new Simulation()
  enterBrowser(simulation.world)
  let failure: string | undefined
  try {
    for (const action of plan) await happen(simulation, action)
    await comeToRest(simulation)
  } catch (error) {
    failure =
      error instanceof Error ? (error.name === 'Fault' ? error.message : (error.stack ?? error.message)) : String(error)
  } finally {
    enterBrowser(undefined)
  }
  const { story, disk, world } = simulation
  if (disk.events.some(({ metadata }) => 'clock' in metadata)) world.scheduler.saw('SF10')
  const { seen } = world.scheduler
  const digest = bytesToHex(sha256(utf8ToBytes([...story, ...disk.lines].join('\n'))))
  return { turns: world.scheduler.turns, events: disk.lines.length, digest, story, seen, ...(failure && { failure }) }
}

/** Drops what is not needed to fail, larger parts first, within so many runs. */
export async function shrink(plan: readonly Action[], most = 400): Promise<readonly Action[]> {
  let shortest = plan
  let runs = 0
  for (let part = Math.ceil(plan.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let start = 0; start < shortest.length && runs < most; ) {
      const rest = [...shortest.slice(0, start), ...shortest.slice(start + part)]
      runs++
      if ((await runPlan(rest)).failure) shortest = rest
      else start += part
    }
  }
  return shortest
}

/** What to say of a failing seed: why, how to see it again, and the shortest way to it. */
export async function explain(seed: number, length: number, { failure }: Outcome): Promise<string> {
  const plan = planOf(seed, length)
  const short = await shrink(plan)
  const kept = short.map((action) => plan.indexOf(action)).join()
  const shown = await runPlan(short)
  return [
    `Seed ${seed}: ${failure}`,
    `Again: npm run simulate -- --seed ${seed} --actions ${length}`,
    `${short.length} of ${length} actions are enough (--keep ${kept}): ${shown.failure}`,
    ...shown.story,
  ].join('\n')
}
