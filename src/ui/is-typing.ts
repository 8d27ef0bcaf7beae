/** Whether single keys belong to what has the focus: a field that takes text, or an open dialog, menu or list. */

/** Inputs that take no letters: a slider or a radio with the focus leaves single keys to the page. */
const TAKE_NO_TEXT = ['range', 'radio', 'checkbox']

/** `target` is that of a key event. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return true
  if (target instanceof HTMLElement && target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !TAKE_NO_TEXT.includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
