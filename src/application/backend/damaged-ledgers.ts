/** Damaged ledgers in IndexedDB: what is known of them, what can be read, and what repairs set aside. */
import type { StreamState } from '../../domain/stream-state'
import { UPCASTERS } from '../../domain/upcasters'
import { discardAside, keptAside, keptDamage } from '../../storage/integrity/kept-damage'
import { StandingLog } from '../../storage/integrity/standing-log'
import type { VerifyReport } from '../ledger-api'
import type { LedgerEntry, StandingEventLog } from './backend'

/** @throws StorageError */
export function openStanding({ databaseName }: LedgerEntry): Promise<StandingEventLog | undefined> {
  return StandingLog.open<StreamState>(databaseName, UPCASTERS)
}

export async function damageOf({ databaseName }: LedgerEntry): Promise<VerifyReport | undefined> {
  return (await keptDamage(databaseName)) as VerifyReport | undefined
}

export function setAside({ databaseName }: LedgerEntry): Promise<Blob | null> {
  return keptAside(databaseName)
}

export function discardSetAside({ databaseName }: LedgerEntry): Promise<void> {
  return discardAside(databaseName)
}
