/** The lines of the table about the ledger: what was measured, what it is compared with, and what is asked. */
import type { BudgetTable } from '../budget-table'
import { count, median, megabytes, percentile, perSecond, time, timeWithSpread } from '../figures'
import type { CommandTimes } from '../in-page/commands'
import type { MeasuredLedger } from '../measured/ledger'
import type { MeasuredLimits } from '../measured/limits'
import { allBytes, type HeldBytes } from '../measured/memory'
import type { MeasuredNaiveStore } from '../measured/naive-store'
import { leastImports, scaled } from './opponent-lines'

interface Run {
  readonly size: number
  readonly ledger: MeasuredLedger
  readonly naive: MeasuredNaiveStore
  readonly limits: MeasuredLimits
  /** What is held with an empty ledger, after a search in it. */
  readonly empty: HeldBytes
}

export function tellLedger(table: BudgetTable, run: Run): void {
  tellOpening(table, run)
  tellFiles(table, run)
  tellTasks(table, run)
  tellSeeks(table, run)
  tellFrames(table, run)
  tellSearch(table, run)
  tellCommands(table, `${count(run.size)} events`, run.ledger.commands)
  tellSpace(table, run)
}

function tellOpening(table: BudgetTable, { ledger, naive, size }: Run): void {
  const opponent = scaled(naive, size, median(naive.opens))
  const figure = timeWithSpread(ledger.opens)
  table.judge('open, fresh browser', figure, `naive ${time(opponent)}`, opponent / median(ledger.opens), {
    atLeast: 30,
  })
  table.note('open after the snapshot was lost', timeWithSpread([ledger.rebuild]))
}

function tellFiles(table: BudgetTable, { ledger, naive, limits, size }: Run): void {
  const imported = median(ledger.imports)
  const opponent = scaled(naive, size, naive.import)
  const figure = `${timeWithSpread(ledger.imports)}, ${perSecond(size, imported)}`
  table.judge('import', figure, `naive bulkAdd ${time(opponent)}`, opponent / imported, { atLeast: 12 })
  const sums = leastImports(limits)
  table.judge('import', time(imported), `text + JSON.parse + write ${timeWithSpread(sums)}`, imported / median(sums), {
    atMost: 2,
  })
  const exported = median(ledger.exports)
  for (const [what, times] of [
    ['bytes read back', limits.storage.map(({ read }) => read)],
    ['bytes read back into a file', limits.storage.map(({ file }) => file)],
  ] as const)
    table.judge('export', timeWithSpread(ledger.exports), `${what} ${time(median(times))}`, exported / median(times), {
      atMost: 2,
    })
  const verified = median(ledger.verifies)
  const rate = (size / verified) * 1_000
  table.judge(
    'verify',
    `${timeWithSpread(ledger.verifies)}, ${perSecond(size, verified)}`,
    '150,000 events/s',
    rate / 150_000,
    { atLeast: 1 },
  )
}

function tellTasks(table: BudgetTable, { ledger }: Run): void {
  for (const [job, longest] of Object.entries(ledger.longestTasks)) {
    const words = longest === 0 ? 'none over 50 ms' : time(longest)
    table.judge(`longest task of the page during ${job}, all runs`, words, '50 ms', longest / 50, { atMost: 1 })
  }
}

function tellSeeks(table: BudgetTable, { ledger, naive, size }: Run): void {
  const { recorded, effective, both, intoRecorded, intoEffective } = ledger.seeks
  const replay = scaled(naive, size, percentile(naive.replays, 0.99))
  for (const [clock, times] of [
    ['recorded, into an array', intoRecorded],
    ['value date, into an array', intoEffective],
    ['recorded, a new array', recorded],
    ['value date, a new array', effective],
  ] as const) {
    const p99 = percentile(times, 0.99)
    const figure = `${time(p99)} (p50 ${time(median(times))})`
    table.judge(`balancesAt, ${clock}, p99`, figure, `naive replay p99 ${time(replay)}`, replay / p99, { atLeast: 300 })
  }
  const p99 = percentile(both, 0.99)
  const scan = scaled(naive, size, percentile(naive.scans, 0.99))
  table.judge('balancesAt, both clocks, p99', time(p99), `one linear scan ${time(scan)}`, p99 / scan, { atMost: 1 })
}

function tellFrames(table: BudgetTable, { ledger }: Run): void {
  for (const [what, { script, all, byClock }] of [
    ['drag', ledger.drag],
    ['drag on both clocks', ledger.dragBoth],
    ['drag with A pinned', ledger.dragPinned],
    ['playback', ledger.play],
  ] as const) {
    const p99 = percentile(script, 0.99)
    const figure = `${time(p99)} (p50 ${time(median(script))})`
    table.judge(`${what}, script a frame, p99 of ${script.length}`, figure, '8 ms', p99 / 8, { atMost: 1 })
    const over = (times: readonly number[]) => times.filter((millis) => millis > 16.7).length
    const longest = Math.max(...all)
    const ofClock = `${over(byClock)} and ${time(Math.max(...byClock))} by the clock`
    const words = `${time(longest)}, ${over(all)} of ${all.length} over 16.7 ms (${ofClock})`
    table.judge(`${what}, longest frame`, words, '16.7 ms', longest / 16.7, { atMost: 1 })
  }
}

function tellSearch(table: BudgetTable, { ledger: { searches, coldSearches, firstSearches } }: Run): void {
  const texts = searches[0]?.complete.length ?? 0
  for (const [what, key, limit, budget] of [
    ['first entries', 'first', 100, '100 ms'],
    ['all entries', 'complete', 2_000, '2 s'],
  ] as const) {
    // The slowest text of each run.
    const slowest = searches.map((times) => Math.max(0, ...times[key]))
    const p50 = time(median(searches.flatMap((times) => times[key])))
    const figure = `${timeWithSpread(slowest)} (p50 ${p50})`
    const worst = Math.max(...slowest)
    table.judge(`search, ${what}, slowest of ${texts}`, figure, budget, worst / limit, { atMost: 1 })
  }
  table.note('search, all entries, before the worker has started', timeWithSpread(coldSearches))
  const first = Math.max(...firstSearches)
  table.judge('search right after an import', timeWithSpread(firstSearches), '2 s', first / 2_000, { atMost: 1 })
}

/** To the receipt, and to the end of the frame that draws the figure, for which even a bare transaction waits. */
export function tellCommands(table: BudgetTable, what: string, times: CommandTimes): void {
  for (const [p, atMost] of [
    [0.5, 3],
    [0.99, 5],
  ] as const) {
    const at = (key: keyof CommandTimes) => percentile(times[key], p)
    const bare = `bare transaction ${time(at('bare'))}`
    const name = `command, ${what}, p${p * 100}`
    table.judge(`${name}: durable, in what is shown`, time(at('receipt')), bare, at('receipt') / at('bare'), { atMost })
    table.judge(`${name}: its figure drawn`, time(at('drawn')), bare, at('drawn') / at('bare'), { atMost })
    const limit = `a bare transaction and a word drawn ${time(at('bareDrawn'))}`
    table.judge(`${name}: its figure drawn`, time(at('drawn')), limit, at('drawn') / at('bareDrawn'), { atMost })
  }
}

function tellSpace(table: BudgetTable, { ledger, naive, size, limits, empty }: Run): void {
  const { opened, used } = ledger.held
  const against = `64 bytes an event (naive ${(naive.heldBytes / naive.events).toFixed(0)})`
  const tell = (what: string, more: number) =>
    table.judge(what, `${megabytes(more)}, ${(more / size).toFixed(1)} bytes an event`, against, more / size / 64, {
      atMost: 1,
    })
  tell('memory of the page right after opening, beyond an empty ledger', opened.page - empty.page)
  tell(
    'memory of page and workers after searches and drags, checkpoints and words included, beyond an empty ledger',
    allBytes(used) - allBytes(empty),
  )
  table.note('of that, the workers', megabytes(used.workers - empty.workers))
  const { bytesOnDisk } = ledger
  const file = `file ${megabytes(limits.fileBytes)}`
  table.judge('disk', megabytes(bytesOnDisk), file, bytesOnDisk / limits.fileBytes, { atMost: 1.3 })
}
