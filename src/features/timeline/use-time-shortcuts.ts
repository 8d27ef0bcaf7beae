/** Keys that move through time from anywhere on the screen. They rest while a field has the focus or a dialog is open. */
import { useEffect } from 'react'
import { travel, useCursor } from '../../stores/cursor-store'
import { useDialog } from '../../stores/dialog-store'
import { isTyping } from '../../ui/is-typing'

export function useTimeShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || useDialog.getState().request !== null) return
  // On many keyboards brackets are typed with AltGr, which Windows reports as Ctrl and Alt.
  const typing = event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey)
  if (event.metaKey || (!typing && (event.ctrlKey || event.altKey))) return
  const target = event.target instanceof Element ? event.target : document.body
  if (isTyping(target)) return
  const move = moveOf(event, target)
  if (move === undefined) return
  event.preventDefault()
  move()
}

function moveOf({ key, code, shiftKey }: KeyboardEvent, target: Element): (() => void) | undefined {
  if (key === '{' || (shiftKey && code === 'BracketLeft')) return travel.previousDay
  if (key === '}' || (shiftKey && code === 'BracketRight')) return travel.nextDay
  if (key === '[' || code === 'BracketLeft') return travel.previousStep
  if (key === ']' || code === 'BracketRight') return travel.nextStep
  const plays = key === ' ' && !hasOwnSpace(target)
  if (plays && useCursor.getState().playing) return travel.pause
  if (plays && shiftKey) return () => travel.play(-1)
  if (shiftKey) return undefined
  // Rows and radios have uses of their own for these.
  if (key === 'Home' && !hasOwnEnds(target)) return travel.first
  if (key === 'End' && !hasOwnEnds(target)) return travel.now
  if (plays) return () => travel.play(1)
  return undefined
}

function hasOwnSpace(target: Element): boolean {
  return target.closest('button, summary, [role="button"], [role="radio"], input:not([type="range"])') !== null
}

function hasOwnEnds(target: Element): boolean {
  return target.closest('[role="grid"], [role="treegrid"], [role="radiogroup"], [role="tablist"]') !== null
}
