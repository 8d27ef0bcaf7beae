/**
 * How many events of each kind, and how much money, stand before every so many elements of a sequence of events: so that
 * any stretch of a million is counted, summed and listed by looking at a few thousand of them.
 */
import type { Entries } from '../../projections/checkpoints'
import type { Timeline } from '../../projections/timeline'
import { NO_ACCOUNT } from '../../projections/timeline-columns'
import { type Units, unitsOf } from '../units'
import { holdsKind, KIND_COUNT, type KindSet } from './kind-set'
import type { SlotRows } from './slot-rows'

const BLOCK = 4096

export interface Tally {
  /** Events by kind. */
  readonly counts: Uint32Array
  /** Minor units moved, by unit · KIND_COUNT + kind. */
  readonly sums: Float64Array
}

export function emptyTally({ units }: Units): Tally {
  return { counts: new Uint32Array(KIND_COUNT), sums: new Float64Array(units.length * KIND_COUNT) }
}

/** Counts the event in a slot. */
export function countSlot({ counts, sums }: Tally, { columns }: Timeline, { ofAccount }: Units, slot: number): void {
  const kind = columns.kind[slot] as number
  counts[kind] = (counts[kind] as number) + 1
  const account = columns.account[slot] as number
  if (account === NO_ACCOUNT) return
  const place = (ofAccount[account] as number) * KIND_COUNT + kind
  sums[place] = (sums[place] as number) + (columns.effect[slot] as number)
}

export class BlockTally {
  /** #before[k]: the tally of the first k · BLOCK elements. */
  readonly #before: Tally[]
  #units: Units

  constructor(
    private readonly timeline: Timeline,
    private entries: Entries,
  ) {
    this.#units = unitsOf(timeline)
    this.#before = [emptyTally(this.#units)]
    this.#extend()
  }

  /**
   * Takes in what the sequence has grown by at its end.
   * @returns false where an account of a new currency wants wider sums: then it is of no use any more
   */
  grow(entries: Entries): boolean {
    const units = unitsOf(this.timeline)
    if (units.units.length !== this.#units.units.length) return false
    this.#units = units
    this.entries = entries
    this.#extend()
    return true
  }

  /** Of the elements from one index up to another. */
  between(from: number, to: number): Tally {
    const upTo = this.#upTo(to)
    const before = this.#upTo(from)
    return {
      counts: upTo.counts.map((count, kind) => count - (before.counts[kind] as number)),
      sums: upTo.sums.map((sum, place) => sum - (before.sums[place] as number)),
    }
  }

  /** Those of these kinds among the elements from one index up to another; the last is row 0. */
  rowsBetween(from: number, to: number, kinds: KindSet): SlotRows {
    const first = this.#countUpTo(from, kinds)
    const length = Math.max(0, this.#countUpTo(to, kinds) - first)
    let open = { block: -1, slots: [] as readonly number[] }
    return {
      length,
      slot: (row) => {
        if (!(row >= 0 && row < length)) throw new RangeError(`There is no row ${row} among ${length}`)
        const rank = first + length - 1 - row
        const block = this.#blockOf(rank, kinds)
        if (open.block !== block) open = { block, slots: this.#spell(block, kinds) }
        return open.slots[rank - countOf(this.#before[block] as Tally, kinds)] as number
      },
    }
  }

  #extend(): void {
    while (this.#before.length * BLOCK <= this.entries.length) {
      const end = this.#before.length * BLOCK
      this.#before.push(this.#added(this.#before.at(-1) as Tally, end - BLOCK, end))
    }
  }

  #upTo(index: number): Tally {
    const block = Math.floor(index / BLOCK)
    return this.#added(this.#before[block] as Tally, block * BLOCK, index)
  }

  #added({ counts, sums }: Tally, from: number, to: number): Tally {
    const tally = { counts: counts.slice(), sums: sums.slice() }
    for (let index = from; index < to; index++) countSlot(tally, this.timeline, this.#units, this.#slotAt(index))
    return tally
  }

  #countUpTo(index: number, kinds: KindSet): number {
    const block = Math.floor(index / BLOCK)
    const { kind } = this.timeline.columns
    let count = countOf(this.#before[block] as Tally, kinds)
    for (let at = block * BLOCK; at < index; at++) if (holdsKind(kinds, kind[this.#slotAt(at)] as number)) count++
    return count
  }

  /** The last block before which there are no more than `rank` of these kinds. */
  #blockOf(rank: number, kinds: KindSet): number {
    let low = 0
    let high = this.#before.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (countOf(this.#before[middle] as Tally, kinds) <= rank) low = middle
      else high = middle - 1
    }
    return low
  }

  #spell(block: number, kinds: KindSet): readonly number[] {
    const { kind } = this.timeline.columns
    const slots: number[] = []
    const end = Math.min(this.entries.length, (block + 1) * BLOCK)
    for (let index = block * BLOCK; index < end; index++) {
      const slot = this.#slotAt(index)
      if (holdsKind(kinds, kind[slot] as number)) slots.push(slot)
    }
    return slots
  }

  #slotAt(index: number): number {
    const { order } = this.entries
    return order ? (order[index] as number) : index
  }
}

interface Kept {
  readonly recorded: BlockTally
  /** Of the newest version only: a backdated entry moves those after it. */
  byDay?: { readonly version: number; readonly tally: BlockTally }
}

const kept = new WeakMap<Timeline, Kept>()

/** Over all events in the order they were recorded. */
export function recordedTally(timeline: Timeline): BlockTally {
  return keptOf(timeline).recorded
}

/** Over `valueDateEntries`; while nothing was backdated that is the order of recording. */
export function valueDateTally(timeline: Timeline): BlockTally {
  const known = keptOf(timeline)
  const entries = timeline.valueDateEntries()
  if (!entries.order) return known.recorded
  if (known.byDay?.version !== timeline.version) {
    known.byDay = { version: timeline.version, tally: new BlockTally(timeline, entries) }
  }
  return known.byDay.tally
}

function keptOf(timeline: Timeline): Kept {
  const known = kept.get(timeline)
  if (known?.recorded.grow(timeline.recordedEntries())) return known
  const made = { recorded: new BlockTally(timeline, timeline.recordedEntries()) }
  kept.set(timeline, made)
  return made
}

function countOf({ counts }: Tally, kinds: KindSet): number {
  let count = 0
  for (let kind = 0; kind < KIND_COUNT; kind++) if (holdsKind(kinds, kind)) count += counts[kind] as number
  return count
}
