/** Keys that act from anywhere: the palette, help, new entries, undo. Those of time are the dock's, those of rows history's. */
import { useEffect } from 'react'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { why } from '../../stores/explain/why-store'
import { compareFromHere } from '../../stores/moments/compare-soon'
import { show } from '../../stores/view-store'
import { isTyping } from '../../ui/is-typing'
import { accountCommands, currentAccountId } from './account-commands'

export function useAppShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const command = event.ctrlKey || event.metaKey
  const act = command ? withCommandKey(event) : plain(event)
  if (act === undefined) return
  event.preventDefault()
  act()
}

function withCommandKey(event: KeyboardEvent): (() => void) | undefined {
  const key = event.key.toLowerCase()
  const { request } = useDialog.getState()
  // Also from within a field: that is where the search begins. An open dialog is never put away for it: what was
  // typed there, or the report of work that still runs, would be lost.
  if (key === 'k') return request === null ? openPalette : request.kind === 'palette' ? dialogs.close : rest
  if (key === 'z' && !event.shiftKey && request === null && !isTyping(event.target)) return accountCommands.reverseLast
  return undefined
}

/** Milliseconds in which the second key of two must follow. */
const TOGETHER = 1_200
/** When `g`, for "go to", was last pressed. */
let going = Number.NEGATIVE_INFINITY

function plain(event: KeyboardEvent): (() => void) | undefined {
  if (useDialog.getState().request !== null || isTyping(event.target)) return undefined
  const goes = event.timeStamp - going < TOGETHER
  going = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
  if (goes && event.key === 'l') return () => show.page('event-log')
  if (event.key === '?') return () => dialogs.open({ kind: 'shortcuts' })
  if (event.key === 'n') return accountCommands.withdraw
  if (event.key === 't') return accountCommands.transfer
  if (event.key === 'c') return () => void compareFromHere()
  if (event.key === 'b') return () => dialogs.open({ kind: 'bookmark' })
  if (event.key === 'B') return () => dialogs.open({ kind: 'bookmarks' })
  if (event.key === 'w') return () => askWhy(event.target)
  return undefined
}

/** Why the figure that has the focus is what it is, or else the balance of the open account. */
function askWhy(target: EventTarget | null): void {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-why]') : null
  const figure = element?.dataset.why
  // A figure of another ledger leads there.
  if (element instanceof HTMLButtonElement) element.click()
  else if (figure !== undefined) why.toggle(figure)
  else if (currentAccountId() !== undefined) accountCommands.why()
}

/** The key is ours all the same: a browser would put the focus into its own search. */
function rest(): void {}

function openPalette(): void {
  dialogs.open({ kind: 'palette' })
}
