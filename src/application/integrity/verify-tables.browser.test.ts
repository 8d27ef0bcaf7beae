import { onTestFinished, expect, test } from 'vitest'
import { uuidV7 } from '../../event-log/uuid'
import { deleteDatabase } from '../../storage/open-database'
import { DexieTables } from '../../storage/integrity/stored-tables'
import { KEYS, memoryTables, readRows, TABLES, type TableRows, writeRows } from '../../storage/integrity/test-tables'
import { openDexieLog } from '../backend/dexie-backend'
import { openSnapshotKeeper } from '../backend/snapshot-keeper'
import { openWordKeeper } from '../search/word-keeper'
import { WordIndex } from '../search/word-index'
import { refreshSnapshot } from '../snapshots/timeline-snapshot-store'
import { openLedger } from '../testing/memory-ledger'
import { verifyTables } from './verify-tables'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
const SAVINGS = '0190a000-0000-7000-8000-00000000000b'

type Table = (typeof TABLES)[number]
type Path = readonly (string | number)[]

async function ledgerOnDisk() {
  const databaseName = `test-${uuidV7()}`
  onTestFinished(() => deleteDatabase(databaseName))
  const entry = { localId: 'l', name: 'Test', databaseName, ledgerId: '0190a000-0000-7000-8000-0000000000aa' }
  const log = await openDexieLog(entry)
  const ledger = await openLedger(log)
  await ledger.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await ledger.dispatch({ type: 'OpenAccount', accountId: SAVINGS, name: 'Savings', currency: 'EUR' })
  const [paid] = (await ledger.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 900, payee: 'Zoë' })).events
  await ledger.dispatch({ type: 'Transfer', fromAccountId: EVERYDAY, toAccountId: SAVINGS, amount: 100 })
  await ledger.dispatch({ type: 'ReverseEntry', accountId: EVERYDAY, entryId: paid?.eventId })
  await ledger.dispatch({ type: 'RenameLedger', name: 'Ours' })
  const keeper = openSnapshotKeeper(entry)
  await refreshSnapshot(log, keeper)
  keeper.close()
  const words = openWordKeeper(entry)
  const index = await WordIndex.open(log, words, 4)
  for await (const _ of index.complete()) continue
  words.close()
  log.close()
  const tables = await DexieTables.open(databaseName)
  onTestFinished(() => tables.close())
  return { entry, tables, rows: await readRows(tables.db) }
}

const soundness = async (rows: TableRows) => (await verifyTables(memoryTables(rows))).report

/** Where a value that is no collection stands, and every byte of every run of bytes. */
function* places(value: unknown, path: Path = []): Generator<Path> {
  if (value instanceof Uint8Array) for (let at = 0; at < value.length; at++) yield [...path, at]
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) yield* places(each, [...path, key])
  else if (typeof value === 'string') for (let at = 0; at < value.length; at++) yield [...path, at]
  else yield path
}

/** One byte, character, number or truth value changed; everything else is shared, not copied. */
function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : 'x'
  if (typeof value === 'string') return `${value.slice(0, Number(key))}${value[Number(key)] === '1' ? '2' : '1'}${value.slice(Number(key) + 1)}`
  if (value instanceof Uint8Array) return value.with(Number(key), (value[Number(key)] as number) ^ 1)
  if (Array.isArray(value)) return value.with(Number(key), changed(value[Number(key)], rest))
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest) }
}

const withRow = (rows: TableRows, table: Table, index: number, row: Record<string, unknown> | undefined): TableRows => ({
  ...rows,
  [table]: row === undefined ? rows[table].toSpliced(index, 1) : rows[table].with(index, row),
})

/**
 * What has no effect, whatever stands there: the version of a snapshot (another one is not used), and the words or pages
 * that then nobody names.
 */
function isHarmless(table: Table, row: Record<string, unknown>, path: Path): boolean {
  return table === 'snapshots' && (path[0] === 'version' || (path[0] === 'projection' && !String(row.projection).includes('/')))
}

test('[VF2] a sound ledger on disk is sound, in all its tables', async () => {
  const { tables, rows } = await ledgerOnDisk()
  for (const table of TABLES) expect(rows[table].length, table).toBeGreaterThan(0)
  const { report } = await verifyTables(tables)
  expect(report).toEqual({ ok: true, size: 9, rootHash: report.rootHash })
  expect(await soundness(rows)).toEqual(report)
})

test.each(TABLES)('[VF1] %s: one byte or value changed at any place is found', async (table) => {
  const { rows } = await ledgerOnDisk()
  let tried = 0
  const missed: string[] = []
  for (const [index, row] of rows[table].entries()) {
    for (const path of places(row)) {
      if (isHarmless(table, row, path)) continue
      tried++
      const report = await soundness(withRow(rows, table, index, changed(row, path) as Record<string, unknown>))
      if (report.ok || report.damage === undefined) missed.push(`${String(row[KEYS[table]])} ${path.join('.')}`)
    }
  }
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(100)
})
