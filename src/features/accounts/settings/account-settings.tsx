/** The dialogs that change an account and not its money: its name, its limit, whether it is open. */
import { useState } from 'react'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { toast } from '../../../stores/toast-store'
import { TextField } from '../../../ui/field/text-field'
import { formatMoney } from '../../../ui/format/format-money'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import { useCommandForm } from '../commands/use-command-form'
import { LimitField, type LimitInput, limitMinor, NO_LIMIT_TYPED } from './limit-field'

interface SettingProps {
  readonly account: AccountAt
}

export function RenameAccountDialog({ account }: SettingProps) {
  const [name, setName] = useState(account.name)
  const form = useCommandForm({
    fields: ['name'],
    build() {
      if (name.trim() === '') return { errors: { name: messages.nameNeeded } }
      if (name.trim() === account.name) return { errors: { name: messages.nothingChanged } }
      return { command: { type: 'RenameAccount', accountId: account.id, name: name.trim() } }
    },
    onDone: () => toast(messages.renamed(name.trim())),
  })
  return (
    <CommandDialog title={messages.rename} verb={messages.save} form={form}>
      <TextField
        label={messages.name}
        value={name}
        maxLength={200}
        error={form.errors.name}
        onChange={(next) => {
          setName(next)
          form.clear('name')
        }}
      />
    </CommandDialog>
  )
}

export function OverdraftLimitDialog({ account }: SettingProps) {
  const { currency, exponent, name } = account
  const [limit, setLimit] = useState<LimitInput>(() => limitInput(account))
  const form = useCommandForm({
    fields: ['overdraftLimit'],
    build() {
      const overdraftLimit = limitMinor(limit)
      if (overdraftLimit === undefined) return { errors: { overdraftLimit: messages.amountUnread } }
      if (overdraftLimit === account.overdraftLimit) return { errors: { form: messages.nothingChanged } }
      return { command: { type: 'SetOverdraftLimit', accountId: account.id, overdraftLimit } }
    },
    onDone: () => toast(messages.limitSet(name)),
  })
  return (
    <CommandDialog title={messages.setLimit} verb={messages.saveLimit} form={form} aside={messages.ofAccount(name)}>
      <LimitField
        value={limit}
        currency={currency}
        exponent={exponent}
        error={form.errors.overdraftLimit}
        onChange={(next) => {
          setLimit(next)
          form.clear('overdraftLimit')
        }}
      />
    </CommandDialog>
  )
}

function limitInput({ overdraftLimit, exponent }: AccountAt): LimitInput {
  if (overdraftLimit === null) return { ...NO_LIMIT_TYPED, unlimited: true }
  const text = overdraftLimit === 0 ? '' : formatMoney(overdraftLimit, { exponent })
  const parsed = text === '' ? NO_LIMIT_TYPED.parsed : ({ ok: true, minor: overdraftLimit, isSum: false } as const)
  return { text, parsed, unlimited: false }
}

export function CloseAccountDialog({ account }: SettingProps) {
  const { name, balance, currency, exponent } = account
  const form = useCommandForm({
    fields: [],
    build: () => ({ command: { type: 'CloseAccount', accountId: account.id } }),
    onDone: () => toast(messages.closed(name)),
  })
  const holds = balance !== 0
  return (
    <CommandDialog
      title={messages.closeAccount}
      verb={messages.closeAccount}
      form={form}
      aside={messages.ofAccount(name)}
      refused={holds ? messages.closeNotEmpty(name, formatMoney(balance, { currency, exponent })) : undefined}
    >
      <p className={styles.text}>
        {holds ? messages.closeNotEmpty(name, formatMoney(balance, { currency, exponent })) : messages.closeText(name)}
      </p>
    </CommandDialog>
  )
}

export function ReopenAccountDialog({ account }: SettingProps) {
  const form = useCommandForm({
    fields: [],
    build: () => ({ command: { type: 'ReopenAccount', accountId: account.id } }),
    onDone: () => toast(messages.reopened(account.name)),
  })
  return (
    <CommandDialog
      title={messages.reopenAccount}
      verb={messages.reopenAccount}
      form={form}
      aside={messages.ofAccount(account.name)}
    >
      <p className={styles.text}>{messages.reopenText(account.name)}</p>
    </CommandDialog>
  )
}
