/** Renders the dialog that was asked for, where it is one of this room's. Place it once, beside the other features'. */
import { commandMessages as messages } from '../../locales/en/accounts/commands'
import { type AccountAt, useAccountNow } from '../../stores/account-reading'
import { type DialogRequest, dialogs, useDialog } from '../../stores/dialog-store'
import { Dialog } from '../../ui/overlay/dialog'
import { AnnotateDialog } from './entries/annotate-dialog'
import { EntryDialog } from './entries/entry-dialog'
import { ReverseDialog } from './entries/reverse-dialog'
import { useEntry } from './entries/use-entry'
import {
  CloseAccountDialog,
  OverdraftLimitDialog,
  RenameAccountDialog,
  ReopenAccountDialog,
} from './settings/account-settings'
import { AssertBalanceDialog } from './settings/assert-balance-dialog'
import { OpenAccountDialog } from './settings/open-account-dialog'
import { FinishTransferDialog } from './transfers/finish-transfer-dialog'
import { TransferDialog } from './transfers/transfer-dialog'

export function AccountDialogs() {
  const request = useDialog((dialog) => dialog.request)
  switch (request?.kind) {
    case 'open-account':
      return <OpenAccountDialog />
    case 'transfer':
      return <TransferDialog accountId={request.accountId} />
    case 'finish-transfer':
      return <FinishTransferDialog transferId={request.transferId} />
    case 'deposit':
    case 'withdraw':
    case 'reverse':
    case 'annotate':
    case 'rename-account':
    case 'overdraft-limit':
    case 'close-account':
    case 'reopen-account':
    case 'assert-balance':
      return <OfAccount key={`${request.kind} ${request.accountId}`} request={request} />
    default:
      return null
  }
}

type AccountRequest = Extract<DialogRequest, { readonly accountId: string }>

function OfAccount({ request }: { readonly request: AccountRequest }) {
  const account = useAccountNow(request.accountId)
  if (account === undefined) return <Missing />
  switch (request.kind) {
    case 'deposit':
    case 'withdraw':
      return <EntryDialog kind={request.kind} account={account} draft={request.draft} />
    case 'reverse':
    case 'annotate':
      return <OfEntry key={request.position} request={request} account={account} />
    case 'rename-account':
      return <RenameAccountDialog account={account} />
    case 'overdraft-limit':
      return <OverdraftLimitDialog account={account} />
    case 'close-account':
      return <CloseAccountDialog account={account} />
    case 'reopen-account':
      return <ReopenAccountDialog account={account} />
    case 'assert-balance':
      return <AssertBalanceDialog account={account} stated={request.stated} />
  }
}

interface OfEntryProps {
  readonly request: Extract<AccountRequest, { readonly kind: 'reverse' | 'annotate' }>
  readonly account: AccountAt
}

function OfEntry({ request, account }: OfEntryProps) {
  const entry = useEntry(request.position)
  if (entry === undefined) return null
  if (entry === null) return <Missing />
  return request.kind === 'reverse' ? (
    <ReverseDialog account={account} entry={entry} onItsDate={request.onItsDate} />
  ) : (
    <AnnotateDialog account={account} entry={entry} />
  )
}

function Missing() {
  return (
    <Dialog title={messages.notFoundTitle} onClose={dialogs.close}>
      <p>{messages.notFound}</p>
    </Dialog>
  )
}
