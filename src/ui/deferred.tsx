/** Draws what stands in it right behind the rest, in pieces: of a long screen, what is looked at first comes first. */
import { type ReactNode, useDeferredValue } from 'react'

export function Deferred({ children }: { readonly children: ReactNode }) {
  const isDue = useDeferredValue(true, false)
  return isDue ? children : null
}
