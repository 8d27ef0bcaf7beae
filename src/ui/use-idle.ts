/** Whether the page has been at rest once: time to load what nobody needs at the first sight. */
import { useEffect, useState } from 'react'

/** Safari has no idle callback; a moment after the first frame serves as well. Milliseconds. */
const LATER = 200

export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(() => setIdle(true), LATER)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(asked)
  }, [])
  return idle
}
