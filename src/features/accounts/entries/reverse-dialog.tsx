/** "Reverse": shows the entry that will be undone, and asks on which day: today, or the entry's own date. */
import { useState } from 'react'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import { dotted } from '../../../locales/isolated'
import type { AccountAt } from '../../../stores/account-reading'
import { toast } from '../../../stores/toast-store'
import { Segmented } from '../../../ui/action/segmented'
import { TextField } from '../../../ui/field/text-field'
import { formatDate, localDate } from '../../../ui/format/format-date'
import { formatMoney } from '../../../ui/format/format-money'
import { AfterThis } from '../commands/after-this'
import { AgreedWarning } from '../commands/agreed-warning'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import { useCommandForm } from '../commands/use-command-form'
import type { Entry } from './use-entry'

interface ReverseDialogProps {
  readonly account: AccountAt
  readonly entry: Entry
  /** Proposes the entry's own date. */
  readonly onItsDate?: boolean | undefined
}

export function ReverseDialog({ account, entry, onItsDate = false }: ReverseDialogProps) {
  const today = localDate()
  const [when, setWhen] = useState<'today' | 'own'>(onItsDate ? 'own' : 'today')
  const [reason, setReason] = useState('')
  const { currency, exponent, name } = account
  const form = useCommandForm({
    fields: ['reason'],
    build: () => ({
      command: {
        type: 'ReverseEntry',
        accountId: account.id,
        entryId: entry.eventId,
        position: entry.position,
        effectiveOn: when === 'today' ? today : entry.effectiveOn,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      },
    }),
    onDone: () => toast(messages.reversed(formatMoney(Math.abs(entry.effect), { currency, exponent }), name)),
  })
  return (
    <CommandDialog
      title={messages.reverse}
      verb={messages.reverse}
      form={form}
      aside={messages.ofAccount(name)}
      refused={entry.reversed ? messages.reversedAlready : undefined}
    >
      <EntryCard entry={entry} account={account} />
      <p className={styles.text}>{messages.reverseText}</p>
      {entry.effectiveOn !== today && (
        <div>
          <Segmented
            label={messages.date}
            showLabel
            value={when}
            onChange={setWhen}
            options={[
              { value: 'today', label: messages.reverseToday },
              { value: 'own', label: messages.reverseOwnDate(formatDate(entry.effectiveOn)) },
            ]}
          />
          <p className={styles.hint}>{when === 'today' ? messages.reverseTodayHint : messages.reverseOwnHint}</p>
        </div>
      )}
      <TextField
        label={messages.reason}
        optional
        value={reason}
        error={form.errors.reason}
        onChange={(next) => {
          setReason(next)
          form.clear('reason')
        }}
      />
      <AgreedWarning account={account} date={when === 'today' ? today : entry.effectiveOn} />
      <AfterThis account={account} change={-entry.effect} />
    </CommandDialog>
  )
}

/** The entry as its row shows it, so that nobody undoes another one. */
export function EntryCard({ entry, account }: ReverseDialogProps) {
  const { payee, memo, category } = entry.words
  const kind = entry.effect > 0 ? messages.deposit : messages.withdraw
  return (
    <div className={styles.entry}>
      <b>{payee === '' ? kind : payee}</b>
      <span className={styles.figure}>
        {formatMoney(entry.effect, { currency: account.currency, exponent: account.exponent, sign: 'always' })}
      </span>
      <span>{dotted(formatDate(entry.effectiveOn, 'date-with-weekday'), memo, category)}</span>
    </div>
  )
}
