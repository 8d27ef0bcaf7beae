/**
 * How many entries of a day or before were recorded after a position: what the two clocks disagree about. Asked for in
 * every frame of a drag of either handle, so that blocks of the log are judged whole; of those that hold both earlier
 * and later days, the days are sorted when they are first asked for.
 */
import { isEntryKind } from '../../projections/event-kind'
import type { Timeline } from '../../projections/timeline'
import type { Bound } from '../resolve-moment'

/** Slots a block. */
const BLOCK = 4096

interface Block {
  /** Entries in it, and their first and last value date. */
  readonly count: number
  readonly least: number
  readonly most: number
  /** Their value dates, rising. */
  sorted?: Int32Array
}

/** Full blocks only: they never change. What is behind the last is counted each time. */
const kept = new WeakMap<Timeline, Block[]>()

/**
 * Entries effective on `bound.day` or before that are not among the first `bound.position` events.
 * @param block for tests: slots a block; always the same for a timeline
 */
export function countRecordedLater(timeline: Timeline, { position, day }: Bound, block = BLOCK): number {
  const blocks = extended(timeline, block)
  const first = Math.ceil(position / block)
  let count = scan(timeline, position, Math.min(first * block, timeline.size), day)
  for (let index = first; index < blocks.length; index++) {
    count += within(timeline, blocks[index] as Block, index * block, block, day)
  }
  return count + scan(timeline, Math.max(first, blocks.length) * block, timeline.size, day)
}

function extended(timeline: Timeline, block: number): readonly Block[] {
  let blocks = kept.get(timeline)
  if (!blocks) {
    blocks = []
    kept.set(timeline, blocks)
  }
  while ((blocks.length + 1) * block <= timeline.size) blocks.push(blockFrom(timeline, blocks.length * block, block))
  return blocks
}

function blockFrom(timeline: Timeline, from: number, length: number): Block {
  const { kind, day } = timeline.columns
  let count = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let slot = from; slot < from + length; slot++) {
    if (!isEntryKind(kind[slot] as number)) continue
    const at = day[slot] as number
    count++
    if (at < least) least = at
    if (at > most) most = at
  }
  return { count, least, most }
}

function within(timeline: Timeline, block: Block, from: number, length: number, last: number): number {
  if (block.count === 0 || block.least > last) return 0
  if (block.most <= last) return block.count
  block.sorted ??= sortedDays(timeline, from, length)
  const { sorted } = block
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= last) low = middle + 1
    else high = middle
  }
  return low
}

function sortedDays(timeline: Timeline, from: number, length: number): Int32Array {
  const { kind, day } = timeline.columns
  return day
    .slice(from, from + length)
    .filter((_, index) => isEntryKind(kind[from + index] as number))
    .sort()
}

function scan(timeline: Timeline, from: number, to: number, last: number): number {
  const { kind, day } = timeline.columns
  let count = 0
  for (let slot = from; slot < to; slot++) {
    if ((day[slot] as number) <= last && isEntryKind(kind[slot] as number)) count++
  }
  return count
}
