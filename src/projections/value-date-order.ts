/**
 * The entries in the order of their value dates: by (day, slot). While no entry was ever backdated, that is the order
 * of the slots, and nothing is kept. From the first backdated one on it is a permutation; entries that belong before
 * its end wait, and are merged in when somebody reads.
 */
import { Checkpoints, type Entries } from './checkpoints'
import { isEntryKind } from './event-kind'
import { grownTo, wholeOf } from './growing'
import { NO_DAY, type TimelineColumns } from './timeline-columns'

/** Up to so many waiting entries are inserted one by one, each putting the checkpoints right at a few additions. */
const FEW = 8
/** A sort key holds day and slot in one safe integer: days are below 2^22, slots below 2^31. */
const SLOTS = 2 ** 31

export class ValueDateOrder {
  /** Undefined while it would be 0, 1, 2 … */
  #slots: Uint32Array | undefined
  #length = 0
  #lastDay = NO_DAY
  #waiting: number[] = []
  readonly #checkpoints = new Checkpoints()

  /** From the stored permutation; undefined where the log has nothing backdated. */
  restore(slots: Uint32Array | undefined, lastDay: number): void {
    this.#slots = slots && wholeOf(slots)
    this.#length = slots?.length ?? 0
    this.#lastDay = lastDay
  }

  /** Of the permutation; undefined while there is none. */
  get checkpoints(): Checkpoints | undefined {
    return this.#slots ? this.#checkpoints : undefined
  }

  /** Takes the entry in `slot`, the newest so far. */
  add(slot: number, day: number, columns: TimelineColumns): void {
    if (day < this.#lastDay) {
      if (!this.#slots) this.#writeOut(slot, columns)
      this.#waiting.push(slot)
      return
    }
    this.#lastDay = day
    if (!this.#slots) return
    this.#slots = grownTo(this.#slots, this.#length + 1)
    this.#slots[this.#length++] = slot
  }

  /** The permutation, complete, and how many slots of it count; undefined where it is that of the slots. */
  read(columns: TimelineColumns, accounts: number): { slots: Uint32Array; length: number } | undefined {
    if (!this.#slots) return undefined
    if (this.#waiting.length > 0) this.#merge(columns, accounts)
    return { slots: this.#slots, length: this.#length }
  }

  #writeOut(size: number, { kind }: TimelineColumns): void {
    const slots = new Uint32Array(size)
    let length = 0
    for (let slot = 0; slot < size; slot++) if (isEntryKind(kind[slot] as number)) slots[length++] = slot
    this.#slots = slots
    this.#length = length
  }

  #merge(columns: TimelineColumns, accounts: number): void {
    const { day, effect, account } = columns
    const waiting = Float64Array.from(this.#waiting, (slot) => (day[slot] as number) * SLOTS + slot)
      .sort()
      .map((key) => key - Math.floor(key / SLOTS) * SLOTS)
    this.#waiting = []
    const slots = grownTo(this.#slots ?? new Uint32Array(0), this.#length + waiting.length)
    this.#slots = slots
    if (waiting.length <= FEW) {
      for (const slot of waiting) {
        const index = countWithin(day[slot] as number, day, slots, this.#length)
        slots.copyWithin(index + 1, index, this.#length++)
        slots[index] = slot
        const entries: Entries = { effect, account, order: slots, length: this.#length, accounts }
        this.#checkpoints.insertedAt(index, entries)
      }
      return
    }
    // From the end, so that each block moves once, to its last place.
    let end = this.#length
    for (let left = waiting.length - 1; left >= 0; left--) {
      const slot = waiting[left] as number
      const index = countWithin(day[slot] as number, day, slots, end)
      slots.copyWithin(index + left + 1, index, end)
      slots[index + left] = slot
      end = index
    }
    this.#length += waiting.length
    this.#checkpoints.changedFrom(end)
  }
}

/**
 * How many of the first `length` elements are of this day or before. Of one day, what waited was recorded after what
 * stands in the order already; so this is also where it belongs.
 */
export function countWithin(day: number, days: Int32Array, order: Uint32Array | undefined, length: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    const slot = order ? (order[middle] as number) : middle
    if ((days[slot] as number) <= day) low = middle + 1
    else high = middle
  }
  return low
}
