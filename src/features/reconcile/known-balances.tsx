/** Every balance of the bank that is known, and how far the ledger is from it; each leads to what went wrong there. */
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import { dateOfDay } from '../../stores/reconcile/day-of-date'
import type { Looked, StatementAt } from '../../stores/reconcile/reconciliation'
import { show } from '../../stores/view-store'
import { classNames } from '../../ui/class-names'
import { formatMoney } from '../../ui/format/format-money'
import styles from './known-balances.module.css'
import { type AccountUnit, writeDay } from './use-writing'

interface KnownBalancesProps {
  readonly account: AccountUnit
  readonly looked: Looked
  readonly asked: StatementAt
}

/** The newest ones; whoever recorded more has them in the history. */
const MOST_SHOWN = 60

export function KnownBalances({ account, looked, asked }: KnownBalancesProps) {
  const { currency, exponent } = account
  const shown = looked.statements.slice(-MOST_SHOWN).reverse()
  const look = ({ day, balance }: StatementAt) =>
    show.page('reconcile', { account: account.id, date: dateOfDay(day), balance: String(balance) })
  return (
    <section aria-label={messages.known} className={styles.known}>
      <h2 className={styles.heading}>{messages.known}</h2>
      <ul>
        {shown.map((statement) => {
          const { day, balance, difference, mark } = statement
          const date = writeDay(day)
          const words = (
            <>
              {difference === 0 ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
              <span className={styles.date}>{date}</span>
              <span className={styles.quiet}>{mark === undefined ? messages.given : messages.recorded}</span>
              <span className={styles.figure}>{formatMoney(balance, { currency, exponent })}</span>
              <span className={styles.apart}>
                {difference === 0 ? messages.agreed : formatMoney(difference, { exponent, sign: 'always' })}
              </span>
            </>
          )
          return (
            <li key={day} className={classNames(difference !== 0 && styles.off, statement === asked && styles.asked)}>
              {statement === asked || mark === undefined ? (
                <div className={styles.line} aria-current={statement === asked ? 'true' : undefined}>
                  {words}
                </div>
              ) : (
                <button type="button" className={styles.line} onClick={() => look(statement)}>
                  {words}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
