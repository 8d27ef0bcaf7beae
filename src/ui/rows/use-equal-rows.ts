/**
 * Which rows of equal height are in sight, by arithmetic: a million of them cost no more than ten, also while their
 * number changes in every frame.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { tallScroll } from './tall-scroll'

/** A scroll by more screens than this at once is a leap: wheel and finger make none. */
const LEAP = 4

export interface EqualRows {
  /** Those in sight, and a few beside them; where each lies in the element, in pixels. */
  readonly items: readonly { readonly index: number; readonly start: number }[]
  /** Of the element, in pixels: that of all rows, or as much as a browser can scroll. */
  readonly height: number
  /** Brings a row into sight. */
  readonly show: (index: number, align: 'auto' | 'center' | 'start') => void
  /** Scrolls by so many pixels of rows. */
  readonly moveBy: (pixels: number) => void
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
  const [range, setRange] = useState({ first: 0, end: 0, shift: 0 })
  // Where the element was last, and how far the rows are ahead of it.
  const at = useRef({ scrollTop: 0, shift: 0 })
  const client = useRef(0)
  const length = count * rowHeight
  const tallOf = () => tallScroll(length, client.current - head)
  const look = useRef(() => {})
  look.current = () => {
    const box = scroller.current
    if (!box) return
    client.current = box.clientHeight
    const { scrollTop } = box
    const isLeap = Math.abs(scrollTop - at.current.scrollTop) > LEAP * client.current
    take(box, scrollTop, isLeap)
  }
  const take = (box: HTMLElement, scrollTop: number, isLeap: boolean) => {
    const tall = tallOf()
    const place = isLeap ? Math.round(tall.placeOf(scrollTop)) : scrollTop + at.current.shift
    at.current = { scrollTop, shift: place - scrollTop }
    if (!tall.mayStay(scrollTop, place)) stand(box, place)
    const { shift } = at.current
    const stands = at.current.scrollTop + shift
    const first = Math.max(0, Math.floor(stands / rowHeight) - overscan)
    const end = Math.ceil((stands + client.current - head) / rowHeight) + overscan
    setRange((known) =>
      known.first === first && known.end === end && known.shift === shift ? known : { first, end, shift },
    )
  }
  /** The element where it belongs when the rows are at a place. */
  const stand = (box: HTMLElement, wanted: number) => {
    const place = Math.max(0, Math.min(wanted, length - client.current + head))
    // Letters between two pixels are blurred.
    const scrollTop = Math.round(tallOf().scrollTopOf(place))
    box.scrollTop = scrollTop
    at.current = { scrollTop: box.scrollTop, shift: place - scrollTop }
  }
  const moveBy = (pixels: number) => {
    const box = scroller.current
    if (!box) return
    if (Math.abs(pixels) > LEAP * client.current) stand(box, box.scrollTop + at.current.shift + pixels)
    else box.scrollTop += pixels
    look.current()
  }
  // Fewer rows, or higher ones, move what is in sight without a scroll. To ask the element where it stands would lay the
  // page out in the midst of a frame; where it had to move, it tells by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when these change
  useLayoutEffect(() => {
    const box = scroller.current
    if (box && client.current > 0) take(box, at.current.scrollTop, false)
    else look.current()
  }, [count, rowHeight])
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
  const inSight = Math.max(0, Math.min(range.end, count) - first)
  return {
    items: Array.from({ length: inSight }, (_, order) => ({
      index: first + order,
      start: (first + order) * rowHeight - range.shift,
    })),
    height: tallScroll(length, 0).height,
    show(index, align) {
      const box = scroller.current
      if (!box) return
      const place = box.scrollTop + at.current.shift
      const [start, room] = [index * rowHeight, box.clientHeight - head]
      if (align === 'center') moveBy(start - (room - rowHeight) / 2 - place)
      else if (align === 'start' || start < place) moveBy(start - place)
      else if (start + rowHeight > place + room) moveBy(start + rowHeight - room - place)
      else look.current()
    },
    moveBy,
  }
}
