/** Places the features: which sheet is shown, and the parts that are always there. */
import { AccountPage } from '../features/accounts/account-page'
import { AccountsSidebar } from '../features/accounts/accounts-sidebar'
import { EmptyLedger } from '../features/accounts/empty-ledger'
import { HistoryFilter } from '../features/history/filter/history-filter'
import { History } from '../features/history/history'
import { Dock } from '../features/timeline/dock'
import { useView } from '../stores/view-store'
import { DialogHost } from './dialog-host'
import { AppLayout } from './layout/app-layout'

export function App() {
  return (
    <>
      <AppLayout ledgerMenu={null} sidebar={<AccountsSidebar />} dock={<Dock />}>
        <Sheet />
      </AppLayout>
      <DialogHost />
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
