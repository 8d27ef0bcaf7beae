/** Rows are grids of their own, so their columns of figures get a width from outside: from the longest figure there is. */
import type { CSSProperties } from 'react'
import type { ComparedBalances } from '../../../stores/moments/comparison-reading'
import { formatMoney } from '../../../ui/format/format-money'

/** Sets `--figure` and `--difference` for a table of these accounts. */
export function figureWidths({ a, b, units, tracks }: ComparedBalances, numbers: readonly number[]): CSSProperties {
  const figures = new Longest()
  const differences = new Longest()
  for (const number of numbers) {
    const exponent = tracks[number]?.exponent ?? 0
    const [atA, atB] = [a[number] ?? 0, b[number] ?? 0]
    figures.take(atA, exponent)
    figures.take(atB, exponent)
    differences.take(atB - atA, exponent)
  }
  for (const unit of units) {
    figures.take(unit.a, unit.exponent)
    figures.take(unit.b, unit.exponent)
    differences.take(unit.b - unit.a, unit.exponent)
  }
  return { '--figure': figures.width('auto'), '--difference': differences.width('always') } as CSSProperties
}

class Longest {
  /** By exponent: the least and the most, of which one is the longest. */
  readonly #ends = new Map<number, readonly [number, number]>()

  take(minor: number, exponent: number): void {
    const [least, most] = this.#ends.get(exponent) ?? [0, 0]
    if (minor < least || minor > most) this.#ends.set(exponent, [Math.min(least, minor), Math.max(most, minor)])
  }

  width(sign: 'auto' | 'always'): string {
    const texts = [...this.#ends].flatMap(([exponent, ends]) =>
      ends.map((minor) => formatMoney(minor, { exponent, sign })),
    )
    // Figures are a little wider than `0` by default, totals are bold; separators are narrower.
    return `${Math.ceil(Math.max(8, ...texts.map(({ length }) => length)) * 1.05)}ch`
  }
}
