/** When the next backup is due. */
import type { BackupPlan } from '../../storage/backups/backup-plan'
import { localDate } from '../environment'

/** After a failure it is tried again this much later, milliseconds. */
const TRIES_AGAIN_AFTER = 10 * 60_000
/** A backup of a million events takes a while: no more than a twentieth of the time goes into them. */
const RESTS = 20

/**
 * [AB9] Due is what nobody has written yet: after n events, or once a day. The first is due at once; one that failed
 * ten minutes later; and none before twenty times as long has passed as the last one took.
 * @param size events of the ledger
 * @param now milliseconds since 1970; a clock that was set back makes nothing wait for ever.
 */
export function isBackupDue({ written, every, fault }: BackupPlan, size: number, now: number): boolean {
  const last = written.at(-1)
  const count = size - (last?.events ?? 0)
  if (count <= 0) return false
  if (fault && isWithin(now, fault.at, TRIES_AGAIN_AFTER)) return false
  if (!last) return true
  if (isWithin(now, last.savedAt, last.took * RESTS)) return false
  return every > 0 ? count >= every : localDate(now) !== localDate(last.savedAt)
}

function isWithin(now: number, since: number, millis: number): boolean {
  return Math.abs(now - since) < millis
}
