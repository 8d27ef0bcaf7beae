/** Places the features: which sheet is shown, and the parts that are always there. */
import { AccountDialogs } from '../features/accounts/account-dialogs'
import { AccountPage } from '../features/accounts/account-page'
import { AccountsSidebar } from '../features/accounts/accounts-sidebar'
import { EmptyLedger } from '../features/accounts/empty-ledger'
import { HistoryFilter } from '../features/history/filter/history-filter'
import { History } from '../features/history/history'
import { EventDialog } from '../features/inspector/event-dialog'
import { Dock } from '../features/timeline/dock'
import { GoToMomentDialog } from '../features/timeline/go-to-moment-dialog'
import { useView } from '../stores/view-store'
import { AppLayout } from './layout/app-layout'

export function App() {
  return (
    <>
      <AppLayout ledgerMenu={null} sidebar={<AccountsSidebar />} dock={<Dock />}>
        <Sheet />
      </AppLayout>
      <AccountDialogs />
      <EventDialog />
      <GoToMomentDialog />
    </>
  )
}

function Sheet() {
  const view = useView((state) => state.view)
  if (view.kind === 'home') return <EmptyLedger />
  const { accountId } = view
  return (
    <AccountPage accountId={accountId} filter={<HistoryFilter accountId={accountId} />}>
      <History accountId={accountId} />
    </AccountPage>
  )
}
