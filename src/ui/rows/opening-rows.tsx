/** Rows of a table that open what they are about. One is reached by Tab, the others from there by arrows or `j` and `k`. */
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { classNames } from '../class-names'
import styles from './opening-rows.module.css'
import type { VirtualRow } from './virtual-rows'

/** The look of the line of headings above such rows. */
export const headRow = styles.headRow

/** What a row is given: whether it is the one that Tab reaches, and how to hand that on. */
export interface RowFocus {
  readonly tabStop: number
  readonly onMove: (index: number) => void
}

export function useRowFocus(shown: readonly VirtualRow[]): RowFocus {
  const [active, onMove] = useState(0)
  return { tabStop: shown.some(({ index }) => index === active) ? active : (shown[0]?.index ?? 0), onMove }
}

interface OpeningRowProps {
  readonly row: VirtualRow
  readonly focus: RowFocus
  /** Of the event. */
  readonly position: number
  readonly onOpen: () => void
  /** The figure of the row that a key asks about, as its button names it. */
  readonly why?: string
  readonly className?: string | false | undefined
  readonly children: ReactNode
}

export function OpeningRow({ row, focus, position, onOpen, why, className, children }: OpeningRowProps) {
  const { index, style } = row
  return (
    <tr
      style={style}
      aria-rowindex={index + 2}
      tabIndex={index === focus.tabStop ? 0 : -1}
      data-position={position}
      data-why={why}
      className={classNames(styles.row, className)}
      onClick={(event) => isForRow(event.target) && onOpen()}
      onFocus={() => focus.onMove(index)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') isForRow(event.target) && onOpen()
        else step(event, (by) => focus.onMove(index + by))
      }}
    >
      {children}
    </tr>
  )
}

/** Not for a button in it. */
function isForRow(target: EventTarget): boolean {
  return !(target instanceof Element && target.closest('button') !== null)
}

function step(event: KeyboardEvent, onStep: (by: 1 | -1) => void): void {
  const by = ({ ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 } as const)[event.key]
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const row = event.currentTarget
  const next = by > 0 ? row.nextElementSibling : row.previousElementSibling
  if (next instanceof HTMLElement && next.dataset.position !== undefined) {
    onStep(by)
    next.focus()
  }
}
