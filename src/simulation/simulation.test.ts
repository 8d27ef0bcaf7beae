import './browser/install'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { planOf } from './plan'
import { explain, type Outcome, runPlan } from './run'

/** As `npm run simulate` sets them. */
const { SIMULATE_SEEDS, SIMULATE_SEED, SIMULATE_ACTIONS, SIMULATE_KEEP } = process.env
const ACTIONS = Number(SIMULATE_ACTIONS ?? 250)
const ANY_SEED = Math.floor(Math.random() * 2 ** 31)
const FEWEST_TURNS = 10_000

beforeEach(() => {
  // Dexie says there when a connection was lost.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

async function judged(seed: number): Promise<Outcome> {
  const outcome = await runPlan(planOf(seed, ACTIONS))
  if (outcome.failure) expect.fail(await explain(seed, ACTIONS, outcome))
  return outcome
}

describe.runIf(SIMULATE_SEEDS === undefined)('nothing is lost, doubled or altered', () => {
  test('[SM1] in ten thousand turns of known seeds', async () => {
    let turns = 0
    let events = 0
    for (const seed of [1, 2, 3, 4]) {
      const outcome = await judged(seed)
      turns += outcome.turns
      events += outcome.events
    }
    expect(turns).toBeGreaterThan(FEWEST_TURNS)
    expect(events).toBeGreaterThan(100)
  })

  test(`[SM1] nor with a fresh seed: ${ANY_SEED}`, async () => {
    process.stdout.write(`The fresh seed of the simulation is ${ANY_SEED}.\n`)
    await judged(ANY_SEED)
  })

  test('[SM2] one seed is one run', async () => {
    const plan = planOf(7, 120)
    const [first, again] = [await runPlan(plan), await runPlan(plan)]
    expect(again.story).toEqual(first.story)
    expect(again).toEqual(first)
    expect((await runPlan(planOf(8, 120))).digest).not.toBe(first.digest)
  })
})

test.runIf(SIMULATE_SEEDS !== undefined)('as many seeds as were asked for', async () => {
  const first = Number(SIMULATE_SEED ?? ANY_SEED)
  if (SIMULATE_KEEP !== undefined) {
    const plan = planOf(first, ACTIONS)
    const { failure, story } = await runPlan(SIMULATE_KEEP.split(',').flatMap((index) => plan[Number(index)] ?? []))
    process.stdout.write(`${story.join('\n')}\n`)
    expect(failure).toBeUndefined()
    return
  }
  let turns = 0
  let events = 0
  const told = Math.max(1, Math.floor(Number(SIMULATE_SEEDS) / 20))
  for (let run = 1; run <= Number(SIMULATE_SEEDS); run++) {
    const outcome = await judged(first + run - 1)
    turns += outcome.turns
    events += outcome.events
    if (run % told === 0) process.stdout.write(`${run} runs from seed ${first}: ${turns} turns, ${events} events\n`)
  }
})
