/** The browser is killed, all its processes at once, again and again on one profile; nothing is lost, doubled or altered. */
import { expect, test } from '@playwright/test'
import { planOfCrashes } from '../../src/simulation/crashes/crash-plan'
import { Life } from './life'

/** As `npm run crash` sets them. */
const { CRASH_KILLS, CRASH_SEED, CRASH_LIFE } = process.env
const KILLS = Number(CRASH_KILLS ?? 25)
const SEED = Number(CRASH_SEED ?? 1)
const plan = planOfCrashes(SEED, KILLS)

// A page that is killed leaves nothing to trace, and its browser is none of Playwright's.
test.use({ trace: 'off' })

for (const [number, rounds] of plan.entries()) {
  if (CRASH_LIFE !== undefined && number !== Number(CRASH_LIFE)) continue
  const kinds = rounds.map(({ kind }) => kind).join(', ')
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern.
  test(`[CR1] killed in ${kinds} (life ${number} of seed ${SEED})`, async ({}, info) => {
    test.setTimeout(rounds.length * 60_000)
    const life = new Life(SEED + number)
    try {
      await life.live(rounds)
    } finally {
      info.annotations.push({ type: 'kills', description: JSON.stringify(life.kills) })
    }
    expect(life.kills).toHaveLength(rounds.length)
  })
}
