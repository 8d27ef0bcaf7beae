/** The figures of one run beside what BUDGETS asks: printed as a table, kept as JSON and as Markdown for the README. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Slope, slopeLines } from './growth'

export const RESULTS = process.env.BENCH_OUT ?? fileURLToPath(new URL('../../bench-results', import.meta.url))

export interface Row {
  readonly what: string
  /** What was measured, with its unit. */
  readonly figure: string
  /** What it is measured against in the same run. */
  readonly against?: string
  /** What is compared: how many times as fast, as large, as long. */
  readonly ratio?: number
  /** The budget in words. Rows without one are for orientation. */
  readonly budget?: string
  readonly met?: boolean
}

/** Three significant digits: nobody reads more. */
const rounded = (value: number): number => Number(value.toPrecision(3))

export class BudgetTable {
  readonly rows: Row[] = []
  readonly slopes: Slope[] = []

  /** For orientation, or a limit that others are compared with. */
  note(what: string, figure: string, against?: string, ratio?: number): void {
    this.rows.push({ what, figure, ...(against && { against }), ...(ratio !== undefined && { ratio: rounded(ratio) }) })
  }

  /** At least `atLeast` times, or at most `atMost` times, what it is compared with. */
  judge(
    what: string,
    figure: string,
    against: string,
    ratio: number,
    budget: { readonly atLeast: number } | { readonly atMost: number },
  ): void {
    const least = 'atLeast' in budget
    const limit = least ? budget.atLeast : budget.atMost
    this.rows.push({
      what,
      figure,
      against,
      ratio: rounded(ratio),
      budget: `${least ? '≥' : '≤'} ${limit.toLocaleString('en')}`,
      met: least ? ratio >= limit : ratio <= limit,
    })
  }

  /** A figure beside the others of its kind, by size. */
  grow(slope: Slope): void {
    this.slopes.push(slope)
  }

  /**
   * Prints the rows and writes them down.
   * @param sizes those at which `slopes` were measured
   */
  publish(facts: Readonly<Record<string, string | number>>, sizes: readonly number[]): void {
    const heading = Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
    const rows = [
      ['what', 'figure', 'against, in the same run', 'ratio', 'budget', 'met'],
      ...this.rows.map(({ what, figure, against, ratio, budget, met }) => [
        what,
        figure,
        against ?? '',
        ratio === undefined ? '' : `${ratio}`,
        budget ?? '',
        met === undefined ? '' : met ? 'yes' : 'NO',
      ]),
    ]
    const growth = this.slopes.length === 0 ? '' : `\n${markdownTable(slopeLines(this.slopes, sizes))}\n`
    const markdown = `${heading}\n\n${markdownTable(rows)}\n${growth}`
    console.log(`\n${markdown}`)
    mkdirSync(RESULTS, { recursive: true })
    const measuredAt = new Date().toISOString()
    const slopes = this.slopes.map(({ show: _, ...slope }) => slope)
    writeFileSync(join(RESULTS, 'bench.md'), markdown)
    const json = JSON.stringify({ measuredAt, facts, rows: this.rows, sizes, slopes }, null, 2)
    writeFileSync(join(RESULTS, 'bench.json'), `${json}\n`)
  }
}

/** Columns as wide as their widest cell, the first line as the heading. */
function markdownTable(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const padded = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`)
  padded.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  return padded.join('\n')
}
