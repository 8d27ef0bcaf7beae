/**
 * The account's history at the cursor: a table of which only the rows in sight exist. Figures come from the timeline
 * and change in the frame of the cursor; words are read when their row comes into sight.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { historyMessages as messages } from '../../locales/en/history/history'
import { accountNameAt } from '../../stores/account-reading'
import { useCursor, useNowBehind } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { why } from '../../stores/explain/why-store'
import { type HistoryAt, useHistoryAtCursor, useRowFigures } from '../../stores/history-reading'
import { useLedger } from '../../stores/ledger-store'
import { useRowWords } from '../../stores/rows/use-entry-words'
import { useHistoryFilter } from './filter/use-history-filter'
import styles from './history.module.css'
import { HistoryEmpty } from './history-empty'
import { InTransit } from './in-transit'
import { useMarkLines } from './marks/use-mark-lines'
import { useColumnWidths } from './rows/column-widths'
import { HistoryRow } from './rows/history-row'
import type { RowCommands } from './rows/row-commands'
import { useRowElements } from './rows/row-keys'
import { useRowHeight } from './rows/use-row-height'
import { useRowKeys } from './rows/use-row-keys'
import { yearOf, yearOfMoment } from './rows/year-of-moment'

export function History({ accountId }: { readonly accountId: string }) {
  const history = useHistoryAtCursor(accountId)
  const filter = useHistoryFilter(accountId, history)
  return (
    <div className={styles.history}>
      <InTransit accountId={accountId} />
      <HistoryTable key={accountId} accountId={accountId} history={history} rows={filter.rows} />
      <HistoryEmpty history={history} filter={filter} />
    </div>
  )
}

interface HistoryTableProps {
  readonly accountId: string
  readonly history: HistoryAt
  /** Rows of the history that are shown; all, while nothing is filtered. */
  readonly rows: readonly number[] | undefined
}

/** Pixels. */
const HEAD_HEIGHT = 28
const COLUMNS = ['date', 'payee', 'memo', 'category', 'amount', 'balance'] as const

function HistoryTable({ accountId, history, rows }: HistoryTableProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const bound = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  // Whether a button of each row rests comes behind the frame that leaves now, or is back at it.
  const canAct = useNowBehind()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const lines = useMarkLines(accountId, history, rows !== undefined)
  const count = (rows?.length ?? history.length) + lines.count
  /** −1 where a line stands between the rows. */
  const rowOf = (index: number): number => (rows === undefined ? lines.rowAt(index) : (rows[index] ?? 0))
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    // The head stands above the rows inside the scroller.
    scrollPaddingEnd: HEAD_HEIGHT,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is one object; what it measures changed
  useEffect(() => virtual.measure(), [rowHeight])

  const indexOf = (position: number): number => {
    const row = history.rowOf(position - 1)
    if (row < 0) return row
    return rows === undefined ? lines.indexOf(row) : rows.indexOf(row)
  }
  const { active, live, wanted, commands } = useRowCommands(accountId, (position) => {
    const index = indexOf(position)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  const positionAt = (index: number) => history.slot(rowOf(index)) + 1
  const activeIndex = active === undefined ? -1 : indexOf(active)
  useRowKeys((step) => {
    let next = activeIndex < 0 ? (virtual.range?.startIndex ?? 0) : activeIndex + step
    while (next >= 0 && next < count && rowOf(next) < 0) next += activeIndex < 0 ? 1 : step
    if (next >= 0 && next < count) commands.go(positionAt(next))
  })

  const items = virtual.getVirtualItems()
  const shown = items.filter(({ index }) => rowOf(index) >= 0).map(({ index }) => positionAt(index))
  const words = useRowWords(shown, bound.position)
  const keys = useRowElements(
    shown,
    () => live !== undefined || wanted !== undefined || scroller.current?.contains(document.activeElement) === true,
  )
  const figuresOf = useRowFigures(bound)
  const height = virtual.getTotalSize()
  const tabStop = activeIndex < 0 ? lines.indexOf(0) : activeIndex
  const exponent = timeline.accounts[timeline.accountNumber(accountId) ?? -1]?.exponent ?? 2
  const days = timeline.columns.day
  const dayAt = (index: number) => (index >= 0 && rowOf(index) >= 0 ? days[positionAt(index) - 1] : undefined)
  const year = yearOfMoment(timeline, bound, isNow)
  const widths = useColumnWidths(timeline, accountId)
  return (
    <div ref={scroller} className={styles.scroller}>
      <table aria-label={messages.table} aria-rowcount={count + 1} className={styles.table} style={widths}>
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.headRow}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[`${column}Head`]}>
                {messages[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          className={styles.rows}
          style={{ height }}
          onPointerLeave={(event) => {
            // An open menu of a row takes the pointer away from it: the row stays as long as its menu does.
            if (event.currentTarget.querySelector('[aria-expanded="true"]') === null) commands.point(undefined)
          }}
        >
          {items.map(({ index, start, size }) => {
            if (rowOf(index) < 0) return lines.draw(index, start)
            const position = positionAt(index)
            const nth = shown.indexOf(position)
            const row = words[nth]
            const day = dayAt(index)
            return (
              <HistoryRow
                key={keys[nth]}
                figures={figuresOf(position)}
                index={index}
                bottom={height - start - size}
                words={row}
                counterpart={
                  row?.counterpartId === undefined
                    ? ''
                    : (accountNameAt(timeline, row.counterpartId, bound.position) ?? '')
                }
                balance={history.balance(rowOf(index))}
                exponent={exponent}
                sameDay={day === dayAt(index - 1)}
                otherYear={yearOf(day ?? 0) !== year}
                active={index === tabStop}
                live={position === live}
                focusWanted={position === wanted}
                canAct={canAct}
                commands={commands}
                flag={lines.flag(position)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface RowState {
  /** Positions: the row that Tab reaches, the one with its menu, the one that is to have the focus. */
  readonly active: number | undefined
  readonly live: number | undefined
  readonly wanted: number | undefined
  readonly commands: RowCommands
}

function useRowCommands(accountId: string, bringIntoSight: (position: number) => void): RowState {
  const [active, setActive] = useState<number>()
  const [live, setLive] = useState<number>()
  const [wanted, setWanted] = useState<number>()
  const latest = useRef(bringIntoSight)
  latest.current = bringIntoSight
  const commands = useMemo<RowCommands>(
    () => ({
      open: (position) => dialogs.open({ kind: 'event', position }),
      reverse: (position) => dialogs.open({ kind: 'reverse', accountId, position }),
      annotate: (position) => dialogs.open({ kind: 'annotate', accountId, position }),
      explain: (position) => why.toggle(`row:${position}`),
      leaveOut: (position) => dialogs.open({ kind: 'branch', without: position }),
      go(position) {
        setActive(position)
        setWanted(position)
        latest.current(position)
      },
      point: setLive,
      focus(position) {
        setActive(position)
        setLive(position)
        setWanted(undefined)
      },
    }),
    [accountId],
  )
  return { active, live, wanted, commands }
}
