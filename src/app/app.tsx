/** Places the features: which sheet is shown, and the parts that are always there. */
import { EmptyLedger } from '../features/accounts/empty-ledger'
import { AppLayout } from './layout/app-layout'

export function App() {
  return (
    <AppLayout ledgerMenu={null} sidebar={null} dock={null}>
      <EmptyLedger />
    </AppLayout>
  )
}
