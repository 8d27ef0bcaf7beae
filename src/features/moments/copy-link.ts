/** The address of what is on the screen, moment included, to be sent or kept. */
import { momentMessages as words } from '../../locales/en/moments/moments'
import { toast } from '../../stores/toast-store'

/** How long the address may lag behind a drag, and a little more. Milliseconds. */
const ADDRESS_RESTS = 250

export async function copyLink(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ADDRESS_RESTS))
  try {
    await navigator.clipboard.writeText(window.location.href)
    toast(words.linkCopied)
  } catch {
    toast(words.linkNotCopied, { tone: 'problem' })
  }
}
