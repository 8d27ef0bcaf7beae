/** Everything that is measured of Hindsight with one log: imported, then looked at in fresh browsers, then written to. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chooseFile, openLedger, type Visit, withBlankPage, withLedger } from '../fresh-browser'
import { type CommandTimes, leaveSmallBatches, timeCommands } from '../in-page/commands'
import { type SearchTimes, type SeekTimes, timeSearches, timeSeeks, timeSnapshotRead } from '../in-page/ledger'
import {
  awaitPacking,
  exportsTheSame,
  longestTask,
  loseSnapshots,
  type Outcome,
  type Span,
  timeWork,
  type Work,
} from '../in-page/work'
import type { LogFile } from '../judge'
import { IS_QUICK, RUNS, seededDates, seededPhases, seededPositions } from './chance'
import { judgeBalances, judgeSearches } from './faults'
import { type HeldBytes, heldBytes } from './memory'
import { drag, dragPinned, type Frames, play } from './travelling'

const SEEKS = 1_000
const COMMANDS = IS_QUICK ? 10 : 120
const PLAYED_MILLIS = IS_QUICK ? 300 : 4_000
/** More than the ledger leaves as they are. */
const SMALL_BATCHES = 300
const NOWHERE = ['a word of no entry']

export type Job = 'import' | 'first search' | 'export' | 'verify' | 'snapshot rebuild' | 'packing'

export interface MeasuredLedger {
  /** Milliseconds, one a run; so all lists of numbers that say nothing else. */
  readonly imports: readonly number[]
  readonly exports: readonly number[]
  readonly verifies: readonly number[]
  /** From navigation to balances, of a ledger that had lost its snapshot. */
  readonly rebuild: number
  /** The longest task of the page meanwhile, milliseconds, over all runs; 0 where none took more than 50. */
  readonly longestTasks: Readonly<Record<Job, number>>
  readonly bytesOnDisk: number
  readonly rootHash: string
  /** From navigation, each in a fresh browser. */
  readonly opens: readonly number[]
  /** Reading the snapshot's own bytes. */
  readonly snapshotReads: readonly number[]
  /** Right after opening, and after searches and drags on either clock and both. */
  readonly held: { readonly opened: HeldBytes; readonly used: HeldBytes }
  /** The first search after an import, for which the words of all events are gathered. */
  readonly firstSearches: readonly number[]
  /** The first search after opening, for which the worker starts; a field that has the focus has done that. */
  readonly coldSearches: readonly number[]
  /** The same texts once a run. */
  readonly searches: readonly SearchTimes[]
  readonly seeks: SeekTimes
  readonly drag: Frames
  /** With both clocks at once. */
  readonly dragBoth: Frames
  /** Beside a moment that stays pinned, on the page that compares them. */
  readonly dragPinned: Frames
  readonly play: Frames
  readonly commands: CommandTimes
  /** What is wrong with what was shown; empty where everything agrees with the file. */
  readonly faults: readonly string[]
}

export interface Runs {
  readonly imports: number
  readonly opens: number
  /** Whether the small batches of many commands are left, and joined: that depends little on what lies before them. */
  readonly packs: boolean
}

export async function measureLedger(log: LogFile, folder: string, runs: Runs): Promise<MeasuredLedger> {
  const profile = join(folder, 'ledger')
  const longest = new LongestTasks()
  const faults: string[] = []
  const written = await importAndWork(log, profile, runs.imports, longest, faults)
  const opens: number[] = []
  const coldSearches: number[] = []
  const snapshotReads: number[] = []
  for (let run = 0; run < runs.opens; run++)
    await withLedger(profile, async ({ page, opened }) => {
      opens.push(opened)
      coldSearches.push(...(await page.evaluate(timeSearches, { texts: NOWHERE })).complete)
      snapshotReads.push(await page.evaluate(timeSnapshotRead))
    })
  await withBlankPage(profile, ({ page }) => page.evaluate(loseSnapshots), { hurried: true })
  const rebuild = await withLedger(profile, async ({ page, opened, opening }) => {
    await longest.note('snapshot rebuild', page, opening)
    return opened
  })
  const used = await lookAround(log, profile, runs.packs, faults)
  rmSync(profile, { recursive: true })
  const { packing, ...rest } = used
  if (packing?.packed === false) faults.push('the small batches that commands left were not joined')
  longest.take('packing', packing?.longestTask ?? 0)
  return { ...written, opens, coldSearches, snapshotReads, rebuild, ...rest, longestTasks: longest.tasks, faults }
}

/** Of a log so short that nothing but its commands is worth measuring. */
export async function measureCommands(log: LogFile, folder: string): Promise<CommandTimes> {
  const profile = join(folder, 'commands')
  const commands = await withLedger(profile, async (visit) => {
    await importFile(visit, log.path)
    return giveCommands(visit.page, log)
  })
  rmSync(profile, { recursive: true })
  return commands
}

class LongestTasks {
  readonly tasks: Record<Job, number> = {
    import: 0,
    'first search': 0,
    export: 0,
    verify: 0,
    'snapshot rebuild': 0,
    packing: 0,
  }

  async note(job: Job, page: Page, { from, to }: Span): Promise<void> {
    this.take(job, await page.evaluate(longestTask, { from, to }))
  }

  take(job: Job, millis: number): void {
    this.tasks[job] = Math.max(this.tasks[job], millis)
  }
}

/** Imports as often as asked, each into an empty browser, and in the last one exports and verifies. */
async function importAndWork(
  { path, judge }: LogFile,
  profile: string,
  runs: number,
  longest: LongestTasks,
  faults: string[],
) {
  const imports: number[] = []
  const firstSearches: number[] = []
  const imported = async (visit: Visit): Promise<Outcome> => {
    const { page } = visit
    const work = await importFile(visit, path)
    imports.push(work.millis)
    await longest.note('import', page, work)
    if (judge.rootHash !== undefined && work.value.rootHash !== judge.rootHash)
      faults.push('the root after import is not that of the file')
    // Words are gathered behind an import; what follows is measured when that is done.
    const from = await page.evaluate(() => performance.now())
    firstSearches.push(...(await page.evaluate(timeSearches, { texts: NOWHERE })).complete)
    await longest.note('first search', page, { from, to: await page.evaluate(() => performance.now()) })
    return work.value
  }
  for (let run = 1; run < runs; run++) {
    await withLedger(profile, imported)
    rmSync(profile, { recursive: true })
  }
  return withLedger(profile, async (visit) => {
    const { page } = visit
    const { rootHash } = await imported(visit)
    const exports: number[] = []
    const verifies: number[] = []
    for (let run = 0; run < runs; run++) {
      const exported = await page.evaluate(timeWork, { job: 'export' as const })
      exports.push(exported.millis)
      await longest.note('export', page, exported)
      const verified = await page.evaluate(timeWork, { job: 'verify' as const })
      verifies.push(verified.millis)
      await longest.note('verify', page, verified)
      if (!verified.value.verified?.ok) faults.push(`verify is not content: ${verified.value.verified?.reason}`)
    }
    if (!(await page.evaluate(exportsTheSame))) faults.push('the exported lines are not those of the file')
    // All tables, as the browser counts them.
    const bytesOnDisk = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
    return { imports, firstSearches, exports, verifies, bytesOnDisk, rootHash: rootHash ?? '' }
  })
}

/** Travels, searches, and in the end records: everything is judged before the first command changes it. */
async function lookAround(log: LogFile, profile: string, packs: boolean, faults: string[]) {
  const { judge } = log
  return withLedger(profile, async (visit) => {
    const { page } = visit
    // Whole, with what is read behind the first screen.
    await page.evaluate((accountId) => window.hindsight.history(accountId, { limit: 1 }), judge.accountIds[0] ?? '')
    const opened = await heldBytes(visit)
    faults.push(...(await judgeBalances(page, judge)), ...(await judgeSearches(page, judge)))
    const moments = { positions: seededPositions(judge, SEEKS), dates: seededDates(judge, SEEKS) }
    const seeks = await page.evaluate(timeSeeks, moments)
    const searches: SearchTimes[] = []
    for (let run = 0; run < RUNS; run++) searches.push(await page.evaluate(timeSearches, { texts: judge.searches }))
    const dragged = await drag(page)
    const played = await play(page, PLAYED_MILLIS)
    const both = { position: judge.size, effectiveOn: judge.dates[judge.dates.length >> 1] ?? '' }
    await page.evaluate((moment) => window.hindsight.travelTo(moment), both)
    const draggedBoth = await drag(page)
    await page.evaluate(() => window.hindsight.travelTo('now'))
    const draggedPinned = await dragPinned(page, judge.size)
    const used = await heldBytes(visit)
    const commands = await giveCommands(page, log)
    const packing = packs ? await pack(page, log) : undefined
    const frames = { drag: dragged, play: played, dragBoth: draggedBoth, dragPinned: draggedPinned }
    return { held: { opened, used }, searches, seeks, ...frames, commands, packing }
  })
}

async function importFile({ page }: Visit, path: string): Promise<Work<Outcome>> {
  await chooseFile(page, path)
  return page.evaluate(timeWork, { job: 'import' as const })
}

/** On the account's own screen, whose figure is watched. */
async function giveCommands(page: Page, { judge }: LogFile): Promise<CommandTimes> {
  const accountId = judge.accountIds[0] ?? ''
  await openLedger(page, `/?account=${accountId}`)
  return page.evaluate(timeCommands, { accountId, phases: seededPhases(COMMANDS) })
}

/** What commands left in small pieces is joined behind the next start. */
async function pack(page: Page, { judge }: LogFile): Promise<{ longestTask: number; packed: boolean }> {
  const accountId = judge.accountIds[0] ?? ''
  const before = await page.evaluate(leaveSmallBatches, { accountId, count: SMALL_BATCHES })
  const { opened } = await openLedger(page, '/')
  const { span, packed } = await page.evaluate(awaitPacking, { before })
  return { longestTask: await page.evaluate(longestTask, { from: opened, to: span.to }), packed }
}
