/** The lines of the table that say what the ledger is measured against. */
import type { BudgetTable } from '../budget-table'
import { count, median, megabytes, percentile, perSecond, time, timeWithSpread } from '../figures'
import type { MeasuredLimits } from '../measured/limits'
import type { MeasuredNaiveStore } from '../measured/naive-store'

/** The naive store grows in proportion to its events: what it was not given is added in proportion. */
export function scaled(naive: MeasuredNaiveStore, size: number, millis: number): number {
  return millis * (size / naive.events)
}

export function tellOpponent(table: BudgetTable, naive: MeasuredNaiveStore, size: number): void {
  const what = naive.events < size ? `naive store, ${count(naive.events)} events` : 'naive store'
  table.note(`${what}: import`, `${timeWithSpread([naive.import])}, ${perSecond(naive.events, naive.import)}`)
  table.note(`${what}: open`, timeWithSpread(naive.opens))
  const [p50, p99] = [percentile(naive.replays, 0.5), percentile(naive.replays, 0.99)]
  table.note(`${what}: replay`, `${time(p50)} p50, ${time(p99)} p99`)
  table.note(`${what}: memory`, megabytes(naive.heldBytes))
}

/** What the browser takes to read the file as text, parse it, and write its bytes, once each. */
export function leastImports({ reading, storage }: MeasuredLimits): number[] {
  return reading.map(({ text, parse }, run) => text + parse + (storage[run]?.write ?? 0))
}

export function tellLimits(table: BudgetTable, limits: MeasuredLimits): void {
  const { arrays, emptyPages, reading, storage, folds } = limits
  table.note('limit: an empty page', timeWithSpread(emptyPages))
  table.note('limit: text of the file', timeWithSpread(reading.map(({ text }) => text)))
  table.note('limit: JSON.parse of it', timeWithSpread(reading.map(({ parse }) => parse)))
  const write = storage.map((times) => times.write)
  table.note('limit: the bytes written, 1 MiB rows, strict', timeWithSpread(write))
  table.note('limit: the bytes read back', timeWithSpread(storage.map(({ read }) => read)))
  table.note('limit: the bytes read back into a file', timeWithSpread(storage.map(({ file }) => file)))
  const [p50, p99] = [time(median(arrays)), time(percentile(arrays, 0.99))]
  table.note('limit: a new array of all balances, filled', `${p99} p99 (p50 ${p50})`)
  table.note('limit: fold of all amounts in a typed array', timeWithSpread(folds))
}
