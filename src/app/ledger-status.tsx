/** What stands in the sheet while there is no ledger to show: it is being opened, or it cannot be. */

import { layoutMessages as words } from '../locales/en/app/layout'
import { useLedger } from '../stores/ledger-store'
import { Button } from '../ui/action/button'
import { EmptyState } from '../ui/feedback/empty-state'
import { ProgressBar } from '../ui/feedback/progress-bar'
import styles from './ledger-status.module.css'

export function LedgerOpening() {
  const progress = useLedger((state) => state.opening)
  // The style keeps it out of sight for a moment: most ledgers are open before one could read it.
  return (
    <div className={styles.opening}>
      <ProgressBar label={words.opening} done={progress?.done ?? 0} total={progress?.total} unit="events" />
    </div>
  )
}

export function LedgerFailure() {
  const failure = useLedger((state) => state.failure)
  return (
    <div role="alert" className={styles.failed}>
      <EmptyState
        title={words.notOpened}
        actions={
          <Button variant="main" onPress={() => window.location.reload()}>
            {words.reload}
          </Button>
        }
      >
        {failure?.message}
      </EmptyState>
    </div>
  )
}
