/** The plans of this browser's ledgers, opened when somebody asks. */
import { BackupPlanStore } from '../../storage/backups/backup-plan-store'

/** @throws StorageError */
export function openBackupPlans(): Promise<BackupPlanStore> {
  return BackupPlanStore.open()
}
