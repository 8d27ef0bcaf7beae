/** Keys that act from anywhere: the palette, help, new entries, undo. Those of time are the dock's, those of rows history's. */
import { useEffect } from 'react'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { accountCommands } from './account-commands'

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
  // Also from within a field: that is where the search begins.
  if (key === 'k') return request?.kind === 'palette' ? dialogs.close : openPalette
  if (key === 'z' && !event.shiftKey && request === null && !isTyping(event)) return accountCommands.reverseLast
  return undefined
}

function plain(event: KeyboardEvent): (() => void) | undefined {
  if (useDialog.getState().request !== null || isTyping(event)) return undefined
  if (event.key === '?') return () => dialogs.open({ kind: 'shortcuts' })
  if (event.key === 'n') return accountCommands.withdraw
  if (event.key === 't') return accountCommands.transfer
  return undefined
}

function openPalette(): void {
  dialogs.open({ kind: 'palette' })
}

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return true
  if (target instanceof HTMLInputElement) return !['range', 'radio', 'checkbox'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
