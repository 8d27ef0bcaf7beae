/**
 * Looks after the storage while the page is at rest: asks the browser to keep it once there is something of one's own,
 * warns before room runs out, and reminds of what is in no file yet. Each is said once, and never at the first glance.
 */

import { keepingMessages as words } from '../../locales/en/app/keeping'
import { dialogs } from '../../stores/dialog-store'
import {
  backupOf,
  followBackups,
  isReminderDue,
  notBackedUp,
  noteReminder,
  noteRestored,
  useBackups,
} from '../../stores/keeping/backups'
import { askToKeep, isShort, measureRoom } from '../../stores/keeping/storage-room'
import { type LedgerState, useLedger } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { fileSize } from '../../ui/format/file-size'
import { formatCount } from '../../ui/format/format-money'
import { hearOfFiles } from '../../workers/file-notice'

const ASKED = 'hindsight.asked-to-keep'

/** Milliseconds from the last event on: nobody is told anything in the midst of recording. */
const RESTS_AFTER = 5_000

let due: ReturnType<typeof setTimeout> | undefined
let warned = false

export function watchStorage(): () => void {
  followBackups()
  hearOfFiles(({ localId, events }) => noteRestored(localId, events))
  soon()
  return useLedger.subscribe((now, before) => {
    if (now.status !== 'ready' || (now.size === before.size && now.localId === before.localId)) return
    soon(isOwnGrowth(now, before))
  })
}

/** What is recorded or imported is one's own; opening a ledger, or a sandbox, is not. */
function isOwnGrowth(now: LedgerState, before: LedgerState): boolean {
  return before.status === 'ready' && now.localId === before.localId && now.size > before.size && now.branch === null
}

let grew = false

function soon(grown = false): void {
  grew ||= grown
  clearTimeout(due)
  due = setTimeout(() => void look(), RESTS_AFTER)
}

async function look(): Promise<void> {
  if (grew) await askOnce()
  grew = false
  const room = await measureRoom()
  if (isShort(room) && !warned) {
    warned = true
    toast(words.short(fileSize(room.free ?? 0)), { tone: 'problem' })
  }
  remind()
}

/** Asked once in the life of a browser; the dialog of all ledgers asks again. */
async function askOnce(): Promise<void> {
  try {
    if (localStorage.getItem(ASKED) !== null || (await navigator.storage?.persisted?.())) return
    localStorage.setItem(ASKED, new Date().toISOString())
  } catch {
    return
  }
  toast((await askToKeep()) ? words.promised : words.notPromised)
}

function remind(): void {
  const { localId, size, branch, timeline, status } = useLedger.getState()
  if (status !== 'ready' || branch !== null) return
  const backup = backupOf(useBackups.getState().records, localId)
  const count = notBackedUp(size, backup)
  const oldest = timeline.columns.recordedAt[backup.events] ?? Date.now()
  if (!isReminderDue(count, oldest, backup, Date.now())) return
  noteReminder(localId)
  const reminder = backup.events === 0 ? words.remindFirst : words.remind
  toast(reminder(count, formatCount(count)), {
    stays: true,
    action: { label: words.backUp, run: () => dialogs.open({ kind: 'export' }) },
  })
}
