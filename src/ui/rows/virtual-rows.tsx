/** A table of which only the rows in sight exist, in a box that is as high as its rows up to a limit. Printed, rows are written out. */
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useEqualRows } from './use-equal-rows'
import { useIsPrinting } from './use-printing'
import styles from './virtual-rows.module.css'

export interface VirtualRow {
  readonly index: number
  /** Of the row; where it lies. */
  readonly style: CSSProperties
}

interface VirtualRowsProps {
  readonly label: string
  readonly count: number
  /** Pixels. */
  readonly rowHeight: number
  /** Rows in sight at once; more are scrolled to. */
  readonly most: number
  /** Rows written out on paper. */
  readonly mostPrinted: number
  /** Says how many are not. */
  readonly notPrinted?: (count: number) => string
  readonly head: ReactNode
  readonly foot?: ReactNode
  readonly style?: CSSProperties
  /** Asked for the rows in sight. */
  readonly children: (rows: readonly VirtualRow[]) => ReactNode
}

export function VirtualRows(props: VirtualRowsProps) {
  const { label, count, rowHeight, most, mostPrinted, notPrinted, head, foot, style, children } = props
  const scroller = useRef<HTMLTableSectionElement>(null)
  const printing = useIsPrinting()
  const { items, height } = useEqualRows({ count, rowHeight, scroller, overscan: 6, head: 0 })
  const rows = printing
    ? Array.from({ length: Math.min(count, mostPrinted) }, (_, index) => ({ index, style: {} }))
    : items.map(({ index, start }) => ({ index, style: { top: start, height: rowHeight } }))
  const inSight = Math.min(count, most) * rowHeight
  return (
    <table
      aria-label={label}
      aria-rowcount={count + 1}
      className={styles.table}
      style={style}
      data-scrolls={count > most || undefined}
    >
      <thead className={styles.part}>{head}</thead>
      <tbody
        ref={scroller}
        className={styles.scroller}
        style={printing ? {} : ({ height: inSight, '--rows': `${height}px` } as CSSProperties)}
        {...(count > most ? { tabIndex: 0 } : {})}
      >
        {children(rows)}
      </tbody>
      {foot !== undefined && <tfoot className={styles.part}>{foot}</tfoot>}
      {printing && notPrinted !== undefined && count > mostPrinted && (
        <caption className={styles.note}>{notPrinted(count - mostPrinted)}</caption>
      )}
    </table>
  )
}
