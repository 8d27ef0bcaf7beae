/**
 * The entries that make the number, newest first, with running sums. Only those in sight exist, and entries are looked
 * for only as far down as somebody looks.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { whyMessages as messages } from '../../locales/en/why'
import { accountNameAt } from '../../stores/account-reading'
import { useCursor } from '../../stores/cursor-store'
import { isOfSeveral } from '../../stores/explain/question-of'
import type { Explained, ExplainedRows } from '../../stores/explain/use-explained'
import { useLedger } from '../../stores/ledger-store'
import { useRowWords } from '../../stores/rows/use-entry-words'
import { formatCount } from '../../ui/format/format-money'
import { useIsPrinting } from '../../ui/rows/use-printing'
import { EntryLine } from './entry-line'
import styles from './entry-list.module.css'

/** Pixels; also in the style sheet. */
const LINE = 44
/** A taller element than these need is more than a browser can scroll. */
const MOST_LISTED = 500_000
/** On paper: more are for a statement, or for a group of their own. */
const PRINTED = 200
const DAY_MS = 86_400_000

interface EntryListProps {
  readonly explained: Explained
  readonly rows: ExplainedRows
  /** What scrolls, with the list in it and other things above. */
  readonly scroller: RefObject<HTMLElement | null>
}

export function EntryList({ explained, rows, scroller }: EntryListProps) {
  const list = useRef<HTMLOListElement>(null)
  const margin = useDistance(list, scroller)
  const [active, setActive] = useState(0)
  const [wanted, setWanted] = useState(-1)
  const count = Math.min(rows.length, MOST_LISTED)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 6,
    scrollMargin: margin,
  })
  const latest = useRef(virtual)
  latest.current = virtual
  const move = useCallback((index: number) => {
    setActive(index)
    setWanted(index)
    latest.current.scrollToIndex(index, { align: 'auto' })
  }, [])
  const focused = useCallback((index: number) => {
    setActive(index)
    setWanted(-1)
  }, [])
  const printing = useIsPrinting()
  const items = printing
    ? Array.from({ length: Math.min(count, PRINTED) }, (_, index) => ({ index, start: 0 }))
    : virtual.getVirtualItems().filter(({ index }) => index < count)
  const lines = useLines(
    explained,
    rows,
    items.map(({ index }) => index),
  )
  const tabStop = Math.min(active, count - 1)
  return (
    <>
      <ol
        ref={list}
        aria-label={messages.list}
        className={styles.list}
        style={printing ? {} : { height: count * LINE }}
      >
        {items.map(({ index, start }, order) => {
          const line = lines[order]
          return (
            line && (
              <EntryLine
                key={line.position}
                {...line}
                isPrinted={printing}
                index={index}
                count={count}
                top={start - margin}
                isTabStop={index === tabStop}
                isFocusWanted={index === wanted}
                onMove={move}
                onFocused={focused}
              />
            )
          )
        })}
      </ol>
      {rows.length > count && !printing && <p className={styles.more}>{messages.tooMany(formatCount(count))}</p>}
      {rows.length > PRINTED && <p className={styles.notPrinted}>{messages.notPrinted(formatCount(PRINTED))}</p>}
    </>
  )
}

function useLines({ asked, question }: Explained, rows: ExplainedRows, indices: readonly number[]) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const cursor = useCursor((state) => state.bound.position)
  // Words are those that the number's own moment knows.
  const until = question?.bound.position ?? cursor
  const slots = indices.map((index) => rows.slot(index))
  const words = useRowWords(
    slots.map((slot) => slot + 1),
    until,
  )
  const { effect, day, recordedAt, account } = timeline.columns
  const severalAccounts = isOfSeveral(asked)
  const sign = asked.kind === 'transit' ? -1 : 1
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (accountNameAt(timeline, id, until) ?? ''))
  return slots.map((slot, order) => {
    const recorded = recordedAt[slot] ?? 0
    return {
      position: slot + 1,
      words: words[order],
      counterpart: nameOf(words[order]?.counterpartId),
      account: severalAccounts ? nameOf(timeline.accounts[account[slot] ?? -1]?.id) : undefined,
      isTransfer: timeline.transferOf(slot) !== undefined,
      isReversal: timeline.reverses(slot) !== undefined,
      effect: effect[slot] ?? 0,
      amount: sign * (effect[slot] ?? 0),
      running: rows.running(indices[order] ?? 0),
      exponent: asked.exponent,
      day: day[slot] ?? 0,
      recordedAt: recorded,
      isLate: isLate(day[slot] ?? 0, recorded),
    }
  })
}

/** A day apart may only be a time zone or a late evening; from two on the ledger did not know in time. */
function isLate(day: number, recordedAt: number): boolean {
  const offset = new Date(recordedAt).getTimezoneOffset() * 60_000
  return Math.floor((recordedAt - offset) / DAY_MS) - day >= 2
}

/** How far down the list begins. Looked at when what stands above it changes its size, never in a frame of a drag. */
function useDistance(list: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0)
  useEffect(() => {
    const [inner, outer] = [list.current, scroller.current]
    if (!inner || !outer) return
    const look = () => {
      const top = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop
      setDistance(Math.round(top))
    }
    const observer = new ResizeObserver(look)
    for (const above of outer.children) if (!above.contains(inner)) observer.observe(above)
    observer.observe(outer)
    look()
    return () => observer.disconnect()
  }, [list, scroller])
  return distance
}
