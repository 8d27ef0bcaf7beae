/**
 * Writes automatic backups while the page is at rest, and says when one cannot be written: once, with one button.
 *
 * [AB12] A backup waits until nobody records, and runs beside the page; no command waits for it.
 */
import { backupMessages as words } from '../../locales/en/backup'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { backUp, backupFaultOf, canChoosePlaces, readPlan } from '../../stores/keeping/backup-plan'
import { useLedger } from '../../stores/ledger-store'
import { dismissToast, toast, useToasts } from '../../stores/toast-store'

/** Milliseconds from the last event on. */
const RESTS_AFTER = 5_000
/** A page that stays open looks again: for the new day, and for what failed. */
const LOOKS_EVERY = 15 * 60_000

let due: ReturnType<typeof setTimeout> | undefined
/** What was said in this page and has not been mended since. */
let said = ''

export function watchBackups(): () => void {
  if (!canChoosePlaces()) return () => undefined
  soon()
  const timer = setInterval(soon, LOOKS_EVERY)
  const stop = useLedger.subscribe((now, before) => {
    if (now.status === 'ready' && (now.size !== before.size || now.localId !== before.localId)) soon()
  })
  return () => {
    clearTimeout(due)
    clearInterval(timer)
    stop()
  }
}

function soon(): void {
  clearTimeout(due)
  due = setTimeout(() => void look(), RESTS_AFTER)
}

async function look(asked = false): Promise<void> {
  // Somebody is at the settings, which show it all, or in the midst of something.
  if (!asked && useDialog.getState().request !== null) return soon()
  try {
    const { kind } = await backUp({ asked })
    if (kind === 'written' || kind === 'up-to-date') mended()
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return
    tell(backupFaultOf(error))
  }
}

function tell(code: ReturnType<typeof backupFaultOf>): void {
  const message = words.faults[code]
  if (said === message) return
  mended()
  said = message
  const action =
    code === 'permission'
      ? { label: words.allow, run: () => void look(true) }
      : { label: words.openSettings, run: () => void readPlan().then(() => dialogs.open({ kind: 'backup' })) }
  toast(message, { tone: 'problem', stays: true, action })
}

function mended(): void {
  const notice = useToasts.getState().toasts.find(({ message }) => message === said)
  if (notice) dismissToast(notice.id)
  said = ''
}
