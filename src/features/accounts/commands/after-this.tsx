/** "Everyday after this": what an account will hold; brick, with its sign, where that is beyond its limit. */
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { formatMoney } from '../../../ui/format/format-money'
import styles from './command-dialog.module.css'

interface AfterThisProps {
  readonly account: AccountAt
  /** Signed, minor units of the account; null while no amount is given that could be recorded. */
  readonly change: number | null
}

export function AfterThis({ account, change }: AfterThisProps) {
  return (
    <dl className={styles.result}>
      <AfterLine account={account} change={change} />
    </dl>
  )
}

export function AfterLine({ account, change }: AfterThisProps) {
  const { balance, overdraftLimit, exponent, currency, name } = account
  const after = balance + (change ?? 0)
  const beyond = change !== null && change < 0 && overdraftLimit !== null && after < -overdraftLimit
  const shown = change === null ? '–' : Number.isSafeInteger(after) ? formatMoney(after, { exponent, currency }) : '…'
  return (
    <>
      <dt>{messages.afterThis(name)}</dt>
      <dd className={beyond ? styles.beyond : undefined}>{shown}</dd>
    </>
  )
}
