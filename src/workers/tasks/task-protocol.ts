/** What page and worker say to each other about one task. Plain, structured-cloneable data; Blobs travel by reference. */
import type { LedgerEntry } from '../../application/backend/backend'
import type { LogFileFacts } from '../../application/backup/log-file-facts'
import type { BackupTarget } from '../../application/backup/write-backup'
import type { RepairOptions } from '../../application/integrity/integrity-api'
import type { ExportProof } from '../../application/integrity/proving/export-proof'
import type { RepairReport } from '../../application/integrity/repair-report'
import type { Verified } from '../../application/integrity/verified'
import type { ExportOptions, ImportOptions, ImportReport, Progress } from '../../application/ledger-api'
import type { AccountBalance } from '../../application/sandbox/account-balances'
import type { BranchFacts, BranchRequest } from '../../application/sandbox/branch-log'
import type { CommandVerdict } from '../../application/sandbox/sandbox-api'
import type { StoredSnapshot } from '../../application/snapshots/timeline-snapshot-store'
import type { WrittenBackup } from '../../storage/backups/backup-plan'

export type Task =
  | {
      readonly kind: 'import'
      /** null: judge the file against a new, empty ledger. */
      readonly entry: LedgerEntry | null
      readonly file: Blob
      readonly options: Pick<ImportOptions, 'dryRun' | 'merge' | 'account'>
    }
  | { readonly kind: 'export'; readonly entry: LedgerEntry; readonly options: Pick<ExportOptions, 'at' | 'gzip'> }
  | { readonly kind: 'facts'; readonly entry: null; readonly files: readonly Blob[] }
  | { readonly kind: 'backup'; readonly entry: LedgerEntry; readonly target: BackupTarget }
  | {
      readonly kind: 'branch'
      /** The new, empty ledger. */
      readonly entry: LedgerEntry
      readonly original: LedgerEntry
      readonly request: BranchRequest
    }
  /** Of a branch. */
  | { readonly kind: 'verdicts'; readonly entry: LedgerEntry; readonly original: LedgerEntry }
  | {
      readonly kind: 'repair'
      readonly entry: LedgerEntry
      /** null: what follows from the events is made anew. */
      readonly file: Blob | null
      readonly options: Pick<RepairOptions, 'keepDoubtful' | 'dryRun'>
    }
  | {
      readonly kind: 'prove'
      readonly entry: LedgerEntry
      /** One is held against the ledger, two against each other. */
      readonly files: readonly [Blob, Blob?]
    }
  | { readonly kind: 'standing-snapshot'; readonly entry: LedgerEntry }
  | { readonly kind: 'verify' | 'project' | 'pack' | 'balances'; readonly entry: LedgerEntry }

export interface TaskResults {
  readonly import: ImportReport
  readonly export: Blob
  readonly verify: Verified
  readonly backup: WrittenBackup
  readonly facts: readonly (LogFileFacts | undefined)[]
  readonly repair: RepairReport
  readonly prove: ExportProof
  readonly 'standing-snapshot': StoredSnapshot
  readonly branch: BranchFacts
  readonly verdicts: readonly CommandVerdict[]
  readonly balances: readonly AccountBalance[]
  readonly project: undefined
  readonly pack: undefined
}

/** Page to worker. */
export type Request = { readonly run: Task } | { readonly cancel: true } | { readonly commit: true }

/**
 * Worker to page: any number of progress messages, then one of the others. Before an import's last step the worker asks;
 * the page answers `commit` or `cancel`, so that a cancel given before the answer is always in time.
 */
export type Reply =
  | { readonly progress: Progress }
  | { readonly ask: 'commit' }
  | { readonly result: TaskResults[Task['kind']] }
  | { readonly failure: CarriedError }

/** An error taken apart, since structured cloning forgets classes and fields. */
export interface CarriedError {
  readonly name: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}
