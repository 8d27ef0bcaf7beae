/** The same of the naive store, each in fresh browsers: what it costs to keep events as rows and replay them from zero. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pick, randomFrom } from '../../logs/random'
import { chooseFile, withBlankPage, withNaiveStore } from '../fresh-browser'
import { importNaively, replayNaively, scanNaively } from '../in-page/naive-store'
import type { LogFile } from '../judge'
import { heldBytes } from './memory'

const REPLAYS = 200
const SCANS = 20

export interface MeasuredNaiveStore {
  readonly events: number
  /** Milliseconds in `bulkAdd`. */
  readonly import: number
  /** Milliseconds from navigation. */
  readonly opens: readonly number[]
  readonly heldBytes: number
  /** Milliseconds each. */
  readonly replays: readonly number[]
  readonly scans: readonly number[]
}

export async function measureNaiveStore(
  { path, judge }: LogFile,
  folder: string,
  limit: number,
  opens: number,
): Promise<MeasuredNaiveStore> {
  const profile = join(folder, 'naive')
  const { events, millis } = await withBlankPage(profile, async ({ page }) => {
    await chooseFile(page, path)
    return page.evaluate(importNaively, { limit })
  })
  const times: number[] = []
  for (let run = 1; run < opens; run++) times.push(await withNaiveStore(profile, async ({ opened }) => opened))
  const inUse = await withNaiveStore(profile, async (visit) => {
    times.push(visit.opened)
    const random = randomFrom(2)
    const positions = Array.from({ length: REPLAYS }, () => pick(random, events + 1))
    const dates = Array.from({ length: SCANS }, () => judge.dates[pick(random, judge.dates.length)] ?? '')
    return {
      heldBytes: (await heldBytes(visit)).page,
      replays: await visit.page.evaluate(replayNaively, { positions }),
      scans: await visit.page.evaluate(scanNaively, { dates }),
    }
  })
  rmSync(profile, { recursive: true })
  return { events, import: millis, opens: times, ...inUse }
}
