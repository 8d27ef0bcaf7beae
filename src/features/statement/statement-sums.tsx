/** Opening balance, what came in, what went out, closing balance: the third is the first with the two between. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import { useWhy, why } from '../../stores/explain/why-store'
import type { AccountStatement } from '../../stores/statement/statement-reading'
import { NumberButton } from '../../ui/action/number-button'
import { formatMoney } from '../../ui/format/format-money'
import styles from './statement-page.module.css'

const FIGURES = ['opening', 'sumIn', 'sumOut', 'closing'] as const

export function StatementSums({ account: { statement, track } }: { readonly account: AccountStatement }) {
  const { currency, exponent } = track
  const asked = useWhy((state) => state.question)
  const { length } = statement
  // The balance of the last row; without one it is whatever was brought over.
  const last = length > 0 ? `row:${statement.slot(length - 1) + 1}` : undefined
  return (
    <dl aria-label={words.summary} className={styles.sums}>
      {FIGURES.map((figure) => {
        const sign = figure === 'sumIn' || figure === 'sumOut' ? 'always' : 'auto'
        const text = formatMoney(statement[figure], { currency, exponent, sign })
        return (
          <div key={figure} className={styles.sum}>
            <dt>{words[figure]}</dt>
            <dd data-minor={statement[figure]} data-testid={`statement-${figure}`}>
              {figure === 'closing' && last !== undefined ? (
                <NumberButton
                  data-why={last}
                  label={words.why(text)}
                  asked={asked === last}
                  onPress={() => why.toggle(last)}
                >
                  {text}
                </NumberButton>
              ) : (
                text
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
