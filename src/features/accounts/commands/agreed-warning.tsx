/** Before recording: the date lies at or before a balance that was agreed with the bank, which would no longer agree. */
import { TriangleAlert } from 'lucide-react'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { useAgreedBalance } from '../../../stores/reconcile/bank-marks'
import { formatDate } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import styles from './command-dialog.module.css'

interface AgreedWarningProps {
  readonly account: AccountAt
  /** Value date of what would be recorded; null while there is none. */
  readonly date: string | null
}

export function AgreedWarning({ account, date }: AgreedWarningProps) {
  const agreed = useAgreedBalance(account.id, date)
  const { name, currency, exponent } = account
  return (
    <div role="status" className={styles.warning}>
      {agreed !== undefined && (
        <p className={styles.differs}>
          <TriangleAlert aria-hidden="true" />
          {messages.touchesAgreed(name, formatDate(agreed.date), formatMoney(agreed.balance, { currency, exponent }))}
        </p>
      )}
    </div>
  )
}
