/** The log as a table of which only the rows in sight exist; a bracket joins the events of one command. */
import { ArrowUp } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { logMessages as messages } from '../../../locales/en/event-log'
import type { EventRows } from '../../../stores/event-log/event-rows'
import { useFault } from '../../../stores/event-log/fault'
import { logRowFigures } from '../../../stores/event-log/row-figures'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import { useEqualRows } from '../../../ui/rows/use-equal-rows'
import { EventRow } from './event-row'
import styles from './event-table.module.css'
import { useRowEvents } from './use-row-events'

export interface EventTableProps {
  readonly rows: EventRows
  readonly newestFirst: boolean
  readonly selected: number | undefined
  /** Position that is to have the focus, and be in sight; another object asks again. */
  readonly wanted: { readonly position: number; readonly focus: boolean } | undefined
  readonly onChoose: (position: number) => void
}

/** Pixels. */
const HEAD_HEIGHT = 28
const LINE = 28
const TOUCH_LINE = 44
const TWO_LINES = 56
/** How long an event that came is marked as new, ms. */
const FRESH_FOR = 15_000
const COLUMNS = ['event', 'recorded', 'type', 'stream', 'words', 'effect'] as const

export function EventTable({ rows, newestFirst, selected, wanted, onChoose }: EventTableProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const { count } = rows
  const { items, height, show, moveBy } = useEqualRows({ count, rowHeight, scroller, overscan: 8, head: HEAD_HEIGHT })
  const wantedRow = wanted === undefined ? -1 : rows.rowOf(wanted.position)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is wanted anew is brought into sight
  useEffect(() => {
    if (wantedRow >= 0) show(wantedRow, wanted?.focus ? 'auto' : 'center')
  }, [wanted])
  const above = useAnchor(scroller, rows, newestFirst, rowHeight, moveBy)
  const seen = useSeen()

  const positions = items.map(({ index }) => rows.positionAt(index))
  const events = useRowEvents(positions)
  const tabRow = Math.max(0, selected === undefined ? 0 : rows.rowOf(selected))
  const sound = useFault()?.sound ?? Number.POSITIVE_INFINITY
  return (
    <div ref={scroller} className={styles.scroller}>
      {above > 0 && (
        <div className={styles.arrived}>
          <Button size="small" icon={<ArrowUp />} onPress={() => show(0, 'start')}>
            {messages.toTop(above, formatCount(above))}
          </Button>
        </div>
      )}
      <table aria-label={messages.table} aria-rowcount={count + 1} className={styles.table}>
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.headRow}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[`${column}Head`]}>
                {messages.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.rows} style={{ height: height }}>
          {items.map(({ index, start }, order) => {
            const position = positions[order] as number
            const figures = logRowFigures(timeline, position)
            if (!figures) return null
            const event = events[order]
            return (
              <EventRow
                key={position}
                figures={figures}
                event={event}
                index={index}
                top={start}
                joinsAbove={isJoined(event, events[order - 1])}
                joinsBelow={isJoined(event, events[order + 1])}
                selected={position === selected}
                tabStop={index === tabRow}
                focusWanted={wanted?.focus === true && index === wantedRow}
                fresh={position > seen}
                unvouched={position > sound}
                onChoose={onChoose}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Neighbours in the log that one command led to. */
function isJoined(event: RecordedEvent | undefined, other: RecordedEvent | undefined): boolean {
  if (!event || !other || Math.abs(event.globalPosition - other.globalPosition) !== 1) return false
  const { correlationId } = event.metadata
  return typeof correlationId === 'string' && correlationId === other.metadata.correlationId
}

/**
 * What one reads stays where it is while events come above it.
 * @returns how many came that are out of sight
 */
function useAnchor(
  scroller: React.RefObject<HTMLDivElement | null>,
  rows: EventRows,
  newestFirst: boolean,
  rowHeight: number,
  moveBy: (pixels: number) => void,
): number {
  const latest = useRef(moveBy)
  latest.current = moveBy
  const size = useLedger((ledger) => ledger.size)
  const before = useRef({ size, count: rows.count })
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    const came = rows.count - before.current.count
    const grew = size > before.current.size
    before.current = { size, count: rows.count }
    const box = scroller.current
    if (!newestFirst || !grew || came <= 0 || !box || box.scrollTop < rowHeight) return
    latest.current(came * rowHeight)
    setAbove((known) => known + came)
  }, [rows, size, newestFirst, rowHeight, scroller])
  useEffect(() => {
    const box = scroller.current
    if (!box || above === 0) return
    const look = () => box.scrollTop < rowHeight && setAbove(0)
    box.addEventListener('scroll', look, { passive: true })
    return () => box.removeEventListener('scroll', look)
  }, [above, scroller, rowHeight])
  return above
}

/** The size of the log up to which nothing is new. */
function useSeen(): number {
  const size = useLedger((ledger) => ledger.size)
  const [seen, setSeen] = useState(size)
  useEffect(() => {
    if (size === seen) return
    // A shorter log is another ledger's.
    const timer = setTimeout(() => setSeen(size), size < seen ? 0 : FRESH_FOR)
    return () => clearTimeout(timer)
  }, [size, seen])
  return seen
}

function useRowHeight(): number {
  const [height, setHeight] = useState(heightNow)
  useEffect(() => {
    const lists = ['(max-width: 640px)', '(pointer: coarse)'].map((query) => matchMedia(query))
    const changed = () => setHeight(heightNow())
    for (const list of lists) list.addEventListener('change', changed)
    return () => {
      for (const list of lists) list.removeEventListener('change', changed)
    }
  }, [])
  return height
}

function heightNow(): number {
  if (matchMedia('(max-width: 640px)').matches) return TWO_LINES
  return matchMedia('(pointer: coarse)').matches ? TOUCH_LINE : LINE
}
