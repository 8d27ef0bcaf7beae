/**
 * Pointers on the track that do not travel: two fingers zoom and move along, a drag with Shift marks what is to fit.
 * They are taken before the slider sees them; a drag that the first finger had begun is undone.
 */
import { type RefObject, useEffect, useState } from 'react'
import { trackView } from '../../../../stores/track/track-view'

/** Pixels: a shorter mark is a slip, and fingers nearer than this say nothing of a distance. */
const LEAST_MARK = 5
const LEAST_PINCH = 24

/** Shares of the track. */
export type Mark = readonly [from: number, to: number]

export function useTouchAndBrush(box: RefObject<HTMLElement | null>, onZoomBegins: () => void): Mark | null {
  const [mark, setMark] = useState<Mark | null>(null)
  useEffect(() => {
    const area = box.current
    if (!area) return
    const fingers = pinchOn(area, onZoomBegins)
    const brush = brushOn(area, setMark)
    const listener = (event: PointerEvent) => {
      if (brush(event) || fingers.take(event)) event.stopPropagation()
    }
    const letGo = (event: KeyboardEvent) => {
      if (event.key === 'Escape') brush(undefined)
    }
    const kinds = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const
    for (const kind of kinds) area.addEventListener(kind, listener, { capture: true })
    document.addEventListener('keydown', letGo)
    return () => {
      fingers.stop()
      for (const kind of kinds) area.removeEventListener(kind, listener, { capture: true })
      document.removeEventListener('keydown', letGo)
    }
  }, [box, onZoomBegins])
  return mark
}

/** Takes a pointer's event, or undefined to let go of the mark; says whether it was its own. */
function brushOn(area: HTMLElement, show: (mark: Mark | null) => void) {
  let pointer: number | undefined
  let from = 0
  let to = 0
  const shareOf = ({ clientX }: PointerEvent) => {
    const { left, width } = area.getBoundingClientRect()
    return Math.max(0, Math.min((clientX - left) / width, 1))
  }
  return (event: PointerEvent | undefined): boolean => {
    if (event === undefined) {
      pointer = undefined
      show(null)
      return true
    }
    if (event.type === 'pointerdown') {
      const begins = event.shiftKey && event.button === 0 && event.target instanceof HTMLInputElement
      if (!begins || pointer !== undefined || !area.querySelector(':scope > input')?.contains(event.target))
        return false
      event.target.setPointerCapture(event.pointerId)
      event.preventDefault()
      pointer = event.pointerId
      from = shareOf(event)
      return true
    }
    if (event.pointerId !== pointer) return false
    to = shareOf(event)
    if (event.type === 'pointermove') show([Math.min(from, to), Math.max(from, to)])
    else {
      pointer = undefined
      show(null)
      const isMark = Math.abs(to - from) * area.clientWidth >= LEAST_MARK
      if (event.type === 'pointerup' && isMark) trackView.fit(from, to)
    }
    return true
  }
}

function pinchOn(area: HTMLElement, onBegin: () => void) {
  const places = new Map<number, number>()
  let before: readonly [number, number] | undefined
  let frame = 0
  const pair = () => [...places.values()].sort((a, b) => a - b) as unknown as readonly [number, number]
  const act = () => {
    frame = 0
    if (places.size !== 2 || !before) return
    const [oldLeft, oldRight] = before
    const [left, right] = pair()
    const rect = area.getBoundingClientRect()
    const apart = (a: number, b: number) => Math.max(LEAST_PINCH, b - a)
    const middle = (oldLeft + oldRight) / 2
    trackView.zoom(apart(oldLeft, oldRight) / apart(left, right), (middle - rect.left) / rect.width)
    trackView.pan((middle - (left + right) / 2) / rect.width)
    before = [left, right]
  }
  const take = (event: PointerEvent): boolean => {
    if (event.pointerType !== 'touch') return false
    const { pointerId, clientX } = event
    if (event.type === 'pointerdown') {
      // Where a finger's end was missed, the first of the next gesture says so.
      if (event.isPrimary) places.clear()
      places.set(pointerId, clientX)
      if (places.size !== 2) return places.size > 2
      onBegin()
      before = pair()
      return true
    }
    const wasPinch = before !== undefined
    if (event.type === 'pointermove') {
      if (!places.has(pointerId)) return false
      places.set(pointerId, clientX)
      if (wasPinch) frame ||= requestAnimationFrame(act)
    } else {
      places.delete(pointerId)
      // The finger that stays does not begin to scrub.
      if (places.size === 0) before = undefined
    }
    return wasPinch
  }
  return { take, stop: () => cancelAnimationFrame(frame) }
}
