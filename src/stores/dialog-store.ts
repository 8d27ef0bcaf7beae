/** Which dialog is open. Features render their own; shortcuts, menus and the palette open any of them by its request. */
import { create } from 'zustand'
import type { Moment } from '../time-travel/moment'

export type DialogRequest =
  | { readonly kind: 'open-account' }
  | { readonly kind: 'deposit' | 'withdraw'; readonly accountId: string; readonly draft?: EntryDraft }
  | { readonly kind: 'transfer'; readonly accountId?: string }
  | {
      readonly kind: 'reverse' | 'annotate'
      readonly accountId: string
      readonly position: number
      /** A reversal is proposed for the entry's own date, rather than for today. */
      readonly onItsDate?: boolean
    }
  | {
      readonly kind: 'rename-account' | 'overdraft-limit' | 'close-account' | 'reopen-account'
      readonly accountId: string
    }
  | { readonly kind: 'assert-balance'; readonly accountId: string; readonly stated?: StatedBalance }
  | { readonly kind: 'event'; readonly position: number }
  | { readonly kind: 'finish-transfer'; readonly transferId: string }
  | { readonly kind: 'export' | 'verify' | 'backup' | 'restore' | 'prove' }
  /** `rebuild`: without a file. */
  | { readonly kind: 'repair'; readonly rebuild?: boolean }
  | { readonly kind: 'import'; readonly file?: File }
  | { readonly kind: 'create-ledger' | 'rename-ledger' | 'ledgers' }
  | { readonly kind: 'remove-ledger' | 'discard-branch'; readonly localId: string }
  | { readonly kind: 'go-to-moment' | 'pin-moment' | 'shortcuts' | 'palette' }
  /** `without`: the position of an entry to leave out. */
  | { readonly kind: 'branch'; readonly without?: number }
  | { readonly kind: 'bookmark'; readonly id?: string; readonly moment?: Moment }
  | { readonly kind: 'bookmarks' }

/** What stands in the fields of an entry when its dialog opens. */
export interface EntryDraft {
  /** Minor units, above 0. */
  readonly amount: number
  readonly effectiveOn: string
  readonly payee?: string
  readonly memo?: string
  readonly category?: string
}

/** What a bank says of the end of a day. */
export interface StatedBalance {
  readonly effectiveOn: string
  /** Minor units. */
  readonly balance: number
}

export const useDialog = create<{ readonly request: DialogRequest | null }>(() => ({ request: null }))

export const dialogs = {
  open(request: DialogRequest): void {
    useDialog.setState({ request })
  },
  close(): void {
    useDialog.setState({ request: null })
  },
}
