/** Renders the dialog about ledgers that was asked for. Place it once, beside the other features'. */
import type { ReactNode } from 'react'
import { useDialog } from '../../stores/dialog-store'
import { ProveDialog } from './integrity/prove-dialog'
import { RepairDialog } from './integrity/repair-dialog'
import { LedgersDialog } from './ledgers-dialog'
import { CreateLedgerDialog, RenameLedgerDialog } from './name-dialogs'
import { RemoveLedgerDialog } from './remove-ledger-dialog'
import { VerifyDialog } from './verify-dialog'

/** `storage`: how safe what is kept here is, another feature's. */
export function LedgerDialogs({ storage }: { readonly storage: ReactNode }) {
  const request = useDialog((dialog) => dialog.request)
  switch (request?.kind) {
    case 'create-ledger':
      return <CreateLedgerDialog />
    case 'rename-ledger':
      return <RenameLedgerDialog />
    case 'remove-ledger':
      return <RemoveLedgerDialog key={request.localId} localId={request.localId} />
    case 'ledgers':
      return <LedgersDialog storage={storage} />
    case 'verify':
      return <VerifyDialog storage={storage} />
    case 'repair':
      return <RepairDialog rebuild={request.rebuild === true} />
    case 'prove':
      return <ProveDialog />
    default:
      return null
  }
}
