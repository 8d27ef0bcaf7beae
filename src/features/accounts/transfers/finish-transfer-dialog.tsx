/** For a transfer that an imported log left in the middle: the person says whether it arrived or goes back. */
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import { type AccountAt, useAccountsNow } from '../../../stores/account-reading'
import { dialogs } from '../../../stores/dialog-store'
import { describeError, finishTransfer } from '../../../stores/dispatch'
import { toast } from '../../../stores/toast-store'
import { useTransferInTransit } from '../../../stores/transit-reading'
import { Button } from '../../../ui/action/button'
import { formatMoney } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import styles from '../commands/command-dialog.module.css'

export function FinishTransferDialog({ transferId }: { readonly transferId: string }) {
  const accounts = useAccountsNow()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const transfer = useTransferInTransit(transferId)
  const from = accounts.find(({ id }) => id === transfer?.fromAccountId)
  const to = accounts.find(({ id }) => id === transfer?.toAccountId)

  async function end(ending: 'complete' | 'return'): Promise<void> {
    if (busy) return
    setBusy(true)
    try {
      await finishTransfer(transferId, ending)
      dialogs.close()
      toast(ending === 'complete' ? messages.finished : messages.returned)
    } catch (error) {
      setProblem(describeError(error).message)
      setBusy(false)
    }
  }
  if (transfer === undefined) return null
  if (transfer === null || from === undefined || to === undefined) {
    return (
      <Dialog title={messages.transferInTransit} onClose={dialogs.close}>
        <p className={styles.text}>{messages.transferGone}</p>
      </Dialog>
    )
  }
  const closed = to.status === 'closed' ? messages.receiverClosed(to.name) : null
  return (
    <Dialog
      title={messages.transferInTransit}
      onClose={dialogs.close}
      dismissable={!busy}
      footer={
        <>
          <Button onPress={() => end('return')} aria-busy={busy}>
            {messages.returnTransfer}
          </Button>
          <Button variant="main" onPress={() => end('complete')} aria-busy={busy} disabledReason={closed}>
            {messages.finishTransfer}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{messages.inTransitText(amountOf(transfer.amount, from), from.name, to.name)}</p>
      <p className={styles.text}>{messages.finishHint(to.name)}</p>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          <TriangleAlert aria-hidden="true" />
          {problem}
        </p>
      )}
    </Dialog>
  )
}

function amountOf(minor: number, { currency, exponent }: AccountAt): string {
  return formatMoney(minor, { currency, exponent })
}
