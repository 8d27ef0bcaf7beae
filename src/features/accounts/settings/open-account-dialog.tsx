/** "New account": a name and a currency are enough; the rest has defaults that can be changed later. */
import { useMemo, useState } from 'react'
import type { Command } from '../../../domain/commands'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import { useAccountsNow } from '../../../stores/account-reading'
import { currencyCode, currencySuggestions, decimalsOf, likelyCurrency } from '../../../stores/currency'
import { toast } from '../../../stores/toast-store'
import { show } from '../../../stores/view-store'
import { ComboBox } from '../../../ui/field/combo-box'
import { DateField } from '../../../ui/field/date-field'
import { TextField } from '../../../ui/field/text-field'
import { localDate } from '../../../ui/format/format-date'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import type { FormErrors } from '../commands/field-errors'
import { useCommandForm } from '../commands/use-command-form'
import { LimitField, type LimitInput, limitMinor, NO_LIMIT_TYPED } from './limit-field'

interface Opening {
  readonly name: string
  readonly currency: string
  readonly limit: LimitInput
  readonly openedOn: string | null
}

export function OpenAccountDialog() {
  const latest = useAccountsNow().at(-1)
  const [input, setInput] = useState<Opening>(() => ({
    name: '',
    currency: latest?.currency ?? likelyCurrency() ?? '',
    limit: NO_LIMIT_TYPED,
    openedOn: localDate(),
  }))
  const suggestions = useMemo(() => currencySuggestions(), [])
  const code = currencyCode(input.currency)
  const form = useCommandForm({
    fields: ['name', 'currency', 'overdraftLimit', 'date'],
    build: () => openingOf(input),
    onDone({ events }) {
      const opened = events.find((event) => event.type === 'AccountOpened')
      if (opened) show.account(opened.streamId.slice('account-'.length))
      toast(messages.opened(input.name.trim()))
    },
  })
  const change = (field: 'name' | 'currency' | 'overdraftLimit' | 'date', next: Partial<Opening>) => {
    setInput((current) => ({ ...current, ...next }))
    form.clear(field)
  }
  return (
    <CommandDialog title={messages.newAccount} verb={messages.openAccount} form={form}>
      <TextField
        label={messages.name}
        value={input.name}
        maxLength={200}
        error={form.errors.name}
        onChange={(name) => change('name', { name })}
      />
      <ComboBox
        label={messages.currency}
        value={input.currency}
        suggestions={suggestions}
        description={messages.currencyHint}
        error={form.errors.currency}
        onChange={(currency) => change('currency', { currency })}
      />
      <LimitField
        className={styles.half}
        value={input.limit}
        currency={code ?? 'XXX'}
        exponent={decimalsOf(code ?? '').exponent}
        error={form.errors.overdraftLimit}
        onChange={(limit) => change('overdraftLimit', { limit })}
      />
      <DateField
        className={styles.half ?? ''}
        label={messages.date}
        value={input.openedOn}
        description={messages.openedHint}
        error={form.errors.date}
        onChange={(openedOn) => change('date', { openedOn })}
      />
    </CommandDialog>
  )
}

function openingOf({ name, currency, limit, openedOn }: Opening): { command: Command } | { errors: FormErrors } {
  const code = currencyCode(currency)
  const overdraftLimit = limitMinor(limit)
  const errors: FormErrors = {
    ...(name.trim() === '' ? { name: messages.nameNeeded } : {}),
    ...(code === undefined ? { currency: messages.currencyNeeded } : {}),
    ...(overdraftLimit === undefined ? { overdraftLimit: messages.amountUnread } : {}),
    ...(openedOn === null ? { date: messages.dateNeeded } : {}),
  }
  if (Object.keys(errors).length > 0 || code === undefined || overdraftLimit === undefined || openedOn === null) {
    return { errors }
  }
  const { exponent, standard } = decimalsOf(code)
  const account = { type: 'OpenAccount', name: name.trim(), currency: code, overdraftLimit, openedOn } as const
  return { command: standard ? account : { ...account, exponent } }
}
