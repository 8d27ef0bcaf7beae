/** The database of one ledger: its tables (HOUSE, "On disk") and the forms of their rows. */
import { Dexie, type EntityTable, type Table } from 'dexie'
import { bytesOfFrontier, type Frontier } from '../event-log/merkle-tree'
import { openDatabase } from './open-database'
import type { StorageError } from './storage-error'

/**
 * Version of the tables. A new one adds tables and indexes and takes none away: a tab with the older program that
 * opens the database must find what it knows until it has told people to reload.
 */
const SCHEMA_VERSION = 1
const HASH_BYTES = 32

export interface BatchRow {
  /** UUIDv7. */
  readonly batchId: string
  /** Canonical lines, each ended `,\n`. */
  readonly bytes: Uint8Array
}

/** Places a batch in the log; a batch without such a row is not in the log. */
export interface IndexRow {
  /** Position of its first event. */
  readonly first: number
  readonly count: number
  readonly batchId: string
  readonly byteLength: number
  /** The frontier before its first event: hashes behind one another. */
  readonly frontier: Uint8Array
}

export interface StreamStateRow<State> {
  readonly streamId: string
  readonly revision: number
  readonly state: State
}

export interface CommandRow {
  readonly commandId: string
  readonly hash: string
  readonly positions: readonly number[]
  /** Counts the commands of this database, from 1: the oldest are forgotten first. */
  readonly serial: number
  /** Over the fields above; older programs wrote none. */
  readonly sum?: string
}

/** The commit point. */
export interface HeadRow {
  readonly key: 'head'
  readonly size: number
  readonly frontier: Uint8Array
  readonly lastRecordedAt: string
  readonly ledgerId: string
  readonly name: string
  /** `serial` of the last command. */
  readonly commands: number
  /** Canonical bytes of all batches in the log. */
  readonly bytes: number
  /** Version of the states in `streams`; another one than the program's: they are rebuilt. */
  readonly stateVersion: number
  /** Over the fields above; older programs wrote none. */
  readonly sum?: {
    /** The head's size when the sum was made. */
    readonly size: number
    readonly sum: string
  }
}

export interface SnapshotRow {
  readonly projection: string
  readonly version: number
  readonly position: number
  readonly ledgerId: string
  readonly rootHash: string
  readonly value: unknown
}

/** A page of a snapshot, whose row names it. */
export interface SnapshotPageRow {
  readonly projection: string
  readonly value: Uint8Array
}

export class LedgerDatabase<State> extends Dexie {
  declare readonly batches: EntityTable<BatchRow, 'batchId'>
  declare readonly index: EntityTable<IndexRow, 'first'>
  declare readonly streams: Table<StreamStateRow<State>, string>
  declare readonly commands: EntityTable<CommandRow, 'commandId'>
  declare readonly head: EntityTable<HeadRow, 'key'>
  declare readonly snapshots: EntityTable<SnapshotRow | SnapshotPageRow, 'projection'>

  constructor(name: string, durability: 'strict' | 'relaxed') {
    // Nothing is asked as a live query, so Dexie's cache of them would only cost.
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' })
    this.version(SCHEMA_VERSION).stores({
      batches: 'batchId',
      index: 'first',
      streams: 'streamId',
      commands: 'commandId, serial',
      head: 'key',
      snapshots: 'projection',
    })
  }
}

/**
 * Opens the database of a ledger.
 * @param onClosed called when this connection had to give way: the ledger is removed, or a newer program opens it.
 * @throws StorageError
 */
export function openLedgerDatabase<State>(
  name: string,
  durability: 'strict' | 'relaxed',
  onClosed?: (reason: StorageError) => void,
): Promise<LedgerDatabase<State>> {
  return openDatabase(new LedgerDatabase<State>(name, durability), SCHEMA_VERSION, onClosed)
}

export function packFrontier(frontier: Frontier): Uint8Array {
  return bytesOfFrontier(frontier)
}

export function unpackFrontier(packed: Uint8Array): Frontier {
  return Array.from({ length: packed.length / HASH_BYTES }, (_, index) =>
    packed.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  )
}

/**
 * Bytes in a buffer of their own: IndexedDB would store the whole buffer behind a view.
 */
export function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}
