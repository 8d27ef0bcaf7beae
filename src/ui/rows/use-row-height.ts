/** Rows of figures are taller where they are touched, and of two lines where a line has no room for them. Pixels. */
import { useSyncExternalStore } from 'react'

/** As in the style sheets. */
const TWO_LINES = '(max-width: 640px)'
const TOUCH = '(pointer: coarse)'

export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, () => {
    if (matchMedia(TWO_LINES).matches) return 56
    return matchMedia(TOUCH).matches ? 44 : 30
  })
}

function subscribe(onChange: () => void): () => void {
  const queries = [TWO_LINES, TOUCH].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', onChange)
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}
