/** What the ledger shows and finds, beside the plain sums and the plain search of the file. */
import type { Page } from '@playwright/test'
import type { Moment } from '../../../src/time-travel/moment'
import { digestBalances, findEntries } from '../in-page/ledger'
import type { Judge, JudgeMoment } from '../judge'
import { IS_QUICK, seededDates, seededInstants, seededPositions } from './chance'

/** Of each kind of moment. */
const MOMENTS = IS_QUICK ? 20 : 60
/** Newest entries of a search whose places are compared; of all it finds, how many they are. */
const COMPARED = 200

/** Moments on each clock and on both at once, by position and by instant. */
export function judgedMoments(judge: Judge, count: number): (JudgeMoment & Exclude<Moment, 'now'>)[] {
  const dates = seededDates(judge, count)
  const instants = seededInstants(judge, count)
  return seededPositions(judge, count).flatMap((position, i) => {
    const effectiveOn = dates[i] ?? ''
    const recordedAt = instants[i] ?? ''
    return [{ position }, { recordedAt }, { effectiveOn }, { position, effectiveOn }, { recordedAt, effectiveOn }]
  })
}

/** Each moment asked for twice: into a new array, and into one that is used again and again. */
export async function judgeBalances(page: Page, judge: Judge): Promise<string[]> {
  const moments = judgedMoments(judge, MOMENTS)
  const asked = moments as Moment[]
  const fresh = await page.evaluate(digestBalances, { moments: asked, into: false })
  const into = await page.evaluate(digestBalances, { moments: asked, into: true })
  return moments.flatMap((moment, i) => {
    const right = judge.digestAt(moment)
    return [
      ...(fresh[i] === right ? [] : [`the balances at ${JSON.stringify(moment)} are not those of the file`]),
      ...(into[i] === right
        ? []
        : [`the balances at ${JSON.stringify(moment)}, into an array, are not those of the file`]),
    ]
  })
}

export async function judgeSearches(page: Page, judge: Judge): Promise<string[]> {
  const found = await page.evaluate(findEntries, { texts: judge.searches, limit: COMPARED })
  return judge.searches.flatMap((text, i) => {
    const right = judge.find(text, COMPARED)
    if (JSON.stringify(found[i]) === JSON.stringify(right)) return []
    return [
      `the search for “${text}” finds ${found[i]?.total} entries, the file has ${right.total}, or others are newest`,
    ]
  })
}
