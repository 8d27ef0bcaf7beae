/** Everything that is measured of Hindsight with one log: imported once, then looked at in fresh browsers. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportReport } from '../../src/application/ledger-api'
import { pick, randomFrom } from '../logs/random'
import { chooseFile, heldBytes, type Visit, withLedger } from './fresh-browser'
import {
  type CommandTimes,
  digestBalances,
  type SearchTimes,
  type SeekTimes,
  timeCommands,
  timeSearches,
  timeSeeks,
  timeSnapshotRead,
  timeWork,
} from './in-page/ledger'
import type { Judge, JudgeMoment } from './judge'
import { drag, type Frames, play } from './travelling'

const SEEKS = 1_000
const COMMANDS = 100
const DRAG_MOVES = 150
const PLAYED_MILLIS = 4_000
const JUDGED_MOMENTS = 100

export interface MeasuredLedger {
  /** Milliseconds, one a run. */
  readonly imports: readonly number[]
  readonly verify: number
  readonly export: number
  readonly longestTasks: Readonly<Record<'import' | 'verify' | 'export', number>>
  readonly bytesOnDisk: number
  readonly rootHash: string
  /** Milliseconds from navigation, each in a fresh browser. */
  readonly opens: readonly number[]
  /** Milliseconds of reading the snapshot's own bytes. */
  readonly snapshotRead: number
  readonly heldBytes: number
  /** Milliseconds of the first search after an import, for which the words of all events are gathered. */
  readonly firstSearch: number
  /** Milliseconds of the first search after opening, for which the worker starts; a field that has the focus has done that. */
  readonly coldSearch: number
  readonly searches: SearchTimes
  readonly seeks: SeekTimes
  readonly drag: Frames
  /** With both clocks at once. */
  readonly dragBoth: Frames
  readonly play: Frames
  readonly commands: CommandTimes
  /** What is wrong with what was shown; empty where everything agrees with the file. */
  readonly faults: readonly string[]
}

export interface LogFile {
  readonly path: string
  readonly judge: Judge
}

export async function measureLedger(
  { path, judge }: LogFile,
  folder: string,
  runs: { readonly imports: number; readonly opens: number },
): Promise<MeasuredLedger> {
  const profile = join(folder, 'ledger')
  const faults: string[] = []
  const imports: number[] = []
  const longestTasks = { import: 0, verify: 0, export: 0 }
  for (let run = 1; run < runs.imports; run++) {
    imports.push((await withLedger(profile, (visit) => importFile(visit, path))).millis)
    rmSync(profile, { recursive: true })
  }
  const work = await withLedger(profile, async (visit) => {
    const imported = await importFile(visit, path)
    imports.push(imported.millis)
    if (judge.rootHash !== undefined && imported.value.rootHash !== judge.rootHash)
      faults.push('the root after import is not that of the file')
    // Words are gathered behind an import; what follows is measured when that is done.
    const { complete } = await visit.page.evaluate(timeSearches, { texts: ['a word of no entry'] })
    const exported = await visit.page.evaluate(timeWork, { job: 'export' as const })
    const { same } = exported.value as { same: boolean }
    if (!same) faults.push('the exported lines are not those of the file')
    const verified = await visit.page.evaluate(timeWork, { job: 'verify' as const })
    if (!(verified.value as { ok: boolean }).ok) faults.push('verify is not content')
    Object.assign(longestTasks, {
      import: imported.longestTask,
      export: exported.longestTask,
      verify: verified.longestTask,
    })
    // All tables, as the browser counts them.
    const bytesOnDisk = await visit.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
    const { rootHash } = imported.value
    return {
      export: exported.millis,
      verify: verified.millis,
      bytesOnDisk,
      rootHash: rootHash ?? '',
      firstSearch: complete[0] ?? 0,
    }
  })
  const opens: number[] = []
  for (let run = 1; run < runs.opens; run++) opens.push(await withLedger(profile, async ({ opened }) => opened))
  const inUse = await withLedger(profile, async (visit) => {
    opens.push(visit.opened)
    // Whole, with what is read behind the first screen.
    await visit.page.evaluate(
      (accountId) => window.hindsight.history(accountId, { limit: 1 }),
      judge.accountIds[0] ?? '',
    )
    const held = await heldBytes(visit)
    const snapshotRead = await visit.page.evaluate(timeSnapshotRead)
    const random = randomFrom(1)
    const positions = Array.from({ length: SEEKS }, () => pick(random, judge.size + 1))
    const dates = Array.from({ length: SEEKS }, () => judge.dates[pick(random, judge.dates.length)] ?? '')
    faults.push(...(await judgeBalances(visit, judge, positions, dates)))
    const seeks = await visit.page.evaluate(timeSeeks, { positions, dates })
    const cold = await visit.page.evaluate(timeSearches, { texts: ['a word of no entry'] })
    const searches = await visit.page.evaluate(timeSearches, { texts: judge.searches })
    const dragged = await drag(visit.page, DRAG_MOVES)
    const played = await play(visit.page, PLAYED_MILLIS)
    const both = { position: judge.size, effectiveOn: judge.dates[judge.dates.length >> 1] ?? '' }
    await visit.page.evaluate((moment) => window.hindsight.travelTo(moment), both)
    const draggedBoth = await drag(visit.page, DRAG_MOVES)
    await visit.page.evaluate(() => window.hindsight.travelTo('now'))
    const accountId = judge.accountIds[0] ?? ''
    const commands = await visit.page.evaluate(timeCommands, { accountId, count: COMMANDS })
    return {
      heldBytes: held,
      snapshotRead,
      coldSearch: cold.complete[0] ?? 0,
      searches,
      seeks,
      drag: dragged,
      dragBoth: draggedBoth,
      play: played,
      commands,
    }
  })
  rmSync(profile, { recursive: true })
  return { imports, longestTasks, ...work, opens, ...inUse, faults }
}

async function importFile({ page }: Visit, path: string) {
  await chooseFile(page, path)
  const { millis, longestTask, value } = await page.evaluate(timeWork, { job: 'import' as const })
  return { millis, longestTask, value: value as ImportReport }
}

/** A hundred moments on each clock and on both, beside the plain sums of the file. */
async function judgeBalances({ page }: Visit, judge: Judge, positions: number[], dates: string[]): Promise<string[]> {
  const moments: JudgeMoment[] = positions.slice(0, JUDGED_MOMENTS).flatMap((position, i) => {
    const effectiveOn = dates[i] ?? ''
    return [{ position }, { position: judge.size, effectiveOn }, { position, effectiveOn }]
  })
  const shown = await page.evaluate(digestBalances, { moments })
  return moments.flatMap((moment, i) =>
    shown[i] === judge.digestAt(moment) ? [] : [`the balances at ${JSON.stringify(moment)} are not those of the file`],
  )
}
