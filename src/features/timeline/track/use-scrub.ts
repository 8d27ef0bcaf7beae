/** Pointer drag with capture; at most one move a frame, in which everything on the screen follows. */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { travel, useCursor } from '../../../stores/cursor-store'
import { travelToShare } from '../../../stores/time-track'
import type { Moment } from '../../../time-travel/moment'

/** A finger may be the first of two: it scrubs when it has moved so many pixels or rested so many milliseconds. */
const FINGER_MOVES = 4
const FINGER_RESTS = 90

interface Scrub {
  pointer: number | undefined
  /** Whether the cursor moves already, and where it stood before. */
  moving: boolean
  before: Moment
  frame: number
  timer: ReturnType<typeof setTimeout> | undefined
  x: number
  left: number
  width: number
}

export function useScrub(box: RefObject<HTMLDivElement | null>) {
  const state = useRef<Scrub>({
    pointer: undefined,
    moving: false,
    before: 'now',
    frame: 0,
    timer: undefined,
    x: 0,
    left: 0,
    width: 1,
  })
  const end = useCallback(() => {
    const { current } = state
    current.pointer = undefined
    cancelAnimationFrame(current.frame)
    clearTimeout(current.timer)
    current.frame = 0
  }, [])
  useEffect(() => end, [end])

  const move = () => {
    const { current } = state
    current.frame = 0
    travelToShare(Math.min(1, Math.max(0, (current.x - current.left) / current.width)))
  }
  const begin = () => {
    const { current } = state
    clearTimeout(current.timer)
    current.moving = true
    travel.pause()
    move()
  }
  const stop = (event: PointerEvent<HTMLInputElement>) => {
    if (state.current.pointer !== event.pointerId) return
    state.current.x = event.clientX
    if (!state.current.moving) travel.pause()
    end()
    move()
  }

  /** Ends a drag as if it had not begun. */
  const cancel = useCallback(() => {
    const { pointer, moving, before } = state.current
    if (pointer === undefined) return
    end()
    if (moving) travel.to(before)
  }, [end])

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLInputElement>) => {
      if (event.button !== 0 || state.current.pointer !== undefined) return
      event.preventDefault()
      // A ring round the handle is for the keyboard; browsers without the option draw it.
      const quietly: FocusOptions & { focusVisible: boolean } = { preventScroll: true, focusVisible: false }
      event.currentTarget.focus(quietly)
      event.currentTarget.setPointerCapture(event.pointerId)
      const rect = box.current?.getBoundingClientRect()
      const { current } = state
      if (rect) Object.assign(current, { left: rect.left, width: rect.width || 1 })
      const { moment: before } = useCursor.getState()
      Object.assign(current, { pointer: event.pointerId, moving: false, before, x: event.clientX })
      if (event.pointerType === 'touch') current.timer = setTimeout(begin, FINGER_RESTS)
      else begin()
    },
    onPointerMove: (event: PointerEvent<HTMLInputElement>) => {
      const { current } = state
      if (current.pointer !== event.pointerId) return
      if (!current.moving && Math.abs(event.clientX - current.x) < FINGER_MOVES) return
      current.x = event.clientX
      if (current.moving) current.frame ||= requestAnimationFrame(move)
      else begin()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
  return { handlers, cancel }
}
