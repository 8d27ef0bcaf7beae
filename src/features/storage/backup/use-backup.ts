/** What one may do about automatic backups, and what came of it: a word is said whatever happens. */
import { backupMessages as messages } from '../../../locales/en/backup'
import { describeError } from '../../../stores/dispatch'
import { backUp, choosePlace, endPlan, useBackupPlan } from '../../../stores/keeping/backup-plan'
import { toast } from '../../../stores/toast-store'
import { formatCount } from '../../../ui/format/format-money'
import { fileOf } from './backup-status'

/** Within a gesture. What goes wrong with the file stands in the plan, and the settings show it. */
export async function backUpNow(): Promise<void> {
  try {
    const result = await backUp({ asked: true })
    const { plan } = useBackupPlan.getState()
    if (result.kind === 'written') {
      const { events } = result.backup
      toast(messages.written(events, formatCount(events), plan ? fileOf(plan) : result.backup.name))
    } else if (result.kind === 'up-to-date') toast(messages.alreadyThere)
    else if (result.kind === 'busy') toast(messages.busy)
  } catch (error) {
    if (error instanceof Error && error.name === 'BackupError') return
    toast(describeError(error).message, { tone: 'problem' })
  }
}

/** Within a gesture: the first backup follows at once. */
export async function chooseAndBackUp(kind: 'folder' | 'file'): Promise<void> {
  try {
    if (await choosePlace(kind)) await backUpNow()
  } catch (error) {
    toast(describeError(error).message, { tone: 'problem' })
  }
}

export async function turnOff(): Promise<void> {
  try {
    await endPlan()
    toast(messages.ended)
  } catch (error) {
    toast(describeError(error).message, { tone: 'problem' })
  }
}
