/** What the automatic backup has come to, in words. */
import { backupMessages as messages } from '../../../locales/en/backup'
import { userLocale } from '../../../locales/user-locale'
import type { BackupPlan } from '../../../storage/backups/backup-plan'
import { formatInstant, localDate } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'

/** `14:03`. */
function formatTime(instant: number): string {
  return new Intl.DateTimeFormat(userLocale(), { hour: '2-digit', minute: '2-digit' }).format(instant)
}

/** `Backups/household-….json.gz`, or the name of the one file. */
export function fileOf({ place, written }: BackupPlan): string {
  const name = written.at(-1)?.name
  return place.kind === 'folder' && name !== undefined ? `${place.handle.name}/${name}` : place.handle.name
}

/** `Last backup: 1,204 events, today 14:03, to Backups/…`. */
export function lastBackupWords(plan: BackupPlan, now: number): string {
  const last = plan.written.at(-1)
  if (!last) return messages.noneYet(plan.place.handle.name)
  const { events, savedAt } = last
  const isToday = localDate(savedAt) === localDate(now)
  const when = isToday ? messages.today(formatTime(savedAt)) : formatInstant(savedAt)
  return messages.last(events, formatCount(events), when, fileOf(plan))
}

const faults: Readonly<Record<string, string>> = messages.faults

export function faultWords({ fault }: BackupPlan): string | undefined {
  return fault && (faults[fault.code] ?? messages.faults.failed)
}
