/**
 * Which rows of equal height are in sight, by arithmetic: a million of them cost no more than ten, also while their
 * number changes in every frame.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

export interface EqualRows {
  /** Those in sight, and a few beside them; where each lies, in pixels. */
  readonly items: readonly { readonly index: number; readonly start: number }[]
  /** Pixels. */
  readonly height: number
  /** Brings a row into sight. */
  readonly show: (index: number, align: 'auto' | 'center' | 'start') => void
}

interface EqualRowsOptions {
  readonly count: number
  /** Of a row, in pixels. */
  readonly rowHeight: number
  readonly scroller: RefObject<HTMLElement | null>
  /** Rows drawn beyond either end. */
  readonly overscan: number
  /** Height of what stays on top of the rows, in pixels. */
  readonly head: number
}

export function useEqualRows({ count, rowHeight, scroller, overscan, head }: EqualRowsOptions): EqualRows {
  const [range, setRange] = useState({ first: 0, end: 0 })
  const look = useRef(() => {})
  look.current = () => {
    const box = scroller.current
    if (!box) return
    const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - overscan)
    const end = Math.ceil((box.scrollTop + box.clientHeight - head) / rowHeight) + overscan
    setRange((known) => (known.first === first && known.end === end ? known : { first, end }))
  }
  // Fewer rows, or higher ones, move what is in sight without a scroll.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when these change
  useLayoutEffect(() => look.current(), [count, rowHeight])
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const onLook = () => look.current()
    box.addEventListener('scroll', onLook, { passive: true })
    const observer = new ResizeObserver(onLook)
    observer.observe(box)
    return () => {
      box.removeEventListener('scroll', onLook)
      observer.disconnect()
    }
  }, [scroller])
  const first = Math.min(range.first, Math.max(0, count - 1))
  const length = Math.max(0, Math.min(range.end, count) - first)
  return {
    items: Array.from({ length }, (_, order) => ({ index: first + order, start: (first + order) * rowHeight })),
    height: count * rowHeight,
    show(index, align) {
      const box = scroller.current
      if (!box) return
      const [start, room] = [index * rowHeight, box.clientHeight - head]
      if (align === 'center') box.scrollTop = start - (room - rowHeight) / 2
      else if (align === 'start' || start < box.scrollTop) box.scrollTop = start
      else if (start + rowHeight > box.scrollTop + room) box.scrollTop = start + rowHeight - room
      look.current()
    },
  }
}
