/**
 * `npm run bench`: every line of the budgets, at 10 thousand, 100 thousand and N events, beside the naive store and the
 * physical limits in the same run. Nothing is asserted about time; what is shown wrong fails the run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { firstLoadBytes } from '../run/bundle.mjs'
import { writeBigLog } from './big-log'
import { BudgetTable } from './budget-table'
import { tellGrowth, tellLedger, tellLimits, tellOpponent } from './budgets'
import { heldBytes, withLedger } from './fresh-browser'
import { Judge } from './judge'
import { type LogFile, measureLedger } from './measured-ledger'
import { measureLimits } from './measured-limits'
import { measureNaiveStore } from './measured-naive-store'

const N = Number(process.env.BENCH_EVENTS ?? 1_000_000)
const SIZES = [10_000, 100_000].filter((size) => size * 2 <= N)
const RUNS = Number(process.env.BENCH_RUNS ?? 3)
/** Events that the naive store is given at most; its figures are scaled to N where that is fewer. */
const NAIVE = Number(process.env.BENCH_NAIVE ?? Number.POSITIVE_INFINITY)

test('the budgets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-bench-'))
  const table = new BudgetTable()
  const say = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`)
  const generated = async (size: number): Promise<LogFile> => {
    const path = join(folder, `${size}.json`)
    writeBigLog(path, size)
    return { path, judge: await Judge.of(path) }
  }
  try {
    say(`a log of ${N} events`)
    const { BENCH_LOG } = process.env
    const big = BENCH_LOG ? { path: BENCH_LOG, judge: await Judge.of(BENCH_LOG) } : await generated(N)
    const small = []
    for (const size of SIZES) {
      say(`Hindsight with ${size} events`)
      small.push({ size, ledger: await measureLedger(await generated(size), folder, { imports: 1, opens: RUNS }) })
    }
    const empty = await withLedger(join(folder, 'empty'), heldBytes)
    say('the physical limits')
    const limits = await measureLimits(big, folder)
    say(`Hindsight with ${big.judge.size} events`)
    const ledger = await measureLedger(big, folder, { imports: RUNS, opens: 2 * RUNS - 1 })
    say('the naive store')
    const naive = await measureNaiveStore(big, folder, NAIVE, RUNS)

    tellOpponent(table, naive, big.judge.size)
    tellLimits(table, limits)
    tellLedger(table, { size: big.judge.size, ledger, naive, limits, empty })
    tellGrowth(table, [...small, { size: big.judge.size, ledger }])
    const first = firstLoadBytes()
    table.judge('First load, JavaScript after gzip', `${(first / 1e3).toFixed(1)} kB`, '200 kB', first / 200_000, {
      atMost: 1,
    })
    table.publish({
      events: big.judge.size,
      accounts: big.judge.accountIds.length,
      processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
      root: ledger.rootHash,
    })
    expect([...small.flatMap((each) => each.ledger.faults), ...ledger.faults]).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
