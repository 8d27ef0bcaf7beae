/**
 * Which category each entry of a subject is of, at any moment. Categories are words, which stand in the log and not in
 * the timeline: they are taken in from the first event on, in pieces, and what was taken in can be summed at once.
 * A correction moves an entry, and the reversal that names it, from one category to another at its own position.
 */
import { KIND } from '../../projections/event-kind'
import { grownTo } from '../../projections/growing'
import type { Timeline } from '../../projections/timeline'
import { type Cells, type Elements, PrefixSums } from './prefix-sums'
import { type Subject, sequenceOf } from './sequence'

/** What the log says of an event's category; undefined where it says nothing of it. */
export type CategoryOf = (slot: number) => string | undefined

interface Change {
  /** Slot of the annotation. */
  readonly at: number
  /** The category until then. */
  readonly before: number
}

export class CategoryIndex {
  /** By number of category; '' is none. */
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()
  /** By slot: the newest category known, plus one; 0 for what is no entry of the subject or was not taken in. */
  #newest = new Uint32Array(0)
  readonly #changes = new Map<number, Change[]>()
  /** The same in the order of recording: slots of annotations, and of the entries they move. */
  readonly #changedAt: number[] = []
  readonly #changed: number[] = []
  readonly #moves = new Moves()
  readonly #sums = new PrefixSums()
  #taken = 0

  constructor(
    private readonly timeline: Timeline,
    readonly subject: Subject,
  ) {}

  /** Events taken in. */
  get taken(): number {
    return this.#taken
  }

  /** The next slots that need reading, at most so many, among the first `position` events. */
  next(position: number, most: number): number[] {
    const { columns, size } = this.timeline
    const { effect, account, kind } = columns
    const { members } = sequenceOf(this.timeline, this.subject)
    const slots: number[] = []
    const end = Math.min(position, size)
    for (let slot = this.#taken; slot < end && slots.length < most; slot++) {
      if (kind[slot] !== KIND.EntryAnnotated && effect[slot] === 0) continue
      if (members[account[slot] as number] === 1) slots.push(slot)
    }
    return slots
  }

  /** Takes in all up to this slot, itself not included: at least what `next` gave was read. */
  take(end: number, categoryOf: CategoryOf): void {
    const { effect, account, kind, day, link } = this.timeline.columns
    const { members } = sequenceOf(this.timeline, this.subject)
    this.#newest = grownTo(this.#newest, end)
    for (let slot = this.#taken; slot < end; slot++) {
      const annotates = kind[slot] === KIND.EntryAnnotated
      if ((!annotates && effect[slot] === 0) || members[account[slot] as number] !== 1) continue
      if (annotates) this.#correct(slot, categoryOf(slot))
      else {
        const category =
          kind[slot] === KIND.EntryReversed
            ? (this.#newest[link[slot] as number] as number) - 1
            : this.#numberOf(categoryOf(slot) ?? '')
        this.#newest[slot] = category + 1
        this.#moves.push(slot, day[slot] as number, category, effect[slot] as number, 1)
      }
    }
    this.#taken = Math.max(this.#taken, end)
  }

  /** The category of an entry by what the first `position` events say; undefined while it was not taken in. */
  categoryAt(slot: number, position: number): number | undefined {
    const newest = slot < this.#taken ? (this.#newest[slot] as number) : 0
    if (newest === 0) return undefined
    const later = this.#changes.get(slot)?.find(({ at }) => at >= position)
    return later ? later.before : newest - 1
  }

  /** Slots of the entries that annotations among the events from one position up to another moved; some of them twice. */
  movedBetween(from: number, to: number): readonly number[] {
    const countBefore = (position: number) => {
      let [low, high] = [0, this.#changedAt.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((this.#changedAt[middle] as number) < position) low = middle + 1
        else high = middle
      }
      return low
    }
    return to <= from ? [] : this.#changed.slice(countBefore(from), countBefore(to))
  }

  /** Sums by month and category after the first `position` events, as far as they were taken in; until the next call. */
  cellsAt(position: number): Cells {
    return this.#sums.after(this.#moves.countBefore(position), this.#moves)
  }

  /** A category by its name; undefined where no entry was ever of it. */
  numberOf(name: string): number | undefined {
    return this.#numbers.get(name)
  }

  #correct(at: number, name: string | undefined): void {
    const { link, kind } = this.timeline.columns
    const entry = link[at] as number
    const isPlain = kind[entry] === KIND.Deposited || kind[entry] === KIND.Withdrawn
    // What is no correction of a category, or of an entry that has words of its own, changes nothing here.
    if (name === undefined || !isPlain) return
    const category = this.#numberOf(name)
    this.#move(entry, at, category)
    const reversal = this.timeline.reversedBy(entry)
    if (reversal !== undefined && reversal < at) this.#move(reversal, at, category)
  }

  #move(slot: number, at: number, category: number): void {
    const before = (this.#newest[slot] as number) - 1
    if (before === category || before < 0) return
    const { day, effect } = this.timeline.columns
    const [on, amount] = [day[slot] as number, effect[slot] as number]
    this.#moves.push(at, on, before, -amount, -1)
    this.#moves.push(at, on, category, amount, 1)
    this.#newest[slot] = category + 1
    this.#changedAt.push(at)
    this.#changed.push(slot)
    const changes = this.#changes.get(slot)
    if (changes) changes.push({ at, before })
    else this.#changes.set(slot, [{ at, before }])
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

/** Entries that come into a category, and corrected ones that leave it, in the order of recording. */
class Moves implements Elements {
  length = 0
  #at = new Uint32Array(0)
  #day = new Int32Array(0)
  #category = new Uint32Array(0)
  #amount = new Float64Array(0)
  /** 1, or 2 for what leaves. */
  #way = new Uint8Array(0)

  push(at: number, day: number, category: number, amount: number, count: 1 | -1): void {
    const index = this.length++
    this.#at = grownTo(this.#at, this.length)
    this.#day = grownTo(this.#day, this.length)
    this.#category = grownTo(this.#category, this.length)
    this.#amount = grownTo(this.#amount, this.length)
    this.#way = grownTo(this.#way, this.length)
    this.#at[index] = at
    this.#day[index] = day
    this.#category[index] = category
    this.#amount[index] = amount
    this.#way[index] = count === 1 ? 1 : 2
  }

  countBefore(position: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#at[middle] as number) < position) low = middle + 1
      else high = middle
    }
    return low
  }

  sum(from: number, to: number, sign: 1 | -1, cells: Cells): void {
    for (let index = from; index < to; index++) {
      const cell = cells.cell(this.#day[index] as number, this.#category[index] as number)
      cells.sums[cell] = (cells.sums[cell] as number) + sign * (this.#amount[index] as number)
      cells.counts[cell] = (cells.counts[cell] as number) + (this.#way[index] === 1 ? sign : -sign)
    }
  }
}
