/**
 * Says beside a figure that it has just changed, and which way: an arrow and a line under the figure, which fade. It
 * lies over its parent, which is positioned, and takes no room of its own; the figure itself stays as it is.
 */
import { useLayoutEffect, useRef } from 'react'
import styles from './moved-mark.module.css'

export interface MovedMarkProps {
  /** What the figure shows. */
  readonly value: number
  /** Changes are marked; others pass unmarked. */
  readonly on: boolean
}

export function MovedMark({ value, on }: MovedMarkProps) {
  const mark = useRef<HTMLSpanElement>(null)
  const before = useRef(value)
  useLayoutEffect(() => {
    const element = mark.current
    const change = value - before.current
    before.current = value
    if (element === null || change === 0 || !on) return
    // Sixty times a second: written to the element, so that nothing is rendered again for it.
    element.dataset.moved = change > 0 ? 'up' : 'down'
    // The same animation under its other name begins anew.
    element.dataset.turn = element.dataset.turn === 'a' ? 'b' : 'a'
  }, [value, on])
  // On most screens there is one a row: what shows nothing is not there.
  if (!on) return null
  return (
    <span ref={mark} className={styles.moved} aria-hidden="true">
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <path d="M4 1 7.5 7h-7z" />
      </svg>
    </span>
  )
}
