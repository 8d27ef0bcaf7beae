/** What a task stands on: a browser's databases, or a test's memory. */
import type { LedgerEntry, StandingEventLog } from '../../application/backend/backend'
import type { Progress } from '../../application/ledger-api'
import type { SnapshotKeeper } from '../../application/snapshots/timeline-snapshot-store'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import type { Signer } from '../../exchange/checkpoint'
import type { RepairWriter } from '../../storage/integrity/repair-writer'
import type { StoredTables } from '../../storage/integrity/stored-tables'

export interface OpenTables extends StoredTables {
  /** Not there where nothing can be repaired. */
  repair?(): Promise<RepairWriter>
  close(): void
}

export interface TaskContext {
  openLog(entry: LedgerEntry): Promise<EventLog<StreamState>>
  openSnapshots(entry: LedgerEntry): SnapshotKeeper & { close(): void }
  /** The tables as they lie there, for whoever believes nothing. */
  openTables(entry: LedgerEntry): Promise<OpenTables>
  /** A ledger known to be damaged, as far as it can be read; undefined for any other. */
  openStanding(entry: LedgerEntry): Promise<StandingEventLog | undefined>
  /** Joins the log's small batches. */
  pack(log: EventLog<StreamState>): Promise<void>
  /** Runs an import while no other runs on this ledger, in any tab; 'busy' if one does. */
  exclusively<Result>(entry: LedgerEntry, work: () => Promise<Result>): Promise<Result | 'busy'>
  /** Signs exports; undefined where this browser cannot. */
  signer?(): Promise<Signer | undefined>
  /** The public half of the key this browser signs with, where it has one; looking makes none. */
  ownKey?(): Promise<Uint8Array | undefined>
  /** Resolves when the page lets an import take its last step, or has cancelled it. */
  beforeCommit(): Promise<void>
  onProgress(progress: Progress): void
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  now(): number
}
