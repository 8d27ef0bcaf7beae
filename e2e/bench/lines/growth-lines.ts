/** Which figures are looked at for growth, and what follows from them for ten times as many events. */
import type { BudgetTable } from '../budget-table'
import { count, mean, median, megabytes, time, timeWithSpread } from '../figures'
import { type Allowed, extended, type Growing, slopeOf } from '../growth'
import type { MeasuredLedger } from '../measured/ledger'
import type { MeasuredLimits } from '../measured/limits'
import { allBytes } from '../measured/memory'
import type { MeasuredNaiveStore } from '../measured/naive-store'
import { tellCommands } from './ledger-lines'

/** One kind of log at one size. The naive store may be missing where it takes too long. */
export interface Sized {
  readonly size: number
  readonly ledger: MeasuredLedger
  readonly limits: MeasuredLimits
  readonly naive?: MeasuredNaiveStore
}

const FAR = 10_000_000

const opening = ({ opens }: MeasuredLedger) => median(opens)
/** Beyond what reading the snapshot's own bytes takes. */
const beyondReading = ({ opens, snapshotReads }: MeasuredLedger) => median(opens) - median(snapshotReads)

/** The words kept at hand, of however long a log, and the worker itself, in bytes. */
const WORDS_AT_HAND = 48e6

type Figure = readonly [what: string, figure: (ledger: MeasuredLedger) => number, Allowed, ((n: number) => string)?]

const HELD: Figure = ['memory, page and workers', ({ held }) => allBytes(held.used), 'in proportion', megabytes]
const DISK: Figure = ['disk', ({ bytesOnDisk }) => bytesOnDisk, 'in proportion', megabytes]
const OPEN: Figure = ['open', opening, 'in proportion']
const SEEK: Figure = ['balancesAt, recorded, mean', ({ seeks }) => mean(seeks.intoRecorded), 'not at all']
const COMMAND: Figure = ['command, receipt, p50', ({ commands }) => median(commands.receipt), 'not at all']

const FIGURES: readonly Figure[] = [
  OPEN,
  ['open after the snapshot was lost', ({ rebuild }) => rebuild, 'in proportion'],
  ['import', ({ imports }) => median(imports), 'in proportion'],
  ['export', ({ exports }) => median(exports), 'in proportion'],
  ['verify', ({ verifies }) => median(verifies), 'in proportion'],
  SEEK,
  ['balancesAt, value date, mean', ({ seeks }) => mean(seeks.intoEffective), 'not at all'],
  ['balancesAt, both clocks, mean', ({ seeks }) => mean(seeks.both), 'in proportion'],
  ['drag, script a frame, p50', ({ drag }) => median(drag.script), 'not at all'],
  COMMAND,
  ['command, drawn, p50', ({ commands }) => median(commands.drawn), 'not at all'],
  ['search, all entries, p50', ({ searches }) => median(searches.flatMap((t) => t.complete)), 'in proportion'],
  ['memory for words: the search worker', ({ held }) => held.used.workers, { upTo: WORDS_AT_HAND }, megabytes],
  HELD,
  DISK,
]

export function tellGrowth(table: BudgetTable, series: readonly Sized[]): void {
  const sizes = series.map(({ size }) => size)
  const [first] = series
  const last = series.at(-1)
  if (!first || !last || first === last) return
  for (const [what, figure, allowed, show] of FIGURES)
    table.grow(
      slopeOf(
        {
          whose: 'Hindsight',
          what,
          allowed,
          values: series.map(({ ledger }) => figure(ledger)),
          ...(show && { show }),
        },
        sizes,
      ),
    )
  for (const opponent of opponents(series)) table.grow(slopeOf(opponent, sizes))
  for (const { size, ledger } of series.slice(0, -1)) tellCommands(table, `${count(size)} events`, ledger.commands)
  const figureOf = ({ ledger }: Sized) =>
    `${timeWithSpread(ledger.opens)}, less ${time(median(ledger.snapshotReads))} of reading the snapshot`
  table.judge(
    `open, growth from ${count(first.size)} to ${count(last.size)}, as many accounts`,
    figureOf(last),
    figureOf(first),
    beyondReading(last.ledger) / beyondReading(first.ledger),
    { atMost: 1.5 },
  )
  tellFar(table, series)
}

/** What was measured of the others at the same sizes, as far as it was. */
function opponents(series: readonly Sized[]): Growing[] {
  const naive = series.flatMap((each) => each.naive ?? [])
  const limits = series.map((each) => each.limits)
  const whole = naive.length === series.length || naive.length > 1
  return [
    ...(whole
      ? [
          { whose: 'naive', what: 'open', values: naive.map(({ opens }) => median(opens)) },
          { whose: 'naive', what: 'import', values: naive.map((each) => each.import) },
          { whose: 'naive', what: 'replay, mean', values: naive.map(({ replays }) => mean(replays)) },
          { whose: 'naive', what: 'memory', values: naive.map(({ heldBytes }) => heldBytes), show: megabytes },
        ]
      : []),
    {
      whose: 'limit',
      what: 'text and JSON.parse',
      values: limits.map(({ reading }) => median(reading.map(({ text, parse }) => text + parse))),
    },
    { whose: 'limit', what: 'write', values: limits.map(({ storage }) => median(storage.map(({ write }) => write))) },
    { whose: 'limit', what: 'read back', values: limits.map(({ storage }) => median(storage.map(({ read }) => read))) },
    { whose: 'limit', what: 'fold of a typed array', values: limits.map(({ folds }) => mean(folds)) },
  ]
}

/** What follows for ten million events from how the figures grew between the two largest sizes. */
function tellFar(table: BudgetTable, series: readonly Sized[]): void {
  const sizes = series.map(({ size }) => size)
  for (const [what, figure, , show = time] of [OPEN, SEEK, COMMAND, HELD, DISK]) {
    const growing = { whose: 'Hindsight', what, values: series.map(({ ledger }) => figure(ledger)) }
    table.note(`computed for ${count(FAR)} events: ${what}`, show(extended(growing, sizes, FAR)))
  }
}
