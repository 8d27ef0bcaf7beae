/** Turns the page's colours: the theme that was chosen, and the time being looked at. */
import { useLayoutEffect } from 'react'
import { useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { type Theme, usePreferences } from '../../stores/preferences-store'

export function useAppearance(): void {
  const theme = usePreferences((preferences) => preferences.theme)
  const isNow = useCursor((cursor) => cursor.isNow)
  const isSandbox = useLedger((ledger) => ledger.branch !== null)
  useLayoutEffect(() => applyTheme(theme), [theme])
  useLayoutEffect(() => {
    // In a sandbox the past is not real either: its colour stays, the strip says the rest.
    if (isSandbox) document.documentElement.dataset.time = 'sandbox'
    else if (isNow) delete document.documentElement.dataset.time
    else document.documentElement.dataset.time = 'past'
  }, [isNow, isSandbox])
}

/** Also for the frame that is there before the screen. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
