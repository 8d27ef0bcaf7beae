/**
 * Sums and counts by month and group over the first elements of a sequence that only grows. A step of the cursor adds
 * or takes away the elements between; a leap begins from the nearest checkpoint.
 */
import { monthOfDay } from './months'

/** Elements between two checkpoints. */
const STRIDE = 16_384

/** A cell for each pair of month and group that ever came up, in the order in which they did. */
export class Cells {
  sums = new Float64Array(64)
  counts = new Float64Array(64)
  readonly months: number[] = []
  readonly groups: number[] = []
  readonly #cells: number[][] = []
  readonly #monthIds = new Map<number, number>()
  #lastDay = Number.NaN
  #lastMonth = 0
  #lastMonthId = 0

  /** The cell of a day's month and a group, a small whole number. */
  cell(day: number, group: number): number {
    if (day !== this.#lastDay) this.#turnTo(day)
    let row = this.#cells[group]
    if (row === undefined) {
      row = []
      this.#cells[group] = row
    }
    return row[this.#lastMonthId] ?? this.#made(row, group)
  }

  #turnTo(day: number): void {
    this.#lastDay = day
    this.#lastMonth = monthOfDay(day)
    let id = this.#monthIds.get(this.#lastMonth)
    if (id === undefined) {
      id = this.#monthIds.size
      this.#monthIds.set(this.#lastMonth, id)
    }
    this.#lastMonthId = id
  }

  #made(row: number[], group: number): number {
    const cell = this.months.length
    row[this.#lastMonthId] = cell
    this.months.push(this.#lastMonth)
    this.groups.push(group)
    if (cell >= this.sums.length) {
      this.sums = longer(this.sums)
      this.counts = longer(this.counts)
    }
    return cell
  }
}

export interface Elements {
  readonly length: number
  /** Adds elements `from` to `to` − 1 to their cells, or with `sign` −1 takes them away. */
  sum(from: number, to: number, sign: 1 | -1, cells: Cells): void
}

interface Saved {
  readonly sums: Float64Array
  readonly counts: Float64Array
}

export class PrefixSums {
  readonly #cells = new Cells()
  /** #saved[k]: after (k + 1) · STRIDE elements. */
  readonly #saved: Saved[] = []
  #at = 0

  /** The cells with the first `count` elements in them, until the next call. What stood among the elements before must stand there still. */
  after(count: number, elements: Elements): Cells {
    const nearest = Math.min(Math.round(count / STRIDE), this.#saved.length)
    if (Math.abs(count - nearest * STRIDE) < Math.abs(count - this.#at)) this.#restore(nearest)
    while (this.#at < count) {
      const next = (Math.floor(this.#at / STRIDE) + 1) * STRIDE
      const end = Math.min(count, next)
      elements.sum(this.#at, end, 1, this.#cells)
      this.#at = end
      if (end === (this.#saved.length + 1) * STRIDE) this.#save()
    }
    if (this.#at > count) {
      elements.sum(count, this.#at, -1, this.#cells)
      this.#at = count
    }
    return this.#cells
  }

  #save(): void {
    const { sums, counts, months } = this.#cells
    this.#saved.push({ sums: sums.slice(0, months.length), counts: counts.slice(0, months.length) })
  }

  #restore(checkpoint: number): void {
    const { sums, counts } = this.#cells
    const saved = this.#saved[checkpoint - 1]
    sums.fill(0)
    counts.fill(0)
    if (saved) {
      sums.set(saved.sums)
      counts.set(saved.counts)
    }
    this.#at = checkpoint * STRIDE
  }
}

function longer(column: Float64Array): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(column.length * 2)
  grown.set(column)
  return grown
}
