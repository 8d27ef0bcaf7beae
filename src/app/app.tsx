/** Places the features: which sheet is shown, and the parts that are always there. */
import { lazy, Suspense, useDeferredValue } from 'react'
import { AccountPage } from '../features/accounts/account-page'
import { AccountsSidebar } from '../features/accounts/accounts-sidebar'
import { EmptyLedger } from '../features/accounts/empty-ledger'
import { HistoryFilter } from '../features/history/filter/history-filter'
import { History } from '../features/history/history'
import { LedgerMenu } from '../features/ledgers/ledger-menu'
import { LedgerSection } from '../features/ledgers/ledger-section'
import { Dock } from '../features/timeline/dock'
import { useLedger } from '../stores/ledger-store'
import { useView, type View } from '../stores/view-store'
import { useAppShortcuts } from './commands/use-app-shortcuts'
import { DialogHost } from './dialog-host'
import { AppLayout } from './layout/app-layout'
import { Toasts } from './layout/toasts'
import { useKeptFocus } from './layout/use-kept-focus'
import { LedgerFailure, LedgerOpening } from './ledger-status'
import { PageSheet } from './pages/page-sheet'
import { useDocumentTitle } from './use-document-title'
import { WhyHost } from './why-host'

/** At the foot of the sidebar, and not missed while it is on its way. */
const SandboxSection = lazy(() =>
  import('../features/sandbox/sandbox-section').then((module) => ({ default: module.SandboxSection })),
)

/** Hardly anybody ever sees it. */
const DamageNotice = lazy(() => import('./all-dialogs').then((module) => ({ default: module.DamageNotice })))

export function App() {
  useAppShortcuts()
  useKeptFocus()
  useDocumentTitle()
  const sidebar = (
    <>
      <AccountsSidebar />
      <LedgerSection />
      <Suspense fallback={null}>
        <SandboxSection />
      </Suspense>
    </>
  )
  return (
    <>
      <AppLayout ledgerMenu={<LedgerMenu />} sidebar={sidebar} dock={<Dock />} beside={<WhyHost />}>
        <Damage />
        <Sheet />
      </AppLayout>
      <DialogHost />
      <Toasts />
    </>
  )
}

function Damage() {
  const report = useLedger((state) => state.damage)
  return (
    report && (
      <Suspense fallback={null}>
        <DamageNotice report={report} />
      </Suspense>
    )
  )
}

/** Another sheet is drawn right behind the rest, in pieces: what was on it stays until then. */
function Sheet() {
  const status = useLedger((state) => state.status)
  const chosen = useView((state) => state.view)
  const drawn = useDeferredValue(chosen)
  // The same sheet follows at once: a field on it would lose letters that are typed meanwhile.
  const view = sheetOf(chosen) === sheetOf(drawn) ? chosen : drawn
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

function sheetOf(view: View): string {
  return view.kind === 'page' ? view.page : view.kind === 'account' ? view.accountId : ''
}
