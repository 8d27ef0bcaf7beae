/** Whether a reload would cost somebody something: heavy work, an open dialog, a field with words in it. */
import { useDialog } from '../../stores/dialog-store'
import { isTyping } from '../../ui/is-typing'
import { isHeavyWorkRunning } from '../../workers/worker-heavy-work'

export function workUnderWay(): 'work' | 'typing' | undefined {
  if (isHeavyWorkRunning()) return 'work'
  if (useDialog.getState().request !== null) return 'typing'
  const field = document.activeElement
  const words = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''
  return isTyping(field) && words !== '' ? 'typing' : undefined
}
