/**
 * What zooms and moves the track's span by wheel and keys. A plain wheel is left to the page, which may have to scroll:
 * with Ctrl (as browsers report a pinch on a touchpad, too) it zooms about the pointer, sideways or with Shift it moves
 * along. None of it moves the cursor.
 */
import { type RefObject, useEffect } from 'react'
import { trackView, useTrackView } from '../../../../stores/track/track-view'

/** By how much a key zooms, and a pixel of the wheel; pixels that count at most, so that a notch is no leap. */
const KEY_FACTOR = 0.5
const WHEEL_RATE = 0.01
const MOST_PIXELS = 40
/** Pixels of a line, where a wheel counts in lines. */
const LINE = 16

export function useZoomGestures(box: RefObject<HTMLElement | null>, input: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const [area, slider] = [box.current, input.current]
    if (!area || !slider) return
    const wheel = wheelOver(area)
    area.addEventListener('wheel', wheel.listener, { passive: false })
    slider.addEventListener('keydown', onKey)
    return () => {
      wheel.stop()
      area.removeEventListener('wheel', wheel.listener)
      slider.removeEventListener('keydown', onKey)
    }
  }, [box, input])
}

/** Turns of the wheel within a frame are added up. */
function wheelOver(area: HTMLElement) {
  let frame = 0
  let due = { factor: 1, at: 0, pan: 0 }
  const act = () => {
    const { factor, at, pan } = due
    frame = 0
    due = { factor: 1, at: 0, pan: 0 }
    if (factor !== 1) trackView.zoom(factor, at)
    if (pan !== 0) trackView.pan(pan)
  }
  const listener = (event: WheelEvent) => {
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE
    const [x, y] = [event.deltaX * pixels, event.deltaY * pixels]
    const { left, width } = area.getBoundingClientRect()
    if (event.ctrlKey || event.metaKey) {
      const turned = Math.max(-MOST_PIXELS, Math.min(y, MOST_PIXELS))
      due.factor *= Math.exp(turned * WHEEL_RATE)
      due.at = Math.max(0, Math.min((event.clientX - left) / width, 1))
    } else if (useTrackView.getState().span && (event.shiftKey || Math.abs(x) > Math.abs(y))) {
      due.pan += (x || y) / width
    } else return
    event.preventDefault()
    frame ||= requestAnimationFrame(act)
  }
  return { listener, stop: () => cancelAnimationFrame(frame) }
}

const KEYS: Readonly<Record<string, () => void>> = {
  '+': () => trackView.zoom(KEY_FACTOR),
  '=': () => trackView.zoom(KEY_FACTOR),
  '-': () => trackView.zoom(1 / KEY_FACTOR),
  _: () => trackView.zoom(1 / KEY_FACTOR),
  '0': trackView.showAll,
}

/** Also for the slider of the part shown. */
export function onKey(event: KeyboardEvent): void {
  const act = KEYS[event.key]
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act()
}
