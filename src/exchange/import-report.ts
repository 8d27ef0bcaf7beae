import type { SignatureVerdict } from './checkpoint'

/** What an import did or would do (LOG-FORMAT, "Import"; CONSOLE-API `importLog`). */
export interface ImportReport {
  readonly result: 'restored' | 'fast-forwarded' | 'already-present' | 'merged'
  readonly added: number
  readonly skipped: number
  /** Events in the ledger afterwards. */
  readonly size: number
  /** null for a dry merge: `recordedAt` of the merged events is not known yet. */
  readonly rootHash: string | null
  /** Whether the file carried a root that its events prove. */
  readonly sealed: boolean
  /** In words; `notices` are the same as facts. */
  readonly warnings: readonly string[]
  readonly notices: readonly ImportNotice[]
  /** How many events the file holds, and its name as its header says. */
  readonly file: { readonly size: number; readonly name: string; readonly exportedAt: string | null }
  /** Of the file's signed checkpoint; not there where it carries none. */
  readonly signature?: SignatureVerdict
  /** What it adds, account by account, in opening order; accounts it does not touch are left out. */
  readonly effects: readonly ImportEffect[]
}

/** What deserves a look before an import. */
export type ImportNotice =
  | { readonly code: 'no-seal' }
  /** Recorded more than a day ahead of this device's clock. */
  | { readonly code: 'ahead-of-clock'; readonly events: number; readonly latest: string }
  | {
      readonly code: 'below-limit'
      readonly accountId: string
      readonly name: string
      readonly currency: string
      readonly exponent: number
      readonly balance: number
      readonly overdraftLimit: number
    }
  | {
      readonly code: 'entries-while-closed'
      readonly accountId: string
      readonly name: string
      readonly entries: number
    }

export interface ImportEffect {
  readonly accountId: string
  readonly name: string
  readonly currency: string
  readonly exponent: number
  readonly newEntries: number
  /** Minor units. */
  readonly change: number
  /** Balance before the import; 0 for an account that it opens. */
  readonly before: number
}
