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

/** Asking the browser anew for each row of each frame costs more than drawing the row. */
const lists = new Map<string, MediaQueryList>()

function useMedia(query: string): boolean {
  let list = lists.get(query)
  if (list === undefined) {
    list = matchMedia(query)
    lists.set(query, list)
  }
  const known = list
  return useSyncExternalStore(
    (changed) => {
      known.addEventListener('change', changed)
      return () => known.removeEventListener('change', changed)
    },
    () => known.matches,
  )
}
