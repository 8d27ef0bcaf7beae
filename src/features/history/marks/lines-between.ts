/** How lines stand between the rows of a history: which index is a line, and where the rows are. */
import type { ReactNode } from 'react'

export interface LinesBetween {
  readonly count: number
  /** The row shown at an index; −1 where a line is. */
  rowAt(index: number): number
  indexOf(row: number): number
  /** The line at an index. */
  draw(index: number, top: number): ReactNode
  /** What is to be said of the entry at a position. */
  flag(position: number): ReactNode
}

export const NO_LINES: LinesBetween = {
  count: 0,
  rowAt: (index) => index,
  indexOf: (row) => row,
  draw: () => null,
  flag: () => undefined,
}
