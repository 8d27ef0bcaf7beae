/** "Find where it went wrong": what the bank says beside the ledger, since when they differ, and what could be why. */
import { ArrowLeft, Scale } from 'lucide-react'
import { useMemo } from 'react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import { accountNameAt } from '../../stores/account-reading'
import { useLedger } from '../../stores/ledger-store'
import { type Looked, useReconciliation } from '../../stores/reconcile/reconciliation'
import { type PageQuery, show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { EmptyState } from '../../ui/feedback/empty-state'
import { AskForm } from './ask-form'
import { KnownBalances } from './known-balances'
import { queryOf, statementsOf } from './page-query'
import styles from './reconcile-page.module.css'
import { StretchSection } from './stretch-section'
import type { AccountUnit } from './use-writing'
import { Verdict } from './verdict'

export function ReconcilePage({ query }: { readonly query: PageQuery }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const accountId = query.account ?? ''
  const track = timeline.accounts[timeline.accountNumber(accountId) ?? -1]
  // The frame lets one be chosen where there is none.
  if (track === undefined) return null
  const { currency, exponent } = track
  return <OfAccount key={JSON.stringify(query)} account={{ id: accountId, currency, exponent }} query={query} />
}

function OfAccount({ account, query }: { readonly account: AccountUnit; readonly query: PageQuery }) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const size = useLedger((ledger) => ledger.size)
  const given = useMemo(() => statementsOf(query), [query])
  const looked = useReconciliation(account.id, given)
  const name = accountNameAt(timeline, account.id, size) ?? ''
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{messages.title}</h1>
        <Button
          variant="bare"
          icon={<ArrowLeft />}
          className={styles.back ?? ''}
          onPress={() => show.account(account.id)}
        >
          <span className={styles.clip}>{messages.back(name)}</span>
        </Button>
      </header>
      <AskForm account={account} given={given} onAsk={(next) => show.page('reconcile', queryOf(account.id, next))} />
      {looked?.asked === undefined ? (
        <EmptyState title={messages.emptyTitle} icon={<Scale aria-hidden="true" />}>
          {messages.empty}
        </EmptyState>
      ) : (
        <Findings account={account} looked={looked} asked={looked.asked} />
      )}
    </div>
  )
}

interface FindingsProps {
  readonly account: AccountUnit
  readonly looked: Looked
  readonly asked: NonNullable<Looked['asked']>
}

function Findings({ account, looked, asked }: FindingsProps) {
  const { stretches, suspects, position } = looked
  return (
    <>
      <Verdict account={account} asked={asked} />
      <div className={styles.columns}>
        <div className={styles.stretches}>
          {stretches.map((stretch, index) => {
            const found = suspects[index]
            if (found === undefined) return null
            const key = `${stretch.afterDay} ${stretch.until.day} ${index}`
            return <StretchSection key={key} isPart={index > 0} {...{ account, stretch, suspects: found, position }} />
          })}
        </div>
        <KnownBalances account={account} looked={looked} asked={asked} />
      </div>
    </>
  )
}
