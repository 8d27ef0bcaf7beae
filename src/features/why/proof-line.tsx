/** That the list comes to the number: while the cursor moves by its groups, and when it rests, added up once more. */
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { whyMessages as messages } from '../../locales/en/why'
import { dialogs } from '../../stores/dialog-store'
import type { Explained } from '../../stores/explain/use-explained'
import { type AssertionAt, useProof } from '../../stores/explain/use-proof'
import { Button } from '../../ui/action/button'
import { formatDate, isoOfDay } from '../../ui/format/format-date'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import styles from './why-panel.module.css'

export function ProofLine({ explained }: { readonly explained: Explained }) {
  const proof = useProof(explained)
  const { asked, minor = 0, explanation, question } = explained
  const { currency, exponent } = asked
  const sum = explanation.sum === minor ? (proof?.sum ?? minor) : explanation.sum
  if (sum !== minor) {
    const money = (amount: number) => formatMoney(amount, { currency, exponent })
    return (
      <p className={styles.proof} role="alert" data-proof="off">
        <TriangleAlert aria-hidden="true" className={styles.off ?? ''} />
        <span>
          {messages.disproved(money(sum), money(Math.abs(sum - minor)))}{' '}
          <Button size="small" onPress={() => dialogs.open({ kind: 'verify' })}>
            {messages.verify}
          </Button>
        </span>
      </p>
    )
  }
  const last = question ? formatCount(question.bound.position) : ''
  const entries = messages.entries(explanation.count, formatCount(explanation.count))
  const words =
    explanation.count === 0 ? messages.provedNothing : proof ? messages.proved(last) : messages.adds(entries)
  return (
    <p className={styles.proof} data-proof={proof ? 'proved' : 'adds'}>
      <CircleCheck aria-hidden="true" />
      <span>
        {words}
        {proof?.assertion && <BankWords assertion={proof.assertion} currency={currency} exponent={exponent} />}
      </span>
    </p>
  )
}

interface BankWordsProps {
  readonly assertion: AssertionAt
  readonly currency: string
  readonly exponent: number
}

function BankWords({ assertion, ...form }: BankWordsProps) {
  const { position, day, asserted, balance } = assertion
  const date = formatDate(isoOfDay(day))
  const words =
    asserted === balance
      ? messages.bankSame(date)
      : messages.bankOther(date, formatMoney(asserted, form), formatMoney(balance, form))
  return (
    <>
      {' '}
      {words}{' '}
      <span className={styles.aside}>
        (
        <button type="button" className={styles.link} onClick={() => dialogs.open({ kind: 'event', position })}>
          {messages.bankEvent(formatCount(position))}
        </button>
        ).
      </span>
    </>
  )
}
