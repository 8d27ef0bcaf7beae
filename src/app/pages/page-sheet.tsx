/** The screens beside the accounts. Each loads when it is first shown: nobody needs it to see a balance. */
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { EmptyLedger } from '../../features/accounts/empty-ledger'
import type { PageName, PageQuery } from '../../stores/view-store'

interface PageProps {
  readonly query: PageQuery
}

const PAGES: Partial<Record<PageName, LazyExoticComponent<ComponentType<PageProps>>>> = {
  'event-log': lazy(() =>
    import('../../features/inspector/log/event-log-page').then((module) => ({ default: module.EventLogPage })),
  ),
  reconcile: lazy(() => import('./account-pages').then((module) => module.reconcile())),
  compare: lazy(() =>
    import('../../features/moments/compare/compare-page').then((module) => ({ default: module.ComparePage })),
  ),
  sandbox: lazy(() =>
    import('../../features/sandbox/sandbox-page').then((module) => ({ default: module.SandboxPage })),
  ),
  statement: lazy(() => import('./account-pages').then((module) => module.statement())),
}

export function PageSheet({ page, query }: PageProps & { readonly page: PageName }) {
  const Page = PAGES[page]
  if (!Page) return <EmptyLedger />
  return (
    <Suspense fallback={null}>
      <Page query={query} />
    </Suspense>
  )
}
