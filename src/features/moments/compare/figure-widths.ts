/**
 * Rows are grids of their own, so their columns of figures get a width from outside: from the longest figure there is.
 * The same look at every account says how long its bar is.
 */
import type { CSSProperties } from 'react'
import type { ComparedBalances } from '../../../stores/moments/comparison-reading'
import { formatMoney } from '../../../ui/format/format-money'

/** Of the accounts of one currency: the least and the most, of which one is the longest. Minor units. */
export interface UnitRange {
  readonly exponent: number
  least: number
  most: number
  leastDifference: number
  mostDifference: number
}

/** By index of the unit. */
export function unitRanges(
  { a, b, units, unitOf }: ComparedBalances,
  numbers: readonly number[],
): readonly UnitRange[] {
  const ranges: UnitRange[] = []
  for (const { unit, exponent } of units) {
    ranges[unit] = { exponent, least: 0, most: 0, leastDifference: 0, mostDifference: 0 }
  }
  for (const number of numbers) take(ranges[unitOf[number] ?? -1], a[number] ?? 0, b[number] ?? 0)
  return ranges
}

/** Sets `--figure` and `--difference`; totals are the longest as a rule, but not where some accounts are overdrawn. */
export function figureWidths({ units }: ComparedBalances, ranges: readonly UnitRange[]): CSSProperties {
  const whole = units.flatMap(({ unit, a, b }) => {
    const range = ranges[unit]
    if (range === undefined) return []
    const copy = { ...range }
    take(copy, a, b)
    return [copy]
  })
  const figure = widthOf(whole.flatMap(({ exponent, least, most }) => texts([least, most], exponent, 'auto')))
  const difference = widthOf(
    whole.flatMap(({ exponent, leastDifference, mostDifference }) =>
      texts([leastDifference, mostDifference], exponent, 'always'),
    ),
  )
  return { '--figure': figure, '--difference': difference } as CSSProperties
}

function take(range: UnitRange | undefined, a: number, b: number): void {
  if (range === undefined) return
  range.least = Math.min(range.least, a, b)
  range.most = Math.max(range.most, a, b)
  range.leastDifference = Math.min(range.leastDifference, b - a)
  range.mostDifference = Math.max(range.mostDifference, b - a)
}

function texts(minors: readonly number[], exponent: number, sign: 'auto' | 'always'): readonly string[] {
  return minors.map((minor) => formatMoney(minor, { exponent, sign }))
}

/** Figures are a little wider than `0` by default, and totals are bold; separators are narrower. */
function widthOf(figures: readonly string[]): string {
  return `${Math.ceil(Math.max(8, ...figures.map(({ length }) => length)) * 1.05)}ch`
}
