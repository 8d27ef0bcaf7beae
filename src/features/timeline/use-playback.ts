/**
 * Playback: frames while it plays, each as many steps further as its share of time asks for. Gaps in time are passed
 * over, since every step takes as long as every other. At 1× a small ledger takes four steps a second, a large one four
 * minutes; with reduced motion the screen turns twice a second instead of sixty times.
 */
import { useEffect } from 'react'
import { useCursor } from '../../stores/cursor-store'
import { currentStep, travelToStep } from '../../stores/time-track'

const LEAST_A_SECOND = 4
const SECONDS_OF_A_LIFE = 240
const CALM_MILLIS = 500

/** Steps a second at 1×. */
export function baseSpeed(steps: number): number {
  return Math.max(LEAST_A_SECOND, steps / SECONDS_OF_A_LIFE)
}

export function usePlayback(): void {
  const playing = useCursor((cursor) => cursor.playing)
  useEffect(() => {
    if (!playing) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    let last = performance.now()
    let owed = 0
    let frame = requestAnimationFrame(function turn(now) {
      frame = requestAnimationFrame(turn)
      if (now < last || (calm && now - last < CALM_MILLIS)) return
      const { step, steps } = currentStep()
      // A tab that was hidden gets no frames, and must not jump when it is looked at again.
      owed += (Math.min(now - last, 1000) / 1000) * baseSpeed(steps) * useCursor.getState().rate
      last = now
      const whole = Math.floor(owed)
      if (whole === 0) return
      owed -= whole
      travelToStep(step + whole, true)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing])
}
