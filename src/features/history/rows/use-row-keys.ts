/** `j` and `k` move through the rows from anywhere on the page; arrows too while a row has the focus. */
import { useEffect, useRef } from 'react'
import { isTyping } from '../../../ui/is-typing'

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }
const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

export function useRowKeys(move: (step: number) => void): void {
  const latest = useRef(move)
  latest.current = move
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const onRow = event.target instanceof Element && event.target.matches('tr')
      const step = STEPS[event.key] ?? (onRow ? ARROWS[event.key] : undefined)
      if (step === undefined) return
      event.preventDefault()
      latest.current(step)
    }
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  }, [])
}
