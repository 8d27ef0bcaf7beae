/**
 * The entries of a number, newest first, each with the sum of it and all below: found by walking back from the moment,
 * only as far as somebody looks. On the recorded clock in the order of recording, else in that of value dates.
 */
import type { Clock } from '../moment'
import type { Question } from './explanation'
import { firstDayOf } from './months'
import { countRecorded, countUpTo, countWithinDay, isMember, type Sequence } from './sequence'

export interface ExplainedRows {
  readonly length: number
  /** globalPosition − 1 of a row's event. */
  slot(row: number): number
  /** Minor units: the sum of this row and all below it. */
  running(row: number): number
}

/** The rows of one group: how many there are and what they come to is known from its sum. */
export interface RowsWanted {
  readonly count: number
  readonly sum: number
  /** Of one month only, or those that pass. */
  readonly month?: number
  readonly passes?: (slot: number) => boolean
}

/** A row's balance is that of its history, whatever the clock. */
export function orderOf({ upTo }: Question, clock: Clock): Clock {
  return upTo === undefined ? clock : 'effective'
}

export function explainedRows(sequence: Sequence, question: Question, clock: Clock, wanted: RowsWanted): ExplainedRows {
  // A month stands together only by value date.
  const order = wanted.month === undefined ? orderOf(question, clock) : 'effective'
  return new WalkedRows(sequence, question, order, wanted)
}

const MOST_AT_ONCE = 64

class WalkedRows implements ExplainedRows {
  readonly length: number
  #slots = new Uint32Array(MOST_AT_ONCE)
  #running = new Float64Array(MOST_AT_ONCE)
  #found = 0
  /** The next element to look at, and the sum of it and all below. */
  #index: number
  #left: number
  readonly #effect: Float64Array

  constructor(
    private readonly sequence: Sequence,
    private readonly question: Question,
    private readonly order: Clock,
    private readonly wanted: RowsWanted,
  ) {
    this.length = wanted.count
    this.#left = wanted.sum
    this.#effect = sequence.timeline.columns.effect
    this.#index = this.#start() - 1
  }

  slot(row: number): number {
    this.#walkTo(row)
    return this.#slots[row] as number
  }

  running(row: number): number {
    this.#walkTo(row)
    return this.#running[row] as number
  }

  #start(): number {
    const { sequence, question, wanted } = this
    const { bound, upTo } = question
    if (this.order === 'recorded') return countRecorded(sequence, bound.position)
    const within = upTo === undefined ? countWithinDay(sequence, bound.day) : countUpTo(sequence, upTo)
    if (wanted.month === undefined) return within
    return Math.min(within, countWithinDay(sequence, firstDayOf(wanted.month + 1) - 1))
  }

  #walkTo(row: number): void {
    if (!(row >= 0 && row < this.length)) throw new RangeError(`There is no row ${row} in a list of ${this.length}`)
    const { slots } = this.order === 'recorded' ? this.sequence.recorded : this.sequence.byDay
    while (this.#found <= row) {
      if (this.#index < 0) throw new Error(`There are ${this.#found} entries where ${this.length} were counted`)
      const slot = slots ? (slots[this.#index] as number) : this.#index
      this.#index--
      if (this.#shows(slot)) this.#push(slot)
    }
  }

  #shows(slot: number): boolean {
    const { bound, since } = this.question
    if (slot >= bound.position || !isMember(this.sequence, slot)) return false
    const on = this.sequence.timeline.columns.day[slot] as number
    // With a row's balance the walk begins at the row, and the date of the moment lies behind it.
    if (on > bound.day || (since && slot < since.position && on <= since.day)) return false
    return this.wanted.passes?.(slot) ?? true
  }

  #push(slot: number): void {
    if (this.#found === this.#slots.length) {
      this.#slots = doubled(this.#slots, Uint32Array)
      this.#running = doubled(this.#running, Float64Array)
    }
    this.#slots[this.#found] = slot
    this.#running[this.#found++] = this.#left
    this.#left -= this.#effect[slot] as number
  }
}

function doubled<Column extends Uint32Array | Float64Array>(
  column: Column,
  Kind: new (length: number) => Column,
): Column {
  const grown = new Kind(column.length * 2)
  grown.set(column)
  return grown
}
