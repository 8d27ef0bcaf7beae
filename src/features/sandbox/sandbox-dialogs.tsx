/** Renders the dialog about sandboxes that was asked for. */
import { useDialog } from '../../stores/dialog-store'
import { BranchDialog } from './branch-dialog'
import { DiscardDialog } from './discard-dialog'

export function SandboxDialogs() {
  const request = useDialog((dialog) => dialog.request)
  switch (request?.kind) {
    case 'branch':
      return <BranchDialog key={request.without} without={request.without} />
    case 'discard-branch':
      return <DiscardDialog key={request.localId} localId={request.localId} />
    default:
      return null
  }
}
