/** The bank, the ledger, and what lies between them; where nothing does, the offer to record that they agree. */
import { CircleCheck, Landmark } from 'lucide-react'
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useAsked } from '../../stores/explain/use-asked'
import { dateOfDay } from '../../stores/reconcile/day-of-date'
import type { StatementAt } from '../../stores/reconcile/reconciliation'
import { Button } from '../../ui/action/button'
import { NumberButton } from '../../ui/action/number-button'
import { formatMoney } from '../../ui/format/format-money'
import { Money } from '../../ui/format/money'
import { type AccountUnit, writeDay } from './use-writing'
import styles from './verdict.module.css'

interface VerdictProps {
  readonly account: AccountUnit
  readonly asked: StatementAt
}

export function Verdict({ account, asked }: VerdictProps) {
  const { currency, exponent } = account
  const { day, balance, ledger, difference, mark } = asked
  const isNow = useCursor((cursor) => cursor.isNow)
  const date = writeDay(day)
  const askable = useAsked(`of:${account.id}@${dateOfDay(day)}`)
  const record = () =>
    dialogs.open({
      kind: 'assert-balance',
      accountId: account.id,
      stated: { effectiveOn: dateOfDay(day), balance },
    })
  return (
    <section aria-label={messages.difference} className={styles.verdict}>
      <dl className={styles.figures}>
        <div>
          <dt>{messages.bankSays(date)}</dt>
          <dd>
            <Money minor={balance} {...{ currency, exponent }} />
          </dd>
        </div>
        <div>
          <dt>{messages.ledgerSays}</dt>
          <dd data-minor={ledger} data-testid="ledger-says">
            <NumberButton {...askable} label={messages.why(formatMoney(ledger, { currency, exponent }))}>
              <Money minor={ledger} {...{ currency, exponent }} />
            </NumberButton>
          </dd>
        </div>
        <div className={styles.difference}>
          <dt>{messages.difference}</dt>
          <dd>
            <Money data-testid="difference" minor={difference} sign="always" {...{ currency, exponent }} />
          </dd>
        </div>
      </dl>
      {difference === 0 && (
        <div className={styles.agrees} role="status">
          <CircleCheck aria-hidden="true" />
          <div className={styles.words}>
            <p className={styles.title}>{messages.agreesTitle}</p>
            <p>
              {messages.agrees(date)} {isNow ? '' : messages.agreesPast}
            </p>
            {mark === undefined && <p className={styles.hint}>{messages.recordHint}</p>}
          </div>
          {mark === undefined && (
            <Button icon={<Landmark />} disabledReason={isNow ? null : messages.pastReadOnly} onPress={record}>
              {messages.record}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
