/** The pages of one account. Where the address names none, or none that is here, one is chosen first. */
import type { ComponentType } from 'react'
import { EmptyLedger } from '../../features/accounts/empty-ledger'
import { statementMessages } from '../../locales/en/accounts/statement'
import { reconcileMessages } from '../../locales/en/reconcile'
import { useLedger } from '../../stores/ledger-store'
import type { PageName, PageQuery } from '../../stores/view-store'
import { ChooseAccount } from './choose-account'

interface PageProps {
  readonly query: PageQuery
}
interface Loaded {
  readonly default: ComponentType<PageProps>
}

export async function reconcile(): Promise<Loaded> {
  const { ReconcilePage } = await import('../../features/reconcile/reconcile-page')
  return { default: ofAnAccount('reconcile', reconcileMessages.title, ReconcilePage) }
}

export async function statement(): Promise<Loaded> {
  const { StatementPage } = await import('../../features/statement/statement-page')
  return { default: ofAnAccount('statement', statementMessages.title, StatementPage) }
}

function ofAnAccount(page: PageName, title: string, Page: ComponentType<PageProps>): ComponentType<PageProps> {
  return function OfAnAccount({ query }) {
    const timeline = useLedger((ledger) => ledger.timeline)
    const accounts = useLedger((ledger) => ledger.timeline.accounts.length)
    if (timeline.accountNumber(query.account ?? '') !== undefined) return <Page query={query} />
    if (accounts === 0) return <EmptyLedger />
    return <ChooseAccount page={page} title={title} query={query} />
  }
}
