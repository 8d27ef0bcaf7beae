/** Which dialog is open. Features render their own; shortcuts, menus and the palette open any of them by its request. */
import { create } from 'zustand'

export type DialogRequest =
  | { readonly kind: 'open-account' }
  | { readonly kind: 'deposit' | 'withdraw'; readonly accountId: string }
  | { readonly kind: 'transfer'; readonly accountId?: string }
  | { readonly kind: 'reverse' | 'annotate'; readonly accountId: string; readonly position: number }
  | {
      readonly kind: 'rename-account' | 'overdraft-limit' | 'close-account' | 'reopen-account' | 'assert-balance'
      readonly accountId: string
    }
  | { readonly kind: 'event'; readonly position: number }
  | { readonly kind: 'finish-transfer'; readonly transferId: string }
  | { readonly kind: 'export' | 'verify' }
  | { readonly kind: 'import'; readonly file?: File }
  | { readonly kind: 'create-ledger' | 'rename-ledger' | 'ledgers' }
  | { readonly kind: 'remove-ledger' | 'discard-branch'; readonly localId: string }
  /** `without`: the position of an entry to leave out. */
  | { readonly kind: 'branch'; readonly without?: number }
  | { readonly kind: 'go-to-moment' | 'shortcuts' | 'palette' }

export const useDialog = create<{ readonly request: DialogRequest | null }>(() => ({ request: null }))

export const dialogs = {
  open(request: DialogRequest): void {
    useDialog.setState({ request })
  },
  close(): void {
    useDialog.setState({ request: null })
  },
}
