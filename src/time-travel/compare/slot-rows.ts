/** A list of events as the slots they stand in, newest first: what a virtual list asks for, row by row. */

export interface SlotRows {
  readonly length: number
  /** @throws RangeError beyond the last row */
  slot(row: number): number
}

export const NO_ROWS: SlotRows = { length: 0, slot: beyond }

/** @param slots oldest first, of which the first `length` count */
export function listedRows(slots: Uint32Array, length = slots.length): SlotRows {
  return {
    length,
    slot: (row) => (row >= 0 && row < length ? (slots[length - 1 - row] as number) : beyond(row)),
  }
}

function beyond(row: number): never {
  throw new RangeError(`There is no row ${row}`)
}
