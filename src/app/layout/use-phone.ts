/** Whether the window is as narrow as a phone's; the same line that the style sheets draw. */
import { useSyncExternalStore } from 'react'

const PHONE = '(max-width: 640px)'

function subscribe(changed: () => void): () => void {
  const query = matchMedia(PHONE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches)
}
