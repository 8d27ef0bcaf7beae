/** What the browser and the disk of this machine give at best, in the same run. */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chooseFile, withBlankPage } from '../fresh-browser'
import {
  type ReadingTimes,
  type StorageTimes,
  timeArrays,
  timeFold,
  timeReading,
  timeStorage,
} from '../in-page/physical-limits'
import type { LogFile } from '../judge'

const ARRAYS = 1_000

export interface MeasuredLimits {
  readonly reading: readonly ReadingTimes[]
  /** Rows of 1 MiB. */
  readonly storage: readonly StorageTimes[]
  /** Milliseconds of adding up all amounts in a typed array, several times. */
  readonly folds: readonly number[]
  /** Milliseconds from navigation to a page without anything, each in a fresh browser. */
  readonly emptyPages: readonly number[]
  /** Milliseconds of making and filling an array of all balances, many times. */
  readonly arrays: readonly number[]
  readonly fileBytes: number
}

export async function measureLimits({ path, judge }: LogFile, folder: string, runs: number): Promise<MeasuredLimits> {
  const profile = join(folder, 'limits')
  const limits = await withBlankPage(profile, async ({ page }) => {
    await chooseFile(page, path)
    const reading: ReadingTimes[] = []
    const storage: StorageTimes[] = []
    for (let run = 0; run < runs; run++) {
      reading.push(await page.evaluate(timeReading))
      storage.push(await page.evaluate(timeStorage, { rowBytes: 1 << 20 }))
    }
    const folds = await page.evaluate(timeFold, { length: judge.size, accounts: judge.accountIds.length })
    const arrays = await page.evaluate(timeArrays, { accounts: judge.accountIds.length, count: ARRAYS })
    return { reading, storage, folds, arrays }
  })
  const emptyPages: number[] = []
  for (let run = 0; run < runs; run++)
    emptyPages.push(
      await withBlankPage(profile, ({ page }) =>
        page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0),
      ),
    )
  rmSync(profile, { recursive: true })
  return { ...limits, emptyPages, fileBytes: statSync(path).size }
}
