import './browser/install'
import { expect, test } from 'vitest'
import { planOf } from './plan'
import { explain, runPlan } from './run'

const ACTIONS = 250

test('one', async () => {
  const seed = Number(process.env.SIMULATE_SEED ?? 1)
  const began = performance.now()
  const outcome = await runPlan(planOf(seed, ACTIONS))
  process.stdout.write(`${outcome.turns} turns, ${outcome.events} events, ${performance.now() - began} ms ${outcome.failure}\n`)
  process.stdout.write(outcome.story.slice(-25).join('\n'))
  if (outcome.failure) expect.fail(await explain(seed, ACTIONS, outcome))
})
