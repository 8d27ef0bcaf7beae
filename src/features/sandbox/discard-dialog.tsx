/** "Discard sandbox": asked for once, since nothing in it is real, and said that there is no way back. */
import { useEffect, useRef, useState } from 'react'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dialogs } from '../../stores/dialog-store'
import { describeError } from '../../stores/dispatch'
import { refreshLedgers, useLedger } from '../../stores/ledger-store'
import { sandboxes } from '../../stores/sandbox/sandbox-reading'
import { toast } from '../../stores/toast-store'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { Dialog } from '../../ui/overlay/dialog'
import styles from './sandbox-dialogs.module.css'

export function DiscardDialog({ localId }: { readonly localId: string }) {
  const listed = useLedger((ledger) => ledger.ledgers.find(({ id }) => id === localId)?.name)
  const open = useLedger((ledger) => (ledger.localId === localId ? ledger.name : undefined))
  // Once it is gone its name still stands in the dialog that closes.
  const [name] = useState(open ?? listed ?? '')
  const waiting = useUngiven(localId)
  const [error, setError] = useState<string>()
  const working = useRef(false)
  async function discard(): Promise<void> {
    if (working.current) return
    working.current = true
    try {
      await sandboxes().discardBranch(localId)
      dialogs.close()
      await refreshLedgers()
      show.home()
      toast(messages.discarded(name))
    } catch (failure) {
      setError(describeError(failure).message)
      working.current = false
    }
  }
  return (
    <Dialog
      title={messages.discard}
      aside={name}
      onClose={dialogs.close}
      onSubmit={() => void discard()}
      footer={
        <>
          <Button onPress={dialogs.close}>{messages.cancel}</Button>
          <Button type="submit" variant="main">
            {messages.discard}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{messages.discardText(name)}</p>
      {waiting > 0 && <p className={styles.text}>{messages.discardMore(waiting)}</p>}
      <p className={styles.text}>{messages.discardPromise}</p>
      {error !== undefined && (
        <p role="alert" className={styles.problem}>
          {error}
        </p>
      )}
    </Dialog>
  )
}

/** Commands that the real ledger was not given. */
function useUngiven(localId: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let left = false
    sandboxes()
      .branchVerdicts(localId)
      .then(
        (verdicts) => !left && setCount(verdicts.filter(({ verdict }) => verdict !== 'given').length),
        () => undefined,
      )
    return () => {
      left = true
    }
  }, [localId])
  return count
}
