/** "Deposit" and "Withdraw": one entry, with what the account holds afterwards in sight before it is recorded. */
import { useState } from 'react'
import type { Receipt } from '../../../application/ledger-api'
import type { Command, Deposit } from '../../../domain/commands'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { dialogs, type EntryDraft } from '../../../stores/dialog-store'
import { toast } from '../../../stores/toast-store'
import { AmountField, describeAmount } from '../../../ui/field/amount-field'
import { ComboBox } from '../../../ui/field/combo-box'
import { DateField } from '../../../ui/field/date-field'
import { TextField } from '../../../ui/field/text-field'
import { localDate } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import type { ParsedAmount } from '../../../ui/parse/parse-amount'
import { AfterThis } from '../commands/after-this'
import { AgreedWarning } from '../commands/agreed-warning'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import type { FieldName, FormErrors } from '../commands/field-errors'
import { fundsWords } from '../commands/funds'
import { useCommandForm } from '../commands/use-command-form'
import { usePastWords } from './use-past-words'

interface EntryInput {
  readonly amount: string
  readonly parsed: ParsedAmount
  readonly date: string | null
  readonly payee: string
  readonly memo: string
  readonly category: string
}

const WORDS = {
  deposit: { title: messages.deposit, aside: messages.toAccount, type: 'Deposit' },
  withdraw: { title: messages.withdraw, aside: messages.fromAccount, type: 'Withdraw' },
} as const

interface EntryDialogProps {
  readonly kind: 'deposit' | 'withdraw'
  readonly account: AccountAt
  /** What the fields begin with. */
  readonly draft?: EntryDraft | undefined
}

export function EntryDialog({ kind, account, draft }: EntryDialogProps) {
  const [input, setInput] = useState<EntryInput>(() => ({
    ...amountOf(draft, account),
    date: draft?.effectiveOn ?? localDate(),
    payee: draft?.payee ?? '',
    memo: draft?.memo ?? '',
    category: draft?.category ?? '',
  }))
  const past = usePastWords(account.id)
  const { title, aside, type } = WORDS[kind]
  const minor = input.parsed.ok ? input.parsed.minor : 0
  const form = useCommandForm({
    fields: ['amount', 'date', 'payee', 'memo', 'category'],
    build: () => entryOf(type, account, input),
    wordsFor: (error) => fundsWords(error, minor, account, 'withdraw'),
    onDone: (receipt) => confirmEntry(kind, account, minor, receipt),
  })
  const change = (field: FieldName, next: Partial<EntryInput>) => {
    setInput((current) => ({ ...current, ...next }))
    form.clear(field)
  }
  /** A payee brings the category it had last, unless another was chosen already. */
  const choosePayee = (payee: string) => {
    const category = input.category === '' ? past.categoryOf(payee) : undefined
    change('payee', { payee, ...(category === undefined ? {} : { category }) })
  }
  return (
    <CommandDialog
      title={title}
      verb={title}
      form={form}
      aside={aside(account.name)}
      note={kind === 'withdraw' ? limitNote(account) : undefined}
    >
      <AmountField
        className={styles.half ?? ''}
        label={messages.amount}
        value={input.amount}
        currency={account.currency}
        exponent={account.exponent}
        error={form.errors.amount}
        onChange={(amount, parsed) => change('amount', { amount, parsed })}
      />
      <DateField
        className={styles.half ?? ''}
        label={messages.date}
        value={input.date}
        description={messages.dateHint}
        error={form.errors.date}
        onChange={(date) => change('date', { date })}
      />
      <ComboBox
        label={messages.payee}
        value={input.payee}
        suggestions={past.payees}
        error={form.errors.payee}
        onChange={choosePayee}
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
      <AgreedWarning account={account} date={input.date} />
      <AfterThis account={account} change={minor > 0 ? (kind === 'deposit' ? minor : -minor) : null} />
    </CommandDialog>
  )
}

function amountOf(draft: EntryDraft | undefined, { exponent }: AccountAt): Pick<EntryInput, 'amount' | 'parsed'> {
  if (draft === undefined) return { amount: '', parsed: { ok: false, fault: 'empty' } }
  const minor = draft.amount
  return { amount: formatMoney(minor, { exponent }), parsed: { ok: true, minor, isSum: false } }
}

function entryOf(
  type: 'Deposit' | 'Withdraw',
  account: AccountAt,
  input: EntryInput,
): { command: Command } | { errors: FormErrors } {
  const { parsed, date, payee, memo, category } = input
  const wrongAmount =
    parsed.ok && parsed.minor > 0 ? undefined : (describeAmount(parsed, account) ?? messages.amountNeeded)
  const errors: FormErrors = {
    ...(wrongAmount === undefined ? {} : { amount: wrongAmount }),
    ...(date === null ? { date: messages.dateNeeded } : {}),
  }
  if (!parsed.ok || date === null || wrongAmount !== undefined) return { errors }
  const command: Deposit = {
    type: 'Deposit',
    accountId: account.id,
    amount: parsed.minor,
    effectiveOn: date,
    ...(payee.trim() === '' ? {} : { payee: payee.trim() }),
    ...(memo.trim() === '' ? {} : { memo: memo.trim() }),
    ...(category.trim() === '' ? {} : { category: category.trim() }),
  }
  return { command: { ...command, type } }
}

function limitNote({ overdraftLimit, exponent }: AccountAt): string {
  if (overdraftLimit === null) return messages.noLimit
  return overdraftLimit === 0 ? messages.noOverdraft : messages.limitNote(formatMoney(-overdraftLimit, { exponent }))
}

function confirmEntry(kind: 'deposit' | 'withdraw', account: AccountAt, minor: number, receipt: Receipt): void {
  const { currency, exponent, name, id } = account
  const amount = formatMoney(minor, { currency, exponent })
  const words = kind === 'deposit' ? messages.deposited(amount, name) : messages.withdrew(amount, name)
  const reverse = () => dialogs.open({ kind: 'reverse', accountId: id, position: receipt.position })
  toast(words, { action: { label: messages.reverse, run: reverse } })
}
