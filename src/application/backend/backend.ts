/** What the application stands on, as ports: where ledgers are kept, and who does the heavy work. */
import type { StreamState } from '../../domain/stream-state'
import type { EventLog, Head } from '../../event-log/event-log'
import type { WrittenBackup } from '../../storage/backups/backup-plan'
import type { BranchOrigin } from '../../storage/branch-origin'
import type { Moment } from '../../time-travel/moment'
import type { LogFileFacts } from '../backup/log-file-facts'
import type { BackupTarget } from '../backup/write-backup'
import type { RepairOptions } from '../integrity/integrity-api'
import type { ExportProof } from '../integrity/proving/export-proof'
import type { RepairReport } from '../integrity/repair-report'
import type { Verified } from '../integrity/verified'
import type { ExportOptions, ImportOptions, ImportReport, VerifyReport, WorkOptions } from '../ledger-api'
import type { AccountBalance } from '../sandbox/account-balances'
import type { BranchFacts, BranchRequest } from '../sandbox/branch-log'
import type { CommandVerdict } from '../sandbox/sandbox-api'
import type { WordSearch } from '../search/word-search'
import type { SnapshotReader, StoredSnapshot } from '../snapshots/timeline-snapshot-store'

/** A ledger as the registry knows it. Its name is a copy for menus; the truth is in its log. */
export interface LedgerEntry {
  /** Local to this browser; not the ledgerId of the log. */
  readonly localId: string
  readonly name: string
  readonly databaseName: string
  /** Of its log when it is opened for the first time; an import may restore another. */
  readonly ledgerId: string
  /** Of a branch: where it comes from. */
  readonly origin?: BranchOrigin
}

export interface LedgerDirectory {
  list(): Promise<readonly LedgerEntry[]>
  create(name: string): Promise<LedgerEntry>
  /** A ledger that is there only if `fill` succeeds; until then, and after a crash on the way, nobody sees it. */
  createBy<Result>(
    name: string,
    fill: (entry: LedgerEntry) => Promise<Result>,
    originOf?: (result: Result) => BranchOrigin,
  ): Promise<{ readonly entry: LedgerEntry; readonly result: Result }>
  rename(localId: string, name: string): Promise<void>
  /** Deletes the ledger's database too. */
  remove(localId: string): Promise<void>
  /** The ledger opened last, made where there is none. */
  current(): Promise<LedgerEntry>
  setCurrent(localId: string): Promise<void>
}

/** A moment that a person gave a name. It belongs to this browser, not to the log. */
export interface Bookmark {
  /** UUIDv7. */
  readonly id: string
  readonly name: string
  readonly note: string
  readonly moment: Exclude<Moment, 'now'>
}

export interface Bookmarks {
  /** Of a ledger, in the order they were made. */
  list(localId: string): Promise<readonly Bookmark[]>
  /** Adds it, or takes the place of that of the same id. */
  put(localId: string, bookmark: Bookmark): Promise<void>
  remove(localId: string, id: string): Promise<void>
  /** Tells whose bookmarks changed, in whichever tab. */
  onChange(listener: (localId: string) => void): void
}

/** The timeline's snapshots as a page uses them. */
export interface Snapshots extends SnapshotReader {
  /** Takes a snapshot of the log as it is now, beside the page. */
  refresh(onProgress?: (done: number, total: number) => void): Promise<void>
  close(): void
}

export interface Backend {
  readonly directory: LedgerDirectory
  readonly bookmarks: Bookmarks
  openLog(entry: LedgerEntry): Promise<EventLog<StreamState>>
  /** Loaded where it is needed. */
  damaged(): Promise<DamagedLedgers>
  /** Begins to read the snapshot there is at once, beside the opening of the log. */
  openSnapshots(entry: LedgerEntry): Snapshots
  /** Starts when it is first asked. */
  openWords(entry: LedgerEntry): WordSearch
  /** Events that are in what is stored of each projection. */
  storedPositions(entry: LedgerEntry): Promise<{ readonly snapshot: number; readonly words: number }>
  /** Import, export, verify and snapshots; in a browser they run in a worker. */
  readonly heavyWork: HeavyWork
  /** Tidies up behind commands and crashes; never on a command's path, and beside the page where it takes long. */
  tidyUp(entry: LedgerEntry, log: EventLog<StreamState>): Promise<void>
  /** Resolves when what was opened is on the screen: what nobody waits for begins then. Not there: at once. */
  readonly shown?: () => Promise<void>
  /** Called when this page's connection had to give way: the ledger was removed, or a newer tab upgraded it. */
  onLost(listener: (error: Error) => void): void
}

/** A log that ends before the damage. */
export interface StandingEventLog extends EventLog<StreamState> {
  /** Behind the last event that is known to be as it was recorded. */
  readonly sound: Head
}

/** What verifying has found before, what can be read all the same, and what repairs have set aside. */
export interface DamagedLedgers {
  /** As far as it can be read: it takes nothing. undefined where nothing is known of damage. */
  openStanding(entry: LedgerEntry): Promise<StandingEventLog | undefined>
  /** The report of the last look that found damage. */
  damageOf(entry: LedgerEntry): Promise<VerifyReport | undefined>
  setAside(entry: LedgerEntry): Promise<Blob | null>
  discardSetAside(entry: LedgerEntry): Promise<void>
}

/** `entry` null stands for a new, empty ledger: only a dry run may be asked of it. */
export interface HeavyWork {
  importLog(entry: LedgerEntry | null, file: Blob, options: Omit<ImportOptions, 'into'>): Promise<ImportReport>
  exportLog(entry: LedgerEntry, options: ExportOptions): Promise<Blob>
  verify(entry: LedgerEntry, options: WorkOptions): Promise<Verified>
  /** What each file says of itself; undefined where it is no log file. */
  fileFacts(files: readonly Blob[]): Promise<readonly (LogFileFacts | undefined)[]>
  /** Writes the whole log to a file, and reads it back. */
  backUp(entry: LedgerEntry, target: BackupTarget, options: WorkOptions): Promise<WrittenBackup>
  /** Mends a ledger from a file, or from its own events alone. */
  repair(entry: LedgerEntry, file: Blob | null, options: RepairOptions): Promise<RepairReport>
  /** What one file is to the ledger, or two to each other. */
  prove(entry: LedgerEntry, files: readonly [Blob, Blob?], options: WorkOptions): Promise<ExportProof>
  /** Of a damaged ledger, as far as it can be read. */
  standingSnapshot(entry: LedgerEntry): Promise<StoredSnapshot>
  /** Fills a new, empty ledger with the events of another, all of them or none. */
  branch(entry: LedgerEntry, original: LedgerEntry, request: BranchRequest, options: WorkOptions): Promise<BranchFacts>
  /** What the original would say now to the commands that a branch was given. */
  verdicts(entry: LedgerEntry, original: LedgerEntry): Promise<readonly CommandVerdict[]>
  /** What every account holds after all that is recorded, in no particular order. */
  balances(entry: LedgerEntry): Promise<readonly AccountBalance[]>
  /** The stored snapshot of the timeline; undefined where there is none, or one of another version. */
  readSnapshot(entry: LedgerEntry): Promise<StoredSnapshot | undefined>
  /** Takes a snapshot of the timeline. */
  project(entry: LedgerEntry, options: WorkOptions): Promise<void>
  /** Joins what commands left in small pieces. */
  pack(entry: LedgerEntry): Promise<void>
}
