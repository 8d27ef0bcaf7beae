/**
 * When what had the focus leaves the page (a button that did its work, a dialog whose opener is gone), the browser
 * drops the focus to the page, and the next Tab starts at its top. The sheet takes it then.
 */
import { useEffect } from 'react'
import { useDialog } from '../../stores/dialog-store'

export function useKeptFocus(): void {
  useEffect(() => {
    let holder: EventTarget | null = null
    let waiting = 0
    const onFocus = (event: FocusEvent) => {
      holder = event.target
    }
    // A press beside everything leaves the focus on purpose; only what goes away with it is looked after.
    const onBlur = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (holder === target && target instanceof Node && target.isConnected) holder = null
      })
    const look = () => {
      if (waiting !== 0 || !(holder instanceof Node) || holder.isConnected) return
      // Dialogs and lists put the focus back themselves, a frame later.
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(() => {
          waiting = 0
          if (isLost() && useDialog.getState().request === null) keep()
        })
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(waiting)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [])
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

function keep(): void {
  document.getElementById('sheet')?.focus({ preventScroll: true })
}
