/** Every dialog there is; each shows itself when its request is made. With the pages, one chunk of the bundle. */
import { AccountDialogs } from '../features/accounts/account-dialogs'
import { ExportDialog } from '../features/exchange/exporting/export-dialog'
import { ImportDialog } from '../features/exchange/importing/import-dialog'
import { EventDialog } from '../features/inspector/event-dialog'

export { EventLogPage } from '../features/inspector/log/event-log-page'

import { LedgerDialogs } from '../features/ledgers/ledger-dialogs'
import { GoToMomentDialog } from '../features/timeline/go-to-moment-dialog'
import { Palette } from './commands/palette'
import { ShortcutsSheet } from './commands/shortcuts-sheet'

export function AllDialogs() {
  return (
    <>
      <AccountDialogs />
      <EventDialog />
      <ExportDialog />
      <ImportDialog />
      <LedgerDialogs />
      <GoToMomentDialog />
      <Palette />
      <ShortcutsSheet />
    </>
  )
}
