/** A version 0 file names no account: its name and currency are asked for, and then it is checked again. */
import { CircleHelp } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { currencyCode, currencySuggestions, likelyCurrency } from '../../../stores/currency'
import { Button } from '../../../ui/action/button'
import { ComboBox } from '../../../ui/field/combo-box'
import { TextField } from '../../../ui/field/text-field'
import styles from './import-dialog.module.css'
import type { ImportChoice, ImportStep } from './import-flow'

type Account = NonNullable<ImportChoice['account']>

interface AccountNeededProps {
  readonly step: Extract<ImportStep, { kind: 'account-needed' }>
  readonly onAccount: (account: Account) => void
}

export function AccountNeeded({ step: { choice, problem }, onAccount }: AccountNeededProps) {
  const [name, setName] = useState(choice.account?.name ?? '')
  const [currency, setCurrency] = useState(choice.account?.currency ?? likelyCurrency() ?? '')
  const [asked, setAsked] = useState(false)
  const code = currencyCode(currency)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '' && code !== undefined) onAccount({ name: name.trim(), currency: code })
  }
  return (
    <>
      <div className={styles.verdict}>
        <CircleHelp aria-hidden="true" />
        <b>{messages.accountTitle}</b>
        <p>{messages.accountText}</p>
      </div>
      <form className={styles.account} noValidate onSubmit={submit}>
        <TextField
          label={messages.name}
          value={name}
          maxLength={200}
          error={asked && name.trim() === '' ? messages.nameNeeded : problem?.message}
          onChange={setName}
        />
        <ComboBox
          label={messages.currency}
          value={currency}
          suggestions={currencySuggestions()}
          error={asked && code === undefined ? messages.currencyNeeded : undefined}
          onChange={setCurrency}
        />
        <Button type="submit" variant="main">
          {messages.continueCheck}
        </Button>
      </form>
    </>
  )
}
