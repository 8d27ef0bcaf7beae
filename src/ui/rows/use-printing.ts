/** Whether the page is being printed: then lists are written out, which on screen are only there where one looks. */
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let printing = false

export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing)
}

function subscribe(onChange: () => void): () => void {
  // The browser takes its picture when the handler returns, so what is printed must stand by then.
  const set = (value: boolean) => () => {
    printing = value
    flushSync(onChange)
  }
  const [begin, end] = [set(true), set(false)]
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}
