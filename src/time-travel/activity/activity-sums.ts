/**
 * Entries counted by kind and summed by currency, kept after every so many elements of an order: what lies between any
 * two places is then the difference of two sums, each at most one stride of additions away.
 */
import type { Entries } from '../../projections/checkpoints'
import { KIND } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import { unitsOf } from '../units'

const STRIDE = 512

/** Deposits, withdrawals, transfers (sent, received and returned), reversals. */
export const COUNTS = 4

export interface Sum {
  readonly counts: Uint32Array
  /** Minor units, by unit. */
  readonly minor: Float64Array
}

export class ActivitySums {
  /** Of the first (k + 1) · stride elements. */
  #saved: Sum[] = []
  /** The last slot in each of them: elsewhere than now, something was inserted before. */
  #lastSlots: number[] = []
  #units = 0
  #isOrdered = false

  constructor(private readonly stride = STRIDE) {}

  emptySum(): Sum {
    return { counts: new Uint32Array(COUNTS), minor: new Float64Array(this.#units) }
  }

  /** Looks at what was added, and from the first backdated entry on at what moved. */
  extend(timeline: Timeline, entries: Entries): void {
    const { length: units } = unitsOf(timeline).units
    const isOrdered = entries.order !== undefined
    // With the first backdated entry, the elements are entries only: no place is what it was.
    if (units !== this.#units || isOrdered !== this.#isOrdered) this.#saved = []
    this.#units = units
    this.#isOrdered = isOrdered
    const slotAt = (index: number) => (entries.order ? (entries.order[index] as number) : index)
    const ends = (index: number) => (index + 1) * this.stride
    // What was inserted moves everything behind it: the last sums are wrong first.
    while (this.#saved.length > 0 && !this.#stands(slotAt(ends(this.#saved.length - 1) - 1))) this.#saved.pop()
    const running = copyOf(this.#saved.at(-1) ?? this.emptySum())
    this.#lastSlots.length = this.#saved.length
    for (let index = this.#saved.length; ends(index) <= entries.length; index++) {
      add(running, timeline, entries, index * this.stride, ends(index))
      this.#saved.push(copyOf(running))
      this.#lastSlots.push(slotAt(ends(index) - 1))
    }
  }

  /** Of the first `count` elements, written into `into`. */
  after(count: number, timeline: Timeline, entries: Entries, into: Sum): void {
    const nearest = Math.floor(count / this.stride)
    const { counts, minor } = this.#saved[nearest - 1] ?? this.emptySum()
    into.counts.set(counts)
    into.minor.set(minor)
    add(into, timeline, entries, nearest * this.stride, count)
  }

  #stands(lastSlot: number): boolean {
    return this.#lastSlots[this.#saved.length - 1] === lastSlot
  }
}

function copyOf({ counts, minor }: Sum): Sum {
  return { counts: counts.slice(), minor: minor.slice() }
}

function add(sum: Sum, timeline: Timeline, { effect, account, order }: Entries, from: number, to: number): void {
  const { kind } = timeline.columns
  const { ofAccount } = unitsOf(timeline)
  const { counts, minor } = sum
  for (let index = from; index < to; index++) {
    const slot = order ? (order[index] as number) : index
    const amount = effect[slot] as number
    if (amount === 0) continue
    const unit = ofAccount[account[slot] as number] as number
    minor[unit] = (minor[unit] as number) + amount
    const count = COUNT_OF_KIND[kind[slot] as number] as number
    counts[count] = (counts[count] as number) + 1
  }
}

/** Which of the counts an entry's kind belongs to. */
const COUNT_OF_KIND = new Uint8Array(256)
COUNT_OF_KIND[KIND.Deposited] = 0
COUNT_OF_KIND[KIND.Withdrawn] = 1
COUNT_OF_KIND[KIND.TransferSent] = 2
COUNT_OF_KIND[KIND.TransferReceived] = 2
COUNT_OF_KIND[KIND.TransferReturned] = 2
COUNT_OF_KIND[KIND.EntryReversed] = 3
