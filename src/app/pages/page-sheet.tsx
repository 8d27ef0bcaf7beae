/** The screens beside the accounts. Each loads when it is first shown: nobody needs it to see a balance. */
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { EmptyLedger } from '../../features/accounts/empty-ledger'
import type { PageName, PageQuery } from '../../stores/view-store'

interface PageProps {
  readonly query: PageQuery
}

/**
 * Pages load with the dialogs, as one chunk: of several that share the stores, the bundler would cut what they share out
 * of the program, in pieces that take 5 kB more of the first load.
 */
const PAGES: Partial<Record<PageName, LazyExoticComponent<ComponentType<PageProps>>>> = {
  'event-log': lazy(() => import('../all-dialogs').then((module) => ({ default: module.EventLogPage }))),
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
