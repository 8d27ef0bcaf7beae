/** Where a mouse or pen points while it does not drag, and the span that follows a cursor which was moved by other means. */
import { type RefObject, useEffect, useState } from 'react'
import { useCursor } from '../../../../stores/cursor-store'
import { trackView, useTrackView } from '../../../../stores/track/track-view'

/** The share of the track; null where nothing is pointed at. At most one a frame. */
export function usePointed(box: RefObject<HTMLElement | null>, input: RefObject<HTMLElement | null>): number | null {
  const [pointed, setPointed] = useState<number | null>(null)
  useEffect(() => {
    const [area, slider] = [box.current, input.current]
    if (!area || !slider) return
    let frame = 0
    const away = () => {
      cancelAnimationFrame(frame)
      frame = 0
      setPointed(null)
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return
      const { clientX } = event
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const { left, width } = area.getBoundingClientRect()
        setPointed(Math.max(0, Math.min((clientX - left) / width, 1)))
      })
    }
    slider.addEventListener('pointermove', over)
    slider.addEventListener('pointerdown', away)
    slider.addEventListener('pointerleave', away)
    return () => {
      cancelAnimationFrame(frame)
      slider.removeEventListener('pointermove', over)
      slider.removeEventListener('pointerdown', away)
      slider.removeEventListener('pointerleave', away)
    }
  }, [box, input])
  return pointed
}

/** Steps, playback and the rest take the span along; a drag on the track itself does not move what it is on. */
export function useFollowedCursor(input: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const slider = input.current
    let dragging = false
    const down = () => {
      dragging = true
    }
    // The last move of a drag comes after its end.
    const up = () => setTimeout(() => (dragging = false))
    slider?.addEventListener('pointerdown', down)
    slider?.addEventListener('pointerup', up)
    slider?.addEventListener('pointercancel', up)
    const stop = useCursor.subscribe((now, before) => {
      if (now.moment === before.moment || dragging || now.clock !== before.clock) return
      if (useTrackView.getState().span) trackView.showCursor()
    })
    return () => {
      stop()
      slider?.removeEventListener('pointerdown', down)
      slider?.removeEventListener('pointerup', up)
      slider?.removeEventListener('pointercancel', up)
    }
  }, [input])
}
