/**
 * `npm run bench`: every line of the budgets, beside the naive store and the physical limits in the same run, and how
 * figures grow over one kind of log. Nothing is asserted about time; what is shown wrong fails the run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { firstLoadBytes } from '../run/bundle.mjs'
import { ACCOUNTS, writeBigLog } from './big-log'
import { BudgetTable } from './budget-table'
import { withLedger } from './fresh-browser'
import { timeSearches } from './in-page/ledger'
import { Judge, type LogFile } from './judge'
import { type Sized, tellGrowth } from './lines/growth-lines'
import { tellCommands, tellLedger } from './lines/ledger-lines'
import { tellLimits, tellOpponent } from './lines/opponent-lines'
import { RUNS } from './measured/chance'
import { measureCommands, measureLedger } from './measured/ledger'
import { measureLimits } from './measured/limits'
import { heldBytes } from './measured/memory'
import { measureNaiveStore } from './measured/naive-store'

const N = Number(process.env.BENCH_EVENTS ?? 1_000_000)
const SIZES = (process.env.BENCH_SIZES ?? '10000,100000')
  .split(',')
  .map(Number)
  .filter((size) => size * 2 <= N)
/** As many at every size, so that only the events become more. */
const GROWING_ACCOUNTS = Math.min(ACCOUNTS, Math.floor(Math.min(N, ...SIZES) / 2))
/** Events that the naive store is given at most; its figures are scaled to N where that is fewer. */
const NAIVE = Number(process.env.BENCH_NAIVE ?? Number.POSITIVE_INFINITY)
/** A command is as fast with these as with a million. */
const FEW = 10

test('the budgets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-bench-'))
  const table = new BudgetTable()
  const say = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`)
  const generated = async (size: number, accounts: number): Promise<LogFile> => {
    say(`a log of ${size} events over ${accounts} accounts`)
    const path = join(folder, `${size}.json`)
    writeBigLog(path, size, accounts)
    return { path, judge: await Judge.of(path) }
  }
  /** `isWhole`: a size of which the table speaks; the others only show how figures grow. */
  const sized = async (log: LogFile, isWhole: boolean, opponent: boolean): Promise<Sized> => {
    const { size } = log.judge
    say(`Hindsight with ${size} events`)
    const runs = isWhole ? { imports: RUNS, opens: 2 * RUNS - 1 } : { imports: 1, opens: RUNS }
    const ledger = await measureLedger(log, folder, { ...runs, packs: isWhole })
    say(`the physical limits with ${size} events`)
    const limits = await measureLimits(log, folder, RUNS)
    if (!opponent) return { size, ledger, limits }
    say(`the naive store with ${Math.min(NAIVE, size)} events`)
    return { size, ledger, limits, naive: await measureNaiveStore(log, folder, NAIVE, RUNS) }
  }
  try {
    const few = await measureCommands(await generated(FEW, 2), folder)
    const empty = await withLedger(join(folder, 'empty'), async (visit) => {
      await visit.page.evaluate(timeSearches, { texts: ['nothing'] })
      return heldBytes(visit)
    })
    const series: Sized[] = []
    for (const size of SIZES) series.push(await sized(await generated(size, GROWING_ACCOUNTS), false, size <= NAIVE))
    const { BENCH_LOG } = process.env
    const grown = await generated(N, GROWING_ACCOUNTS)
    // Once at this size is enough for the naive store: beside the log of the table.
    series.push(await sized(grown, true, !BENCH_LOG && N <= NAIVE))
    const big = BENCH_LOG ? { path: BENCH_LOG, judge: await Judge.of(BENCH_LOG) } : grown
    const last = BENCH_LOG ? await sized(big, true, true) : (series.at(-1) as Sized)
    const naive = last.naive ?? (await measureNaiveStore(big, folder, NAIVE, RUNS))

    tellOpponent(table, naive, last.size)
    tellLimits(table, last.limits)
    tellLedger(table, { ...last, naive, empty })
    tellCommands(table, `${FEW} events`, few)
    tellGrowth(table, series)
    const first = firstLoadBytes()
    table.judge('First load, JavaScript after gzip', `${(first / 1e3).toFixed(1)} kB`, '200 kB', first / 200_000, {
      atMost: 1,
    })
    const facts = {
      events: last.size,
      accounts: big.judge.accountIds.length,
      processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
      root: last.ledger.rootHash,
      'growth over accounts': GROWING_ACCOUNTS,
    }
    table.publish(
      facts,
      series.map(({ size }) => size),
    )
    expect([...series, last].flatMap((each) => each.ledger.faults)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
