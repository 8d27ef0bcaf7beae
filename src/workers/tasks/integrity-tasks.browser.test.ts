import { expect, onTestFinished, test } from 'vitest'
import type { LedgerEntry } from '../../application/backend/backend'
import { openStanding } from '../../application/backend/damaged-ledgers'
import { openDexieLog } from '../../application/backend/dexie-backend'
import { openSnapshotKeeper } from '../../application/backend/snapshot-keeper'
import { openLedger } from '../../application/testing/memory-ledger'
import { tellShortStory } from '../../application/testing/short-story'
import { uuidV7 } from '../../event-log/uuid'
import { keptAside } from '../../storage/integrity/kept-damage'
import { RepairWriter } from '../../storage/integrity/repair-writer'
import { DexieTables } from '../../storage/integrity/stored-tables'
import { readRows, type TableRows, writeRows } from '../../storage/integrity/test-tables'
import { withImportLock } from '../../storage/maintenance/maintenance-lock'
import { deleteDatabase } from '../../storage/open-database'
import { runTask } from './run-task'
import type { TaskContext } from './task-context'
import type { Task, TaskResults } from './task-protocol'

const context: TaskContext = {
  openLog: (entry) => openDexieLog(entry),
  openSnapshots: openSnapshotKeeper,
  openTables: async ({ databaseName }) => {
    const tables = await DexieTables.open(databaseName)
    return Object.assign(tables, { repair: () => RepairWriter.begin(tables.db) })
  },
  openStanding,
  pack: async () => undefined,
  exclusively: (entry, work) => withImportLock(entry.databaseName, work),
  beforeCommit: async () => undefined,
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 28),
}

async function run<Kind extends Task['kind']>(
  task: Task & { readonly kind: Kind },
  more: Partial<TaskContext> = {},
): Promise<TaskResults[Kind]> {
  return (await runTask(task, { ...context, ...more })) as TaskResults[Kind]
}

async function newLedger(name: string): Promise<LedgerEntry> {
  const databaseName = `test-${uuidV7()}`
  onTestFinished(() => deleteDatabase(databaseName))
  return { localId: name, name, databaseName, ledgerId: uuidV7() }
}

/** Nine events; the backup has the first `backedUp` of them. */
async function damagedLedger(backedUp?: number) {
  const entry = await newLedger('Ours')
  const log = await openDexieLog(entry)
  const ledger = await openLedger(log)
  await tellShortStory(ledger)
  await ledger.dispatch({ type: 'RenameLedger', name: 'Ours now' })
  log.close()
  const at = backedUp === undefined ? {} : { at: { position: backedUp } }
  const backup = await run({ kind: 'export', entry, options: at })
  const whole = await run({ kind: 'export', entry, options: {} })
  const tables = await DexieTables.open(entry.databaseName)
  onTestFinished(() => tables.close())
  const rows = await readRows(tables.db)
  const damage = async (change: (rows: TableRows) => TableRows) => writeRows(tables.db, change(structuredClone(rows)))
  return { entry, backup, whole, tables, rows, damage }
}

const textOf = async (file: Blob) => (await file.text()).replace(/"exportedAt":"[^"]*"/, '')
const flip = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes[at] as number) ^ 1)
const inBatch =
  (batch: number, at = 200) =>
  (rows: TableRows) => {
    const row = rows.batches[batch] as { bytes: Uint8Array }
    row.bytes = flip(row.bytes, at)
    return rows
  }

test.each<[string, (rows: TableRows) => TableRows]>([
  ['a byte of an event', inBatch(2)],
  ['the first byte of an event', inBatch(2, 0)],
  ['bytes that are gone', (rows) => ({ ...rows, batches: rows.batches.toSpliced(4, 1) })],
  [
    'a row of the index and its bytes',
    (rows) => ({ ...rows, index: rows.index.toSpliced(3, 1), batches: rows.batches.toSpliced(3, 1) }),
  ],
  ['the last event', (rows) => ({ ...rows, index: rows.index.slice(0, -1), batches: rows.batches.slice(0, -1) })],
  [
    'everything but the head',
    (rows) => ({ ...rows, index: [], batches: [], streams: [], commands: [], snapshots: [] }),
  ],
  ['everything', () => ({ head: [], index: [], batches: [], streams: [], commands: [], snapshots: [] })],
])('[RP1] [RP2] %s: repaired from a backup the ledger is what it was, and verifies', async (_, change) => {
  const { entry, whole, backup, damage } = await damagedLedger()
  await damage(change)
  const { report } = await run({ kind: 'verify', entry })
  expect(report.ok).toBe(false)
  const preview = await run({ kind: 'repair', entry, file: backup, options: { dryRun: true } })
  const repaired = await run({ kind: 'repair', entry, file: backup, options: {} })
  expect(repaired).toMatchObject({ size: 9, lost: 0, doubtful: 0, verified: { ok: true, size: 9 } })
  expect(repaired.kept + repaired.restored).toBe(9)
  expect(preview).toMatchObject({ kept: repaired.kept, restored: repaired.restored, size: 9 })
  expect(await textOf(await run({ kind: 'export', entry, options: {} }))).toBe(await textOf(whole))
})

test.each<[string, (rows: TableRows) => TableRows]>([
  ['a state', (rows) => ({ ...rows, streams: rows.streams.slice(1) })],
  [
    'a seal in the index',
    (rows) => ({ ...rows, index: rows.index.with(3, { ...rows.index[3], frontier: new Uint8Array(64) }) }),
  ],
  ['a count in the index', (rows) => ({ ...rows, index: rows.index.with(3, { ...rows.index[3], count: 7 }) })],
  ['a place in the index', (rows) => ({ ...rows, index: rows.index.with(3, { ...rows.index[3], first: 70 }) })],
  ['a row of the index', (rows) => ({ ...rows, index: rows.index.toSpliced(3, 1) })],
  ['the root in the head', (rows) => ({ ...rows, head: [{ ...rows.head[0], frontier: new Uint8Array(64) }] })],
  ['the head', (rows) => ({ ...rows, head: [] })],
  ['a command', (rows) => ({ ...rows, commands: rows.commands.toSpliced(2, 1) })],
])('[VF2] %s is found, and made anew from the events alone', async (_, change) => {
  const { entry, whole, damage } = await damagedLedger()
  await damage(change)
  const { report } = await run({ kind: 'verify', entry })
  expect(report).toMatchObject({ ok: false, damage: { sound: 9, readable: 9 } })
  expect(report.damage?.event).toBeUndefined()
  const repaired = await run({ kind: 'repair', entry, file: null, options: {} })
  expect(repaired).toMatchObject({ kept: 9, restored: 0, lost: 0, verified: { ok: true } })
  // The id of the ledger stood in its head alone.
  const same = (text: string) => text.replace(/"ledgerId":"[^"]*"/, '')
  expect(same(await textOf(await run({ kind: 'export', entry, options: {} })))).toBe(same(await textOf(whole)))
})

test('[RP2] what was recorded after the backup is kept, since its seals vouch for it', async () => {
  const { entry, backup, damage } = await damagedLedger(4)
  await damage(inBatch(2))
  const repaired = await run({ kind: 'repair', entry, file: backup, options: {} })
  expect(repaired).toMatchObject({ kept: 8, restored: 1, lost: 0, size: 9, proved: true, fileSize: 4 })
})

test('[RP2] [RP4] what neither has is told, set aside, and the rest verifies', async () => {
  const { entry, backup, damage } = await damagedLedger(4)
  await damage(inBatch(6, 0))
  const { report } = await run({ kind: 'verify', entry })
  const repaired = await run({ kind: 'repair', entry, file: backup, options: {} })
  expect(repaired.size).toBe((report.firstBadPosition ?? 0) - 1)
  expect(repaired.lost).toBe(9 - repaired.size)
  expect(repaired.verified?.ok).toBe(true)
  expect((await keptAside(entry.databaseName))?.size).toBeGreaterThan(100)
})

test('[RP3] a file of another ledger, or of one that went another way, is refused and changes nothing', async () => {
  const { entry, damage, tables } = await damagedLedger()
  await damage(inBatch(2))
  const before = await readRows(tables.db)
  const other = await damagedLedger()
  await expect(run({ kind: 'repair', entry, file: other.backup, options: {} })).rejects.toMatchObject({
    code: 'diverged',
  })
  expect(await readRows(tables.db)).toEqual(before)
})

test('[RP1] a cancel at the last step leaves the ledger as it was', async () => {
  const { entry, backup, damage, tables } = await damagedLedger()
  await damage(inBatch(2))
  const before = await readRows(tables.db)
  const stop = new AbortController()
  const cancelled = { signal: stop.signal, beforeCommit: async () => stop.abort() }
  await expect(run({ kind: 'repair', entry, file: backup, options: {} }, cancelled)).rejects.toMatchObject({
    name: 'AbortError',
  })
  expect(await readRows(tables.db)).toEqual(before)
})

test('[DM1] a damaged ledger takes no command, and gives out what is sound', async () => {
  const { entry, damage, whole } = await damagedLedger()
  await damage(inBatch(2, 0))
  await run({ kind: 'verify', entry })
  const standing = await openStanding(entry)
  expect(await standing?.head()).toMatchObject({ size: 2 })
  await expect(standing?.transact({ streamIds: [] }, () => ({ append: [] }))).rejects.toMatchObject({ code: 'corrupt' })
  standing?.close()
  const log = await openDexieLog(entry)
  await expect(log.transact({ streamIds: [] }, () => ({ append: [] }))).rejects.toMatchObject({ code: 'corrupt' })
  log.close()
  const sound = JSON.parse(await (await run({ kind: 'export', entry, options: {} })).text())
  expect(sound.events).toEqual(JSON.parse(await whole.text()).events.slice(0, 2))
  const again = await newLedger('Again')
  const imported = await run({ kind: 'import', entry: again, file: new Blob([JSON.stringify(sound)]), options: {} })
  expect(imported).toMatchObject({ result: 'restored', size: 2, sealed: true })
})
