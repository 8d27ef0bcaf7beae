/** Opening balance, what came in, what went out, closing balance: the third is the first with the two between. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import type { AccountStatement } from '../../stores/statement/statement-reading'
import { formatMoney } from '../../ui/format/format-money'
import styles from './statement-page.module.css'

const FIGURES = ['opening', 'sumIn', 'sumOut', 'closing'] as const

export function StatementSums({ account: { statement, track } }: { readonly account: AccountStatement }) {
  const { currency, exponent } = track
  return (
    <dl aria-label={words.summary} className={styles.sums}>
      {FIGURES.map((figure) => (
        <div key={figure} className={styles.sum}>
          <dt>{words[figure]}</dt>
          <dd data-minor={statement[figure]} data-testid={`statement-${figure}`}>
            {formatMoney(statement[figure], {
              currency,
              exponent,
              sign: figure === 'sumIn' || figure === 'sumOut' ? 'always' : 'auto',
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
