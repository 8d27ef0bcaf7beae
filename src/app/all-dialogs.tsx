/** Every dialog there is; each shows itself when its request is made. With the pages, one chunk of the bundle. */
import { AccountDialogs } from '../features/accounts/account-dialogs'
import { ExportDialog } from '../features/exchange/exporting/export-dialog'
import { ImportDialog } from '../features/exchange/importing/import-dialog'
import { EventDialog } from '../features/inspector/event-dialog'

import { LedgerDialogs } from '../features/ledgers/ledger-dialogs'
import { MomentsDialogs } from '../features/moments/bookmarks/moments-dialogs'
import { SandboxDialogs } from '../features/sandbox/sandbox-dialogs'
import { BackupDialog } from '../features/storage/backup/backup-dialog'
import { RestoreDialog } from '../features/storage/restore/restore-dialog'
import { StorageFacts } from '../features/storage/storage-facts'
import { GoToMomentDialog } from '../features/timeline/moment/go-to-moment-dialog'
import { Palette } from './commands/palette'
import { ShortcutsSheet } from './commands/shortcuts-sheet'
import { OfflineHost } from './offline/offline-host'

// In one chunk with them: for each further one, what it shares with the first screen would be cut out of that as well.
export { explainNumber } from '../application/explain/explain-number'
export { accountStatement } from '../application/statement/account-statement'
export { DamageNotice } from '../features/ledgers/integrity/damage-notice'
export { WhyPanel } from '../features/why/why-panel'
export { noteBackup } from '../stores/keeping/backups'
export { sandboxes } from '../stores/sandbox/sandbox-reading'
export { tellOfLink } from './link-notices'

export function AllDialogs() {
  return (
    <>
      <AccountDialogs />
      <BackupDialog />
      <EventDialog />
      <ExportDialog />
      <ImportDialog />
      <LedgerDialogs storage={<StorageFacts />} />
      <SandboxDialogs />
      <GoToMomentDialog />
      <MomentsDialogs />
      <OfflineHost />
      <Palette />
      <RestoreDialog />
      <ShortcutsSheet />
    </>
  )
}
