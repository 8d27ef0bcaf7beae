/**
 * Which element shows which row. A row keeps its element while it is in sight. In a drag over many entries most rows
 * are others in each frame: then each place keeps its element, which costs some texts instead of a row's making. The
 * order of elements is always that of the rows.
 */
import { useLayoutEffect, useRef } from 'react'

export interface ShownRows {
  /** globalPosition of each row's entry, from above. */
  readonly positions: readonly number[]
  readonly keys: readonly number[]
}

/** @param isHeld whether somebody points into the rows or has the focus there: then an element stays with its row */
export function keysFor(
  before: ShownRows,
  positions: readonly number[],
  isHeld: () => boolean,
  fresh: () => number,
): readonly number[] {
  const known = new Map(before.positions.map((position, index) => [position, before.keys[index]]))
  let stay = 0
  for (const position of positions) if (known.has(position)) stay++
  if (stay * 2 < positions.length && before.keys.length > 0 && !isHeld()) {
    return positions.map((_, index) => before.keys[index] ?? fresh())
  }
  return positions.map((position) => known.get(position) ?? fresh())
}

const NO_ROWS: ShownRows = { positions: [], keys: [] }

/** A React key for each row that is shown. */
export function useRowElements(positions: readonly number[], isHeld: () => boolean): readonly number[] {
  const before = useRef(NO_ROWS)
  const made = useRef(0)
  const keys = keysFor(before.current, positions, isHeld, () => made.current++)
  useLayoutEffect(() => {
    before.current = { positions, keys }
  })
  return keys
}
