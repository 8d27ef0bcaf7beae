/**
 * What verifying has found, kept beside the head: every tab refuses commands while it stands, so that nothing is recorded
 * on top of what is not known to be sound. It overwrites nothing, and goes when the ledger is found sound again.
 */
import type { Table } from 'dexie'
import type { Head } from '../../event-log/event-log'
import type { LedgerDatabase } from '../ledger-database'

/** Where events that can be read stand: a part of a batch, whatever the index says of it. */
export interface StandingPiece {
  readonly first: number
  readonly count: number
  readonly batchId: string
  /** Bytes of the batch: from, and to (exclusive). */
  readonly start: number
  readonly end: number
  /** Before its first event: hashes behind one another. */
  readonly frontier: Uint8Array
}

export interface DamageNote {
  readonly key: 'damage'
  /** The head as it would be behind the last event that is sound, and the last that can be read. */
  readonly sound: Head
  readonly readable: Head
  /** Of all that can be read, in order. */
  readonly pieces: readonly StandingPiece[]
  /** The first bad event; not there where only what follows from the events is wrong. */
  readonly position?: number
  /** As it was told, plain data. */
  readonly report: unknown
}

type Tables = Pick<LedgerDatabase<unknown>, 'head'>

export function writeDamageNote(db: Tables, note: Omit<DamageNote, 'key'>): PromiseLike<unknown> {
  return notes(db).put({ key: 'damage', ...note })
}

export function removeDamageNote(db: Tables): PromiseLike<void> {
  return notes(db).delete('damage')
}

function notes(db: Tables): Table<DamageNote, string> {
  return db.head as unknown as Table<DamageNote, string>
}
