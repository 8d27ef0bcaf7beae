/**
 * The rows of an account's history that were recorded by some position, where backdated entries stand between them:
 * one quick pass counts them stretch by stretch, and only the stretch that is looked at is spelt out. So a drag over
 * an account with a hundred thousand entries copies nothing.
 */

/** Rows oldest first. */
export interface Rows {
  readonly length: number
  slot(row: number): number
  balance(row: number): number
  /** The row of the entry at an index of the whole order; −1 where it is not among them. */
  rowAt(index: number): number
}

const STRETCH = 512

interface Stretch {
  readonly number: number
  readonly slots: readonly number[]
  readonly balances: readonly number[]
}

/** Those of the first `within` entries of an order whose slot is below `position`. */
export class RowsUpTo implements Rows {
  readonly length: number
  /** Rows, and their sum, before each stretch; of rows also after the last. */
  readonly #rowsBefore: Uint32Array
  readonly #sumBefore: Float64Array
  #open: Stretch = { number: -1, slots: [], balances: [] }

  /** @param balances running balances over all of `slots`, from which the effects follow */
  constructor(
    private readonly position: number,
    private readonly slots: Uint32Array,
    private readonly balances: Float64Array,
    private readonly within: number,
  ) {
    const stretches = Math.ceil(within / STRETCH)
    this.#rowsBefore = new Uint32Array(stretches + 1)
    this.#sumBefore = new Float64Array(stretches)
    this.length = this.#count()
  }

  slot(row: number): number {
    const stretch = this.#stretchOf(row)
    return stretch.slots[row - (this.#rowsBefore[stretch.number] as number)] as number
  }

  balance(row: number): number {
    const stretch = this.#stretchOf(row)
    return stretch.balances[row - (this.#rowsBefore[stretch.number] as number)] as number
  }

  rowAt(index: number): number {
    if (index >= this.within || (this.slots[index] as number) >= this.position) return -1
    const number = Math.floor(index / STRETCH)
    const among = this.slots.subarray(number * STRETCH, index).filter((slot) => slot < this.position).length
    return (this.#rowsBefore[number] as number) + among
  }

  #count(): number {
    const { slots, balances, within, position } = this
    let rows = 0
    let sum = 0
    for (let index = 0; index < within; index++) {
      if (index % STRETCH === 0) {
        this.#rowsBefore[index / STRETCH] = rows
        this.#sumBefore[index / STRETCH] = sum
      }
      if ((slots[index] as number) >= position) continue
      rows++
      sum += effectAt(balances, index)
    }
    this.#rowsBefore[this.#sumBefore.length] = rows
    return rows
  }

  /** The last stretch that has no more rows before it. */
  #stretchOf(row: number): Stretch {
    let low = 0
    let high = this.#sumBefore.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#rowsBefore[middle] as number) <= row) low = middle
      else high = middle - 1
    }
    if (this.#open.number !== low) this.#open = this.#spell(low)
    return this.#open
  }

  #spell(number: number): Stretch {
    const stretch = { number, slots: [] as number[], balances: [] as number[] }
    const end = Math.min(this.within, (number + 1) * STRETCH)
    let balance = this.#sumBefore[number] as number
    for (let index = number * STRETCH; index < end; index++) {
      const slot = this.slots[index] as number
      if (slot >= this.position) continue
      balance += effectAt(this.balances, index)
      stretch.slots.push(slot)
      stretch.balances.push(balance)
    }
    return stretch
  }
}

/** Exact: all are whole numbers that a double holds. */
function effectAt(balances: Float64Array, index: number): number {
  const balance = balances[index] as number
  return index === 0 ? balance : balance - (balances[index - 1] as number)
}
