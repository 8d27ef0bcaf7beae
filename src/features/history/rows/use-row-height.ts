/** The height of a row, which the sheet fixes: one line, or two on a phone. */
import { useSyncExternalStore } from 'react'

const PHONE = '(max-width: 640px)'
const TOUCH = '(pointer: coarse)'
const LINE = 28
const TOUCH_LINE = 44
const TWO_LINES = 56

export function useRowHeight(): number {
  const phone = useMedia(PHONE)
  const touch = useMedia(TOUCH)
  if (phone) return TWO_LINES
  return touch ? TOUCH_LINE : LINE
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
