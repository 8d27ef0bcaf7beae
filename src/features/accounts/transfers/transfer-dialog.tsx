/** "Transfer": from one account to another; where their currencies differ, what arrives is asked for too. */
import { useState } from 'react'
import type { Receipt } from '../../../application/ledger-api'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import { isolated } from '../../../locales/isolated'
import { type AccountAt, useAccountsNow } from '../../../stores/account-reading'
import { toast } from '../../../stores/toast-store'
import { AmountField } from '../../../ui/field/amount-field'
import { ComboBox } from '../../../ui/field/combo-box'
import { DateField } from '../../../ui/field/date-field'
import { Select, type SelectOption } from '../../../ui/field/select'
import { TextField } from '../../../ui/field/text-field'
import { localDate } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import { AfterLine } from '../commands/after-this'
import { AgreedWarning } from '../commands/agreed-warning'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import type { FieldName } from '../commands/field-errors'
import { fundsWords } from '../commands/funds'
import { useCommandForm } from '../commands/use-command-form'
import { usePastWords } from '../entries/use-past-words'
import { NOTHING_TYPED, type TransferInput, transferOf } from './transfer-input'

export function TransferDialog({ accountId }: { readonly accountId?: string | undefined }) {
  const accounts = useAccountsNow()
  const [input, setInput] = useState<TransferInput>(() => ({
    from: startAccount(accounts, accountId),
    to: '',
    amount: NOTHING_TYPED,
    received: NOTHING_TYPED,
    date: localDate(),
    memo: '',
    category: '',
  }))
  const from = accounts.find(({ id }) => id === input.from)
  const to = accounts.find(({ id }) => id === input.to)
  const exchanged = from !== undefined && to !== undefined && from.currency !== to.currency
  const minor = input.amount.parsed.ok ? input.amount.parsed.minor : 0
  const received = exchanged && input.received.parsed.ok ? input.received.parsed.minor : exchanged ? 0 : minor
  const past = usePastWords(from?.id)
  const form = useCommandForm({
    fields: ['from', 'to', 'amount', ...(exchanged ? (['toAmount'] as const) : []), 'date', 'memo', 'category'],
    accounts: { from: input.from, to: input.to },
    build: () => transferOf(input, from, to),
    wordsFor: (error) => (from === undefined ? undefined : fundsWords(error, minor, from, 'transfer')),
    onDone: (receipt) => confirmTransfer(receipt, minor, from, to),
  })
  const change = (field: FieldName, next: Partial<TransferInput>) => {
    setInput((current) => ({ ...current, ...next }))
    form.clear(field)
  }
  return (
    <CommandDialog title={messages.transfer} verb={messages.transfer} form={form}>
      <Select
        className={styles.half ?? ''}
        label={messages.from}
        value={input.from}
        placeholder={messages.choose}
        options={accountOptions(accounts)}
        error={form.errors.from}
        onChange={(next) => change('from', { from: next })}
      />
      <Select
        className={styles.half ?? ''}
        label={messages.to}
        value={input.to}
        placeholder={messages.choose}
        options={accountOptions(accounts, input.from)}
        error={form.errors.to}
        onChange={(next) => change('to', { to: next })}
      />
      <AmountField
        className={styles.half ?? ''}
        label={messages.amount}
        value={input.amount.text}
        currency={from?.currency ?? 'XXX'}
        exponent={from?.exponent ?? 2}
        error={form.errors.amount}
        onChange={(text, parsed) => change('amount', { amount: { text, parsed } })}
      />
      {exchanged && (
        <AmountField
          className={styles.half ?? ''}
          label={messages.amountReceived}
          value={input.received.text}
          currency={to.currency}
          exponent={to.exponent}
          error={form.errors.toAmount}
          onChange={(text, parsed) => change('toAmount', { received: { text, parsed } })}
        />
      )}
      <DateField
        className={exchanged ? '' : (styles.half ?? '')}
        label={messages.date}
        value={input.date}
        description={messages.dateHint}
        error={form.errors.date}
        onChange={(date) => change('date', { date })}
      />
      <TextField
        label={messages.memo}
        value={input.memo}
        error={form.errors.memo}
        onChange={(memo) => change('memo', { memo })}
      />
      <ComboBox
        label={messages.category}
        value={input.category}
        suggestions={past.categories}
        error={form.errors.category}
        onChange={(category) => change('category', { category })}
      />
      {from !== undefined && <AgreedWarning account={from} date={input.date} />}
      {to !== undefined && <AgreedWarning account={to} date={input.date} />}
      {(from !== undefined || to !== undefined) && (
        <dl className={styles.result}>
          {from !== undefined && <AfterLine account={from} change={minor > 0 ? -minor : null} />}
          {to !== undefined && <AfterLine account={to} change={received > 0 ? received : null} />}
        </dl>
      )}
    </CommandDialog>
  )
}

/** The account that the dialog was opened on; else the first that is open. */
function startAccount(accounts: readonly AccountAt[], accountId: string | undefined): string {
  const open = accounts.filter(({ status }) => status === 'open')
  return (open.find(({ id }) => id === accountId) ?? open[0])?.id ?? ''
}

function accountOptions(accounts: readonly AccountAt[], except?: string): readonly SelectOption[] {
  return accounts
    .filter(({ status, id }) => status === 'open' && id !== except)
    .map(({ id, name, balance, currency, exponent }) => ({
      value: id,
      label: `${isolated(name)} (${formatMoney(balance, { currency, exponent })})`,
    }))
}

function confirmTransfer(
  receipt: Receipt,
  minor: number,
  from: AccountAt | undefined,
  to: AccountAt | undefined,
): void {
  if (from === undefined || to === undefined) return
  const failed = receipt.events.find(({ type }) => type === 'TransferFailed')
  if (failed) {
    toast(messages.transferFailed(String(failed.data.reason ?? '')), { tone: 'problem' })
    return
  }
  const { currency, exponent } = from
  toast(messages.transferred(formatMoney(minor, { currency, exponent }), from.name, to.name))
}
