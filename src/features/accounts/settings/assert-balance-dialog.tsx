/** "Record bank balance": what the bank states for a day, beside what the ledger says of that day. */
import { CircleCheck, Scale, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { dialogs, type StatedBalance } from '../../../stores/dialog-store'
import { hindsight } from '../../../stores/ledger-store'
import { toast } from '../../../stores/toast-store'
import { show } from '../../../stores/view-store'
import { Button } from '../../../ui/action/button'
import { AmountField, describeAmount } from '../../../ui/field/amount-field'
import { DateField } from '../../../ui/field/date-field'
import { formatDate, localDate } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import type { ParsedAmount } from '../../../ui/parse/parse-amount'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import { useCommandForm } from '../commands/use-command-form'

interface AssertBalanceDialogProps {
  readonly account: AccountAt
  /** What the fields begin with. */
  readonly stated?: StatedBalance | undefined
}

export function AssertBalanceDialog({ account, stated: given }: AssertBalanceDialogProps) {
  const { exponent, currency, name } = account
  const [text, setText] = useState(() => (given === undefined ? '' : formatMoney(given.balance, { exponent })))
  const [parsed, setParsed] = useState<ParsedAmount>(() =>
    given === undefined ? { ok: false, fault: 'empty' } : { ok: true, minor: given.balance, isSum: false },
  )
  const [date, setDate] = useState<string | null>(() => given?.effectiveOn ?? localDate())
  const stated = parsed.ok ? parsed.minor : undefined
  const ledgerSays = date === null ? undefined : balanceOn(account, date)
  const form = useCommandForm({
    fields: ['balance', 'date'],
    build() {
      if (stated !== undefined && date !== null) {
        return { command: { type: 'AssertBalance', accountId: account.id, balance: stated, effectiveOn: date } }
      }
      const wrong = describeAmount(parsed, { ...account, allowNegative: true }) ?? messages.balanceNeeded
      return {
        errors: {
          ...(stated === undefined ? { balance: wrong } : {}),
          ...(date === null ? { date: messages.dateNeeded } : {}),
        },
      }
    },
    onDone: () => toast(messages.asserted(name)),
  })
  const difference = stated === undefined || ledgerSays === undefined ? undefined : stated - ledgerSays
  return (
    <CommandDialog
      title={messages.assertBalance}
      verb={messages.assertBalance}
      form={form}
      aside={messages.ofAccount(name)}
    >
      <p className={styles.text}>{messages.assertText}</p>
      <AmountField
        className={styles.half ?? ''}
        label={messages.bankBalance}
        allowNegative
        value={text}
        currency={currency}
        exponent={exponent}
        error={form.errors.balance}
        onChange={(next, nextParsed) => {
          setText(next)
          setParsed(nextParsed)
          form.clear('balance')
        }}
      />
      <DateField
        className={styles.half ?? ''}
        label={messages.date}
        value={date}
        description={messages.assertDateHint}
        error={form.errors.date}
        onChange={(next) => {
          setDate(next)
          form.clear('date')
        }}
      />
      {date !== null && ledgerSays !== undefined && (
        <dl className={styles.result}>
          <dt>{messages.ledgerSays(formatDate(date))}</dt>
          <dd>{formatMoney(ledgerSays, { exponent, currency })}</dd>
          {difference !== undefined && difference !== 0 && (
            <>
              <dt>{messages.difference}</dt>
              <dd className={styles.beyond}>{formatMoney(difference, { exponent, currency, sign: 'always' })}</dd>
            </>
          )}
        </dl>
      )}
      {difference !== undefined && (
        <p className={difference === 0 ? styles.agrees : styles.differs} role="status">
          {difference === 0 ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {difference === 0 ? messages.agrees : messages.differs}
        </p>
      )}
      {difference !== undefined && difference !== 0 && date !== null && (
        <Button
          icon={<Scale />}
          className={styles.start ?? ''}
          onPress={() => {
            dialogs.close()
            show.page('reconcile', { account: account.id, date, balance: String(stated) })
          }}
        >
          {messages.findFault}
        </Button>
      )}
    </CommandDialog>
  )
}

/** All that is recorded so far and effective on or before that day. */
function balanceOn(account: AccountAt, date: string): number | undefined {
  const { ids, minor } = hindsight().balancesAt({ effectiveOn: date })
  return minor[ids.indexOf(account.id)]
}
