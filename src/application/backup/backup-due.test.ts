import { expect, test } from 'vitest'
import type { BackupPlan } from '../../storage/backups/backup-plan'
import { isBackupDue } from './backup-due'

const MINUTE = 60_000
const NOON = new Date(2026, 10, 23, 12).getTime()
const written = (events: number, savedAt: number, took = 0) => ({
  name: '',
  events,
  rootHash: '',
  savedAt,
  took,
  bytes: 0,
  modifiedAt: 0,
})
const plan = (change: Partial<BackupPlan> = {}): BackupPlan => ({
  localId: 'l',
  chosenAt: 0,
  place: { kind: 'folder', handle: {} as FileSystemDirectoryHandle },
  every: 0,
  keep: 2,
  written: [],
  ...change,
})

test('[AB9] the first backup is due at once, and none of a ledger without events or with nothing new', () => {
  expect(isBackupDue(plan(), 1, NOON)).toBe(true)
  expect(isBackupDue(plan(), 0, NOON)).toBe(false)
  expect(isBackupDue(plan({ written: [written(5, 0)] }), 5, NOON)).toBe(false)
})

test('[AB9] the next is due after n events, or on another day', () => {
  const tenth = plan({ every: 10, written: [written(5, NOON - MINUTE)] })
  expect([14, 15].map((size) => isBackupDue(tenth, size, NOON))).toEqual([false, true])
  const daily = plan({ written: [written(5, NOON)] })
  expect(isBackupDue(daily, 6, new Date(2026, 10, 23, 23, 59).getTime())).toBe(false)
  expect(isBackupDue(daily, 6, new Date(2026, 10, 24, 0, 1).getTime())).toBe(true)
})

test('[AB9] one that failed is tried again ten minutes later, also by a clock that was set back', () => {
  const failed = plan({ fault: { code: 'gone', at: NOON } })
  expect([9, 10, -9, -10].map((later) => isBackupDue(failed, 1, NOON + later * MINUTE))).toEqual([
    false,
    true,
    false,
    true,
  ])
})

test('[AB9] none before twenty times as long has passed as the last one took', () => {
  const slow = plan({ every: 1, written: [written(5, NOON, MINUTE)] })
  expect([19, 20].map((later) => isBackupDue(slow, 6, NOON + later * MINUTE))).toEqual([false, true])
})
