/** The small database that names the ledgers of this browser, and keeps what people noted about them outside their logs. */
import { Dexie, type EntityTable } from 'dexie'
import type { BackupPlan } from './backups/backup-plan'
import type { BranchOrigin } from './branch-origin'
import { openDatabase } from './open-database'
import type { StorageError } from './storage-error'

/** 2: bookmarks. 3: automatic backups. 4: the key that signs exports. */
const SCHEMA_VERSION = 4

export interface RegisteredLedger {
  /** Local to this browser, UUIDv7. */
  readonly localId: string
  /** A copy for menus; the truth is in the ledger's log. */
  readonly name: string
  readonly databaseName: string
  /** What the log is named by until an import restores another. */
  readonly ledgerId: string
  /** Where it was branched from; not there for a ledger of its own. */
  readonly origin?: BranchOrigin
}

export interface LedgerRow extends RegisteredLedger {
  /** Rises with every opening; 0: never opened. */
  readonly opened: number
  /** 1 from when its removal began: a crash in between is made good at the next start. */
  readonly removing: 0 | 1
  /** 1 while it is being filled: it is there when that is done, and swept if it never is. */
  readonly filling?: 0 | 1
}

/** A moment that a person gave a name. */
export interface StoredBookmark {
  /** UUIDv7: in the order they were made. */
  readonly id: string
  readonly name: string
  readonly note: string
  /** A moment as scripts write it, as JSON. */
  readonly moment: string
}

export interface BookmarkRow extends StoredBookmark {
  /** Of the ledger it belongs to, with which it goes. */
  readonly localId: string
}

/** A key pair whose private half cannot be read out. */
export interface KeyRow {
  readonly id: string
  readonly pair: CryptoKeyPair
}

export class RegistryDatabase extends Dexie {
  declare readonly ledgers: EntityTable<LedgerRow, 'localId'>
  declare readonly bookmarks: EntityTable<BookmarkRow, 'id'>
  declare readonly backups: EntityTable<BackupPlan, 'localId'>
  declare readonly keys: EntityTable<KeyRow, 'id'>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ ledgers: 'localId, opened' })
    this.version(2).stores({ bookmarks: 'id, localId' })
    this.version(3).stores({ backups: 'localId' })
    this.version(SCHEMA_VERSION).stores({ keys: 'id' })
  }

  /** @throws StorageError */
  static opened(name: string, onClosed?: (reason: StorageError) => void): Promise<RegistryDatabase> {
    return openDatabase(new RegistryDatabase(name), SCHEMA_VERSION, onClosed)
  }
}

export function isKept(row: LedgerRow): boolean {
  return row.removing === 0 && row.filling !== 1
}
