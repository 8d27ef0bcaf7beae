/** Places the features: which sheet is shown, and the parts that are always there. */
import { useDeferredValue } from 'react'
import { AccountPage } from '../features/accounts/account-page'
import { AccountsSidebar } from '../features/accounts/accounts-sidebar'
import { EmptyLedger } from '../features/accounts/empty-ledger'
import { HistoryFilter } from '../features/history/filter/history-filter'
import { History } from '../features/history/history'
import { LedgerMenu } from '../features/ledgers/ledger-menu'
import { LedgerSection } from '../features/ledgers/ledger-section'
import { Dock } from '../features/timeline/dock'
import { useLedger } from '../stores/ledger-store'
import { useView } from '../stores/view-store'
import { useAppShortcuts } from './commands/use-app-shortcuts'
import { DialogHost } from './dialog-host'
import { AppLayout } from './layout/app-layout'
import { Toasts } from './layout/toasts'
import { useKeptFocus } from './layout/use-kept-focus'
import { LedgerFailure, LedgerOpening } from './ledger-status'
import { PageSheet } from './pages/page-sheet'
import { useDocumentTitle } from './use-document-title'

export function App() {
  useAppShortcuts()
  useKeptFocus()
  useDocumentTitle()
  const sidebar = (
    <>
      <AccountsSidebar />
      <LedgerSection />
    </>
  )
  return (
    <>
      <AppLayout ledgerMenu={<LedgerMenu />} sidebar={sidebar} dock={<Dock />}>
        <Sheet />
      </AppLayout>
      <DialogHost />
      <Toasts />
    </>
  )
}

/** Another sheet is drawn right behind the rest, in pieces: what was on it stays until then. */
function Sheet() {
  const status = useLedger((state) => state.status)
  const view = useDeferredValue(useView((state) => state.view))
  if (status === 'failed') return <LedgerFailure />
  if (status === 'opening') return <LedgerOpening />
  if (view.kind === 'home') return <EmptyLedger />
  if (view.kind === 'page') return <PageSheet page={view.page} query={view.query} />
  const { accountId } = view
  return (
    <AccountPage accountId={accountId} filter={<HistoryFilter accountId={accountId} />}>
      <History accountId={accountId} />
    </AccountPage>
  )
}
