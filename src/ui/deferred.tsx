/** Draws what stands in it right behind the rest, in pieces: of a long screen, what is looked at first comes first. */
import { type ReactNode, useDeferredValue } from 'react'

interface DeferredProps {
  readonly children: ReactNode
  /** Keeps the place until then. */
  readonly fallback?: ReactNode
}

export function Deferred({ children, fallback = null }: DeferredProps) {
  const isDue = useDeferredValue(true, false)
  return isDue ? children : fallback
}
