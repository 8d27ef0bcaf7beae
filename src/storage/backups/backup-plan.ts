/** Where a ledger is backed up to by itself, how often, and what was written there: a row of the registry. */

export interface BackupPlan {
  readonly localId: string
  /** When the place was chosen, milliseconds since 1970: another place is another plan. */
  readonly chosenAt: number
  /** What somebody chose. The browser keeps handles as it keeps rows; leave to use one it may take back. */
  readonly place:
    | { readonly kind: 'file'; readonly handle: FileSystemFileHandle }
    | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle }
  /** Events after which the next is due, from 1; 0: each day. */
  readonly every: number
  /** Files kept in a folder, from 2. */
  readonly keep: number
  /** Oldest first. Of a file the last alone. */
  readonly written: readonly WrittenBackup[]
  /** The file about to be written into a folder: what a crash left under this name is looked after at the next run. */
  readonly pending?: string
  /** Why the last one failed; not there when all is well. */
  readonly fault?: BackupFault
}

export interface WrittenBackup {
  readonly name: string
  /** The first so many events. */
  readonly events: number
  readonly rootHash: string
  /** Milliseconds since 1970, as the two below. */
  readonly savedAt: number
  /** How long it took, and what the file was when it had been read back: another one is not ours to delete. */
  readonly took: number
  readonly bytes: number
  readonly modifiedAt: number
}

export interface BackupFault {
  readonly code: string
  readonly at: number
}
