/** Turns the page's colours: the theme that was chosen, and the time being looked at. */
import { useLayoutEffect, useRef } from 'react'
import { useNowBehind } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { type Theme, usePreferences } from '../../stores/preferences-store'

export function useAppearance(): void {
  const theme = usePreferences((preferences) => preferences.theme)
  const isNow = useNowBehind()
  const isSandbox = useLedger((ledger) => ledger.branch !== null)
  useLayoutEffect(() => applyTheme(theme), [theme])
  // In a sandbox the past is not real either: its colour stays, the strip says the rest.
  const time = isSandbox ? 'sandbox' : isNow ? undefined : 'past'
  const drawn = useRef(false)
  useLayoutEffect(() => {
    if (!drawn.current) {
      drawn.current = true
      applyTime(time)
      return
    }
    // It styles every element anew, so it has a frame without the new words of strip and buttons.
    const frame = requestAnimationFrame(() => applyTime(time))
    return () => cancelAnimationFrame(frame)
  }, [time])
}

/** Also for the frame that is there before the screen. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function applyTime(time: 'past' | 'sandbox' | undefined): void {
  if (time === undefined) delete document.documentElement.dataset.time
  else document.documentElement.dataset.time = time
}
