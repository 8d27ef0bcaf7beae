/** What every step of one import knows. */
import type { StreamState } from '../../domain/stream-state'
import type { EventLog, Head } from '../../event-log/event-log'
import type { Checked } from '../log-checker'
import type { LogSource } from '../reading/log-source'

/** What is going on; the same shape as the application's. */
export interface WorkProgress {
  readonly phase: string
  readonly done: number
  readonly total?: number
  readonly unit: 'events' | 'bytes'
}

export interface ImportOptions {
  /** Judges and reports, but writes nothing. */
  readonly dryRun?: boolean | undefined
  /** Where the two have diverged: record what is unknown here at the end. */
  readonly merge?: boolean | undefined
  /** For a version 0 file: whose entries it holds. */
  readonly account?: { readonly name: string; readonly currency: string } | undefined
  /** The public key of this browser, by which its own signature is known. */
  readonly ownKey?: Uint8Array | undefined
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Called when all is judged and staged, with the head as it will be; what it throws gives the import up, and after it there is no way back. */
  readonly beforeCommit?: ((head: Head) => Promise<void>) | undefined
  /** Asked when an attempt begins, with the ledger as it then is: told every event that is added to it, in order. */
  readonly follow?: ((head: Head) => ((added: Checked) => void) | undefined) | undefined
  /** Bytes of a new stored batch, about. Default 256 KiB. */
  readonly newBatchBytes?: number | undefined
}

export interface ImportContext {
  readonly log: EventLog<StreamState>
  readonly source: LogSource
  readonly options: ImportOptions
  /** Milliseconds since 1970, read once. */
  readonly now: number
  /** The ledger as the file is judged against it. */
  readonly head: Head
  readonly onAdded?: ((added: Checked) => void) | undefined
}
