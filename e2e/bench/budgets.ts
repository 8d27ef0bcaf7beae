/** The lines of the table: what was measured, what it is compared with, and what is asked. */
import type { BudgetTable } from './budget-table'
import { count, median, megabytes, percentile, time, timeWithSpread } from './figures'
import type { MeasuredLedger } from './measured-ledger'
import type { MeasuredLimits } from './measured-limits'
import type { MeasuredNaiveStore } from './measured-naive-store'

const perSecond = (events: number, millis: number): string => `${count((events / millis) * 1_000)} events/s`

interface Run {
  readonly size: number
  readonly ledger: MeasuredLedger
  readonly naive: MeasuredNaiveStore
  readonly limits: MeasuredLimits
  /** Bytes that the page holds with an empty ledger. */
  readonly empty: number
}

/** The naive store grows in proportion to its events: what it was not given is added in proportion. */
const scaled = (naive: MeasuredNaiveStore, size: number, millis: number): number => millis * (size / naive.events)

export function tellOpponent(table: BudgetTable, naive: MeasuredNaiveStore, size: number): void {
  const what = naive.events < size ? `naive store, ${count(naive.events)} events` : 'naive store'
  table.note(`${what}: import`, perSecond(naive.events, naive.import))
  table.note(`${what}: open`, timeWithSpread(naive.opens))
  table.note(
    `${what}: replay`,
    `${time(percentile(naive.replays, 0.5))} p50, ${time(percentile(naive.replays, 0.99))} p99`,
  )
  table.note(`${what}: memory`, megabytes(naive.heldBytes))
}

export function tellLimits(table: BudgetTable, { arrays, emptyPages, reading, storage, folds }: MeasuredLimits): void {
  table.note('limit: an empty page', timeWithSpread(emptyPages))
  table.note('limit: text of the file', time(reading.text))
  table.note('limit: JSON.parse of it', time(reading.parse))
  table.note('limit: the bytes written, 1 MiB rows, strict', time(storage.write))
  table.note('limit: the bytes read back', time(storage.read))
  table.note('limit: the bytes read back into a file', time(storage.file))
  const [p50, p99] = [time(median(arrays)), time(percentile(arrays, 0.99))]
  table.note('limit: a new array of all balances, filled', `${p99} p99 (p50 ${p50})`)
  table.note('limit: fold of all amounts in a typed array', time(median(folds)))
}

export function tellLedger(table: BudgetTable, run: Run): void {
  tellOpening(table, run)
  tellFiles(table, run)
  tellTravel(table, run)
  tellSearch(table, run)
  tellCommands(table, `${count(run.size)} events`, run.ledger)
  tellSpace(table, run)
}

function tellOpening(table: BudgetTable, { ledger, naive, size }: Run): void {
  const opponent = scaled(naive, size, median(naive.opens))
  table.judge(
    'open, fresh browser',
    timeWithSpread(ledger.opens),
    `naive ${time(opponent)}`,
    opponent / median(ledger.opens),
    {
      atLeast: 30,
    },
  )
}

function tellFiles(table: BudgetTable, { ledger, naive, limits, size }: Run): void {
  const imported = median(ledger.imports)
  const opponent = scaled(naive, size, naive.import)
  const figure = `${timeWithSpread(ledger.imports)}, ${perSecond(size, imported)}`
  table.judge('import', figure, `naive bulkAdd ${time(opponent)}`, opponent / imported, { atLeast: 12 })
  const { reading, storage } = limits
  const sum = reading.text + reading.parse + storage.write
  table.judge('import', time(imported), `text + JSON.parse + write ${time(sum)}`, imported / sum, { atMost: 2 })
  for (const [what, limit] of [
    ['bytes read back', storage.read],
    ['bytes read back into a file', storage.file],
  ] as const)
    table.judge('export', time(ledger.export), `${what} ${time(limit)}`, ledger.export / limit, { atMost: 2 })
  const rate = (size / ledger.verify) * 1_000
  table.judge('verify', perSecond(size, ledger.verify), '150,000 events/s', rate / 150_000, { atLeast: 1 })
  for (const job of ['import', 'verify', 'export'] as const) {
    const longest = ledger.longestTasks[job]
    const words = longest === 0 ? 'none over 50 ms' : time(longest)
    table.judge(`longest task of the page during ${job}`, words, '50 ms', longest / 50, { atMost: 1 })
  }
}

function tellTravel(table: BudgetTable, { ledger, naive, size }: Run): void {
  const { recorded, effective, both, intoRecorded, intoEffective } = ledger.seeks
  const replay = scaled(naive, size, percentile(naive.replays, 0.99))
  const scan = scaled(naive, size, percentile(naive.scans, 0.99))
  for (const [clock, times] of [
    ['recorded, into an array', intoRecorded],
    ['value date, into an array', intoEffective],
    ['recorded, a new array', recorded],
    ['value date, a new array', effective],
  ] as const) {
    const p99 = percentile(times, 0.99)
    table.judge(
      `balancesAt, ${clock}, p99`,
      `${time(p99)} (p50 ${time(median(times))})`,
      `naive replay p99 ${time(replay)}`,
      replay / p99,
      { atLeast: 300 },
    )
  }
  const p99 = percentile(both, 0.99)
  table.judge('balancesAt, both clocks, p99', time(p99), `one linear scan ${time(scan)}`, p99 / scan, { atMost: 1 })
  const script = percentile(ledger.drag.script, 0.99)
  table.judge(
    `drag, script a frame, p99 of ${ledger.drag.script.length}`,
    `${time(script)} (p50 ${time(median(ledger.drag.script))})`,
    '8 ms',
    script / 8,
    { atMost: 1 },
  )
  const longest = Math.max(...ledger.drag.all)
  table.judge('drag, longest frame', time(longest), '16.7 ms', longest / 16.7, { atMost: 1 })
}

function tellSearch(table: BudgetTable, { ledger: { searches, coldSearch, firstSearch } }: Run): void {
  const [first, complete] = [Math.max(...searches.first), Math.max(...searches.complete)]
  const slowest = (times: readonly number[]) => `${time(Math.max(...times))} (p50 ${time(median(times))})`
  const what = `slowest of ${searches.complete.length}`
  table.judge(`search, first entries, ${what}`, slowest(searches.first), '100 ms', first / 100, { atMost: 1 })
  table.judge(`search, all entries, ${what}`, slowest(searches.complete), '2 s', complete / 2_000, { atMost: 1 })
  table.note('search, all entries, before the worker has started', time(coldSearch))
  table.note('search, all entries, right after an import', time(firstSearch))
}

function tellCommands(table: BudgetTable, what: string, { commands }: MeasuredLedger): void {
  for (const [p, atMost] of [
    [0.5, 3],
    [0.99, 5],
  ] as const) {
    const [mine, bare] = [percentile(commands.command, p), percentile(commands.bare, p)]
    table.judge(`command, ${what}, p${p * 100}`, time(mine), `bare transaction ${time(bare)}`, mine / bare, { atMost })
  }
}

function tellSpace(table: BudgetTable, { ledger, naive, size, limits, empty }: Run): void {
  const more = ledger.heldBytes - empty
  table.judge(
    'memory, beyond an empty ledger',
    `${megabytes(more)}, ${(more / size).toFixed(1)} bytes an event`,
    `64 bytes an event (naive ${(naive.heldBytes / naive.events).toFixed(0)})`,
    more / size / 64,
    { atMost: 1 },
  )
  table.judge(
    'disk',
    megabytes(ledger.bytesOnDisk),
    `file ${megabytes(limits.fileBytes)}`,
    ledger.bytesOnDisk / limits.fileBytes,
    {
      atMost: 1.3,
    },
  )
}

/** What grows with the log, from the smallest size to the largest. */
export function tellGrowth(
  table: BudgetTable,
  runs: readonly { readonly size: number; readonly ledger: MeasuredLedger }[],
): void {
  const [first] = runs
  const last = runs.at(-1)
  if (!first || !last || first === last) return
  for (const { size, ledger } of runs.slice(0, -1)) {
    table.note(`open, ${count(size)} events`, timeWithSpread(ledger.opens))
    tellCommands(table, `${count(size)} events`, ledger)
    table.note(`balancesAt, ${count(size)} events, p99`, time(percentile(ledger.seeks.recorded, 0.99)))
    table.note(`import, ${count(size)} events`, perSecond(size, median(ledger.imports)))
    const { script, all } = ledger.drag
    const [p50, p99] = [time(median(script)), time(percentile(script, 0.99))]
    table.note(`drag, ${count(size)} events`, `script ${p99} p99 (p50 ${p50}), longest frame ${time(Math.max(...all))}`)
  }
  const beyond = ({ opens, snapshotRead }: MeasuredLedger) => median(opens) - snapshotRead
  const read = `${time(last.ledger.snapshotRead)} of reading the snapshot`
  table.judge(
    `open, growth from ${count(first.size)} to ${count(last.size)}`,
    `${time(median(last.ledger.opens))}, less ${read}`,
    `${time(median(first.ledger.opens))}, less ${time(first.ledger.snapshotRead)}`,
    beyond(last.ledger) / beyond(first.ledger),
    { atMost: 1.5 },
  )
  tellTenMillion(table, runs)
}

const FAR = 10_000_000

/** What follows for ten million events from how the figures grew between the two largest sizes. */
function tellTenMillion(
  table: BudgetTable,
  runs: readonly { readonly size: number; readonly ledger: MeasuredLedger }[],
): void {
  const [before, last] = runs.slice(-2)
  if (!before || !last) return
  const at = (figure: (ledger: MeasuredLedger) => number): number => {
    const slope = (figure(last.ledger) - figure(before.ledger)) / (last.size - before.size)
    return figure(last.ledger) + Math.max(0, slope) * (FAR - last.size)
  }
  const what = `computed for ${count(FAR)} events`
  table.note(`${what}: open`, time(at(({ opens }) => median(opens))))
  table.note(`${what}: balancesAt, p99`, time(at(({ seeks }) => percentile(seeks.recorded, 0.99))))
  table.note(`${what}: command, p50`, time(at(({ commands }) => median(commands.command))))
  table.note(`${what}: memory`, megabytes(at(({ heldBytes }) => heldBytes)))
  table.note(`${what}: disk`, megabytes(at(({ bytesOnDisk }) => bytesOnDisk)))
}
