/** Opening balance, what came in, what went out, closing balance: the third is the first with the two between. */
import { statementMessages as words } from '../../locales/en/accounts/statement'
import { useAsked } from '../../stores/explain/use-asked'
import type { AccountStatement } from '../../stores/statement/statement-reading'
import { NumberButton } from '../../ui/action/number-button'
import { formatMoney } from '../../ui/format/format-money'
import styles from './statement-page.module.css'

/** With what is asked about each (stores/explain/why-store.ts). */
const FIGURES = { opening: 'opening', sumIn: 'in', sumOut: 'out', closing: 'closing' } as const
const NAMES = Object.keys(FIGURES) as (keyof typeof FIGURES)[]

export function StatementSums({ account }: { readonly account: AccountStatement }) {
  return (
    <dl aria-label={words.summary} className={styles.sums}>
      {NAMES.map((name) => (
        <Sum key={name} account={account} name={name} />
      ))}
    </dl>
  )
}

interface SumProps {
  readonly account: AccountStatement
  readonly name: keyof typeof FIGURES
}

function Sum({ account: { statement, track }, name }: SumProps) {
  const { currency, exponent } = track
  const askable = useAsked(FIGURES[name])
  const sign = name === 'sumIn' || name === 'sumOut' ? 'always' : 'auto'
  const text = formatMoney(statement[name], { currency, exponent, sign })
  return (
    <div className={styles.sum}>
      <dt>{words[name]}</dt>
      <dd data-minor={statement[name]} data-testid={`statement-${name}`}>
        <NumberButton {...askable} label={words.why(text)}>
          {text}
        </NumberButton>
      </dd>
    </div>
  )
}
