/** The rows of the event log: positions in the order in which they are shown, though none is kept as a list of objects. */

export interface EventRows {
  readonly count: number
  /** globalPosition of the event in a row. */
  positionAt(row: number): number
  /** The row of the event at a position; where it is not shown, of the nearest that comes after it in this order. −1 where none is. */
  rowOf(position: number): number
  /** Whether the event at a position is shown. */
  holds(position: number): boolean
}

/**
 * @param slots those that are shown, in their order; undefined for all
 * @param position the moment's: what was recorded later is not shown
 */
export function eventRows(slots: Uint32Array | undefined, position: number, newestFirst: boolean): EventRows {
  const count = slots ? slotsBelow(slots, position) : position
  const slotAt = (index: number): number => (slots ? (slots[index] as number) : index)
  /** The first index, oldest first, whose slot is not below. */
  const indexFrom = (slot: number): number =>
    slots ? Math.min(count, slotsBelow(slots, slot)) : Math.max(0, Math.min(count, slot))
  const holds = (at: number): boolean => {
    const index = indexFrom(at - 1)
    return index < count && slotAt(index) === at - 1
  }
  return {
    count,
    positionAt: (row) => slotAt(newestFirst ? count - 1 - row : row) + 1,
    rowOf: (at) => {
      if (count === 0) return -1
      const index = indexFrom(at - 1)
      if (!newestFirst) return Math.min(index, count - 1)
      // Newest first, what comes after is older.
      return count - 1 - (holds(at) ? index : Math.max(0, index - 1))
    },
    holds,
  }
}

/** How many of the slots, which rise, lie below this one. */
function slotsBelow(slots: Uint32Array, slot: number): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((slots[middle] as number) < slot) low = middle + 1
    else high = middle
  }
  return low
}
