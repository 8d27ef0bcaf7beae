/**
 * Playback: frames while it plays, each as far on as its share of time asks for, so that a slow frame passes over
 * events instead of lagging. With reduced motion the screen turns twice a second instead of sixty times.
 */
import { useEffect } from 'react'
import { useCursor } from '../../../stores/cursor-store'

const CALM_MILLIS = 500
/** A tab that was hidden gets no frames, and must not jump when it is looked at again. */
const LONGEST_FRAME = 1000

export function usePlayback(): void {
  const playing = useCursor((cursor) => cursor.playing)
  useEffect(() => {
    if (!playing) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    let frame = 0
    let stopped = false
    // Whoever never plays never loads it.
    void import('../../../stores/clocks/playback').then(({ startPlayback }) => {
      if (stopped) return
      const playOn = startPlayback()
      let last = performance.now()
      frame = requestAnimationFrame(function turn(now) {
        frame = requestAnimationFrame(turn)
        if (now < last || (calm && now - last < CALM_MILLIS)) return
        const millis = Math.min(now - last, LONGEST_FRAME)
        last = now
        playOn(millis)
      })
    })
    return () => {
      stopped = true
      cancelAnimationFrame(frame)
    }
  }, [playing])
}
