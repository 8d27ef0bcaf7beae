/** "Edit words": payee, memo and category may be corrected; what they were stays in the log. */
import { useState } from 'react'
import type { Command } from '../../../domain/commands'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import type { AccountAt } from '../../../stores/account-reading'
import { toast } from '../../../stores/toast-store'
import { ComboBox } from '../../../ui/field/combo-box'
import { TextField } from '../../../ui/field/text-field'
import { CommandDialog } from '../commands/command-dialog'
import styles from '../commands/command-dialog.module.css'
import type { FieldName, FormErrors } from '../commands/field-errors'
import { useCommandForm } from '../commands/use-command-form'
import { changedWords, type TypedWords } from './changed-words'
import { EntryCard } from './reverse-dialog'
import type { Entry } from './use-entry'
import { usePastWords } from './use-past-words'

interface AnnotateDialogProps {
  readonly account: AccountAt
  readonly entry: Entry
}

export function AnnotateDialog({ account, entry }: AnnotateDialogProps) {
  const { payee, memo, category } = entry.words
  const [input, setInput] = useState<TypedWords>({ payee, memo, category })
  const past = usePastWords(account.id)
  const form = useCommandForm({
    fields: ['payee', 'memo', 'category'],
    build: () => correctionOf(account, entry, input),
    onDone: () => toast(messages.wordsSaved),
  })
  const change = (field: FieldName, next: Partial<TypedWords>) => {
    setInput((current) => ({ ...current, ...next }))
    form.clear(field)
  }
  return (
    <CommandDialog title={messages.editWords} verb={messages.save} form={form} aside={messages.ofAccount(account.name)}>
      <EntryCard entry={entry} account={account} />
      <ComboBox
        label={messages.payee}
        value={input.payee}
        suggestions={past.payees}
        error={form.errors.payee}
        onChange={(next) => change('payee', { payee: next })}
      />
      <TextField
        label={messages.memo}
        value={input.memo}
        error={form.errors.memo}
        onChange={(next) => change('memo', { memo: next })}
      />
      <ComboBox
        label={messages.category}
        value={input.category}
        suggestions={past.categories}
        error={form.errors.category}
        onChange={(next) => change('category', { category: next })}
      />
      <p className={styles.text}>{messages.editText}</p>
    </CommandDialog>
  )
}

function correctionOf(
  account: AccountAt,
  entry: Entry,
  input: TypedWords,
): { command: Command } | { errors: FormErrors } {
  const words = changedWords(entry.words, input)
  if (words === undefined) return { errors: { form: messages.nothingChanged } }
  const { eventId: entryId, position } = entry
  return { command: { type: 'AnnotateEntry', accountId: account.id, entryId, position, ...words } }
}
