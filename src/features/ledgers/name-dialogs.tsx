/** "New ledger" and "Rename ledger": a name is all there is to say. */
import { useRef, useState } from 'react'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { describeError, dispatch } from '../../stores/dispatch'
import { hindsight, useLedger } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { Button } from '../../ui/action/button'
import { TextField } from '../../ui/field/text-field'
import { Dialog } from '../../ui/overlay/dialog'
import styles from './ledger-dialogs.module.css'
import { openLedger } from './open-ledger'

export function CreateLedgerDialog() {
  return (
    <NameDialog
      title={messages.newLedger}
      verb={messages.create}
      text={messages.createText}
      onName={async (name) => {
        const localId = await hindsight().createLedger(name)
        dialogs.close()
        await openLedger(localId, name)
      }}
    />
  )
}

export function RenameLedgerDialog() {
  const current = useLedger((ledger) => ledger.name)
  const isNow = useCursor((cursor) => cursor.isNow)
  const [commandId] = useState(() => crypto.randomUUID())
  return (
    <NameDialog
      title={messages.rename}
      verb={messages.save}
      text={messages.renameText}
      initial={current}
      refused={isNow ? null : messages.pastReadOnly}
      onName={async (name) => {
        await dispatch({ type: 'RenameLedger', name }, { commandId })
        dialogs.close()
        toast(messages.renamed(name))
      }}
    />
  )
}

interface NameDialogProps {
  readonly title: string
  readonly verb: string
  readonly text: string
  readonly initial?: string
  readonly refused?: string | null
  readonly onName: (name: string) => Promise<void>
}

function NameDialog({ title, verb, text, initial = '', refused = null, onName }: NameDialogProps) {
  const [name, setName] = useState(initial)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  async function submit(): Promise<void> {
    const trimmed = name.trim()
    if (sending.current) return
    if (trimmed === '') return setError(messages.nameNeeded)
    if (trimmed === initial) return setError(messages.nothingChanged)
    sending.current = true
    setBusy(true)
    try {
      await onName(trimmed)
    } catch (failure) {
      setError(describeError(failure).message)
      setBusy(false)
      sending.current = false
    }
  }
  return (
    <Dialog
      title={title}
      onClose={dialogs.close}
      onSubmit={submit}
      dismissable={!busy}
      footer={
        <>
          <Button onPress={dialogs.close}>{messages.cancel}</Button>
          <Button type="submit" variant="main" aria-busy={busy} disabledReason={refused}>
            {verb}
          </Button>
        </>
      }
    >
      <TextField
        label={messages.name}
        value={name}
        maxLength={200}
        error={error}
        onChange={(next) => {
          setName(next)
          setError(undefined)
        }}
      />
      <p className={styles.text}>{text}</p>
    </Dialog>
  )
}
