/** One sandbox beside the ledger it was branched from: balances, what was changed, and what could be given to the real one. */
import { FlaskConical } from 'lucide-react'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { useSandbox } from '../../stores/sandbox/sandbox-reading'
import type { PageQuery } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { EmptyState } from '../../ui/feedback/empty-state'
import { BalancesTable } from './balances-table'
import { ChangeList } from './change-list'
import { CommandList } from './command-list'
import { SandboxHeader } from './sandbox-header'
import styles from './sandbox-page.module.css'

export function SandboxPage({ query }: { readonly query: PageQuery }) {
  const localId = useLedger((ledger) => ledger.localId)
  const ledgers = useLedger((ledger) => ledger.ledgers)
  const isBranch = useLedger((ledger) => ledger.branch !== null)
  const id = query.branch ?? (isBranch ? localId : ledgers.find(({ branchOf }) => branchOf === localId)?.id)
  if (id === undefined) return <NoSandboxes />
  return <OneSandbox key={id} id={id} />
}

function NoSandboxes() {
  return (
    <div className={styles.page}>
      <h1 className={styles.unseen}>{messages.section}</h1>
      <EmptyState
        icon={<FlaskConical aria-hidden="true" />}
        title={messages.none}
        actions={
          <Button variant="main" onPress={() => dialogs.open({ kind: 'branch' })}>
            {messages.branch}
          </Button>
        }
      >
        {messages.noneText}
      </EmptyState>
    </div>
  )
}

function OneSandbox({ id }: { readonly id: string }) {
  const { branch, comparison, verdicts, error, isRead, reload } = useSandbox(id)
  if (!branch || !comparison) {
    return (
      <div className={styles.page}>
        <h1 className={styles.unseen}>{messages.sandbox}</h1>
        {!isRead && (
          <p role="status" className={styles.quiet}>
            {messages.reading}
          </p>
        )}
        {isRead && (
          <EmptyState icon={<FlaskConical aria-hidden="true" />} title={error ?? messages.gone}>
            {error === undefined ? messages.goneText : undefined}
          </EmptyState>
        )}
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.page} tabIndex={0} aria-label={messages.compareOf(branch.name)}>
      <SandboxHeader branch={branch} hasOriginal={comparison.hasOriginal} />
      <BalancesTable comparison={comparison} branch={branch} />
      {branch.origin.without.length + branch.origin.moved.length > 0 && (
        <ChangeList origin={branch.origin} accounts={comparison.accounts} />
      )}
      {verdicts && <CommandList branch={branch} accounts={comparison.accounts} verdicts={verdicts} onGiven={reload} />}
    </section>
  )
}
