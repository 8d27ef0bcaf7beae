/** Proving and repairing, as scripts have it (CONSOLE-API). */
import type { ConsistencyProof } from '../../event-log/proving/consistency-proof'
import type { InclusionProof } from '../../event-log/proving/inclusion-proof'
import type { RecordedEvent } from '../../event-log/recorded-event'
import type { WorkOptions } from '../ledger-api'
import type { ExportProof } from './proving/export-proof'
import type { RepairReport } from './repair-report'

export interface RepairOptions extends WorkOptions {
  /** Reports what a repair would do, and writes nothing. */
  readonly dryRun?: boolean
  /** Keep events too that can be read and keep the rules, though no seal vouches for them. */
  readonly keepDoubtful?: boolean
}

export interface IntegrityApi {
  /**
   * Mends the open ledger from a log file of it. Without a file, what follows from the events is made anew.
   * @throws LogFormatError; ImportRefusedError `diverged` for a file of another ledger; StorageError; AbortError.
   */
  repair(file?: Blob | null, options?: RepairOptions): Promise<RepairReport>
  /** The bytes that repairs took out of the ledger, as they lay there; null where there are none. */
  setAside(): Promise<Blob | null>
  /** Lets go of them for good. */
  discardSetAside(): Promise<void>
  /** That the log of `first` events is the beginning of that of `second` (the head's, if left out): RFC 6962, 2.1.2. */
  proveConsistency(first: number, second?: number): Promise<ConsistencyProof>
  /** What a log file is to the open ledger, or to another file, with the proof. */
  proveExport(file: Blob, other?: Blob | null, options?: WorkOptions): Promise<ExportProof>
  /** Whether the proof holds by itself. */
  checkProof(proof: ConsistencyProof | ExportProof): Promise<boolean>
  /** Whether the event is the very one that the proof speaks of, and the proof leads to its root. */
  checkProof(event: RecordedEvent, proof: InclusionProof): Promise<boolean>
}
