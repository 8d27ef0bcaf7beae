/** `j` and `k` move through the events from anywhere on the page, arrows and page keys while a row has the focus. */
import { useEffect, useRef } from 'react'
import { isTyping } from '../../../ui/is-typing'

const PAGE = 10
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }
const ON_ROW: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }

export interface LogKeys {
  readonly move: (step: number) => void
  /** `/` */
  readonly toWords: () => void
}

export function useLogKeys(keys: LogKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const onRow = event.target instanceof Element && event.target.matches('tr')
      const step = STEPS[event.key] ?? (onRow ? ON_ROW[event.key] : undefined)
      if (step === undefined && event.key !== '/') return
      event.preventDefault()
      if (step === undefined) latest.current.toWords()
      else latest.current.move(step)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
