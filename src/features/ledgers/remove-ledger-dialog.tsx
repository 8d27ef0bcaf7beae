/** "Remove ledger", the only thing that destroys: it offers an export first, and asks for the ledger's name. */
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { dialogs } from '../../stores/dialog-store'
import { describeError } from '../../stores/dispatch'
import { hindsight, refreshLedgers } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { TextField } from '../../ui/field/text-field'
import { formatCount } from '../../ui/format/format-money'
import { Dialog } from '../../ui/overlay/dialog'
import styles from './ledger-dialogs.module.css'
import { openLedger } from './open-ledger'
import { useFreshLedgers } from './use-ledgers'

export function RemoveLedgerDialog({ localId }: { readonly localId: string }) {
  const ledger = useFreshLedgers().find(({ id }) => id === localId)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const working = useRef(false)
  if (ledger === undefined) return null
  const { name, size, current: isOpen } = ledger

  async function remove(): Promise<void> {
    if (working.current) return
    if (typed.trim() !== name) return setError(messages.nameDiffers(name))
    working.current = true
    setBusy(true)
    try {
      await hindsight().removeLedger(localId, { confirmName: name })
      dialogs.close()
      await refreshLedgers()
      if (isOpen) show.home()
      toast(messages.removed(name))
    } catch (failure) {
      setError(describeError(failure).message)
      setBusy(false)
      working.current = false
    }
  }
  async function exportFirst(): Promise<void> {
    if (await openLedger(localId, name)) dialogs.open({ kind: 'export' })
  }
  return (
    <Dialog
      title={messages.remove}
      aside={name}
      onClose={dialogs.close}
      onSubmit={remove}
      dismissable={!busy}
      footer={
        <>
          <Button onPress={dialogs.close}>{messages.cancel}</Button>
          <Button type="submit" variant="main" aria-busy={busy}>
            {messages.remove}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {size === 0
          ? messages.removeEmptyText(name)
          : messages.removeText(name, messages.events(size, formatCount(size)))}
      </p>
      {size > 0 && (
        <p>
          <Button icon={<Upload />} onPress={exportFirst}>
            {isOpen ? messages.exportFirst : messages.openToExport}
          </Button>
        </p>
      )}
      <TextField
        label={messages.confirmName}
        value={typed}
        placeholder={name}
        error={error}
        onChange={(next) => {
          setTyped(next)
          setError(undefined)
        }}
      />
    </Dialog>
  )
}
