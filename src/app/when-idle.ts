/** What is done while nobody waits, so that nobody waits for it later. */
import type { LedgerDesk } from '../application/ledger-desk'
import { useLedger } from '../stores/ledger-store'

/** Safari has no idle callback; a moment after the first frame serves as well. Milliseconds. */
const LATER = 200

/** Milliseconds from a ledger's opening to when its screen stands. */
const DRAWN_AFTER = 1_000

export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work)
  else setTimeout(work, LATER)
}

/** Resolves when the screen that is being drawn stands. */
export function idle(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => whenIdle(resolve), DRAWN_AFTER))
}

/** Prepares the first command and the first look at the past, after a ledger was opened or grew. To be called once. */
export function prepareAhead(desk: LedgerDesk): void {
  let isDue = false
  const prepare = () => {
    isDue = false
    if (!desk.prepare()) soon()
  }
  const soon = () => {
    if (isDue) return
    isDue = true
    whenIdle(prepare)
  }
  useLedger.subscribe((now, before) => {
    // The screen is drawn first.
    if (now.status === 'ready' && now.version !== before.version) setTimeout(soon, DRAWN_AFTER)
  })
}
