/**
 * How much of each ledger stands in a file outside this browser, as far as the app can know: what was exported whole,
 * or restored from a file. Kept in localStorage, which goes when the ledgers go.
 *
 * [KP1] Counted is what was recorded since; a file says nothing about what came after it, and never less than before.
 * [KP2] A reminder is due from 200 events on, or when the oldest of them is 14 days old; not twice within a day.
 */
import { create } from 'zustand'

const KEY = 'hindsight.backups'

export interface BackupRecord {
  /** The first so many events stand in a file. */
  readonly events: number
  /** Milliseconds since 1970; 0: only restored from a file, or never. */
  readonly savedAt: number
  readonly remindedAt: number
}

type Records = Readonly<Record<string, BackupRecord>>

const NONE: BackupRecord = { events: 0, savedAt: 0, remindedAt: 0 }

function stored(): Records {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Records) : {}
  } catch {
    return {}
  }
}

export const useBackups = create<{ readonly records: Records }>(() => ({ records: stored() }))

/** Other tabs note what they saved. */
export function followBackups(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) useBackups.setState({ records: stored() })
  })
}

export function backupOf(records: Records, localId: string): BackupRecord {
  const { events, savedAt, remindedAt } = { ...NONE, ...(Object.hasOwn(records, localId) ? records[localId] : {}) }
  const known = [events, savedAt, remindedAt].every((value) => Number.isSafeInteger(value) && value >= 0)
  return known ? { events, savedAt, remindedAt } : NONE
}

/** Events recorded since the last file. */
export function notBackedUp(size: number, { events }: BackupRecord): number {
  return Math.max(0, size - events)
}

function note(localId: string, change: (before: BackupRecord) => BackupRecord): void {
  const records = stored()
  const next = { ...records, [localId]: change(backupOf(records, localId)) }
  useBackups.setState({ records: next })
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing counts from the beginning at the next start.
  }
}

/** The first `events` were saved to a file. */
export function noteBackup(localId: string, events: number): void {
  note(localId, (before) => ({ ...before, events: Math.max(events, before.events), savedAt: Date.now() }))
}

/** The first `events` came from a file. */
export function noteRestored(localId: string, events: number): void {
  note(localId, (before) => ({ ...before, events: Math.max(events, before.events) }))
}

export function noteReminder(localId: string): void {
  note(localId, (before) => ({ ...before, remindedAt: Date.now() }))
}

const DAY = 24 * 60 * 60_000
const MANY = 200
const LONG = 14 * DAY

/** @param oldest when the first of those not backed up was recorded, milliseconds since 1970 */
export function isReminderDue(count: number, oldest: number, { remindedAt }: BackupRecord, now: number): boolean {
  if (count === 0 || Math.abs(now - remindedAt) < DAY) return false
  return count >= MANY || now - oldest >= LONG
}
