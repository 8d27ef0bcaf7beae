/** Figures of one run: printed as a table, kept as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RESULTS = fileURLToPath(new URL('../../bench-results', import.meta.url))

interface Row {
  readonly what: string
  /** What was measured, with its unit. */
  readonly value: string
  /** What it is measured against in the same run. */
  readonly against?: string
  /** How many times as long (or as large) as what it is measured against. */
  readonly ratio?: number
}

/** The value below which the share `p` of the sorted numbers lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}

export function ms(value: number): string {
  return `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`
}

export class ResultTable {
  readonly #rows: Row[] = []

  add(what: string, value: string, against?: { readonly what: string; readonly ratio: number }): void {
    this.#rows.push({
      what,
      value,
      ...(against && { against: against.what, ratio: Number(against.ratio.toPrecision(3)) }),
    })
  }

  /** Prints the rows and writes them to bench-results/. */
  publish(facts: Readonly<Record<string, string | number>>): void {
    const cells = [
      ['what', 'measured', 'ratio', 'against'],
      ...this.#rows.map((row) => [
        row.what,
        row.value,
        row.ratio === undefined ? '' : `${row.ratio}×`,
        row.against ?? '',
      ]),
    ]
    const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
    const heading = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
    console.log(`\n${heading.join(', ')}\n`)
    for (const line of cells)
      console.log(
        line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('   ')
          .trimEnd(),
      )
    mkdirSync(RESULTS, { recursive: true })
    const measuredAt = new Date().toISOString()
    writeFileSync(
      join(RESULTS, `${measuredAt.replaceAll(':', '-')}.json`),
      `${JSON.stringify({ measuredAt, ...facts, rows: this.#rows }, null, 2)}\n`,
    )
  }
}
