import { expect, test } from 'vitest'
import { KEYS, memoryTables, readRows, TABLES, type TableRows, writeRows } from '../../storage/integrity/test-tables'
import { openDexieLog } from '../backend/dexie-backend'
import { ledgerOnDisk } from './test-ledger-on-disk'
import { verifyTables } from './verify-tables'

type Table = (typeof TABLES)[number]
type Path = readonly (string | number)[]

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
  if (typeof value === 'string')
    return `${value.slice(0, Number(key))}${value[Number(key)] === '1' ? '2' : '1'}${value.slice(Number(key) + 1)}`
  if (value instanceof Uint8Array) return value.with(Number(key), (value[Number(key)] as number) ^ 1)
  if (Array.isArray(value)) return value.with(Number(key), changed(value[Number(key)], rest))
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest) }
}

const withRow = (
  rows: TableRows,
  table: Table,
  index: number,
  row: Record<string, unknown> | undefined,
): TableRows => ({
  ...rows,
  [table]: row === undefined ? rows[table].toSpliced(index, 1) : rows[table].with(index, row),
})

/**
 * What has no effect, whatever stands there: the version of a snapshot (another one is not used), and the words or pages
 * that then nobody names.
 */
function isHarmless(table: Table, row: Record<string, unknown>, path: Path): boolean {
  return (
    table === 'snapshots' &&
    (path[0] === 'version' || (path[0] === 'projection' && !String(row.projection).includes('/')))
  )
}

test('[VF2] a sound ledger on disk is sound, in all its tables', async () => {
  const { tables, rows } = await ledgerOnDisk()
  for (const table of TABLES) expect(rows[table].length, table).toBeGreaterThan(0)
  const { report } = await verifyTables(tables)
  expect(report).toEqual({ ok: true, size: 9, rootHash: report.rootHash })
  expect(await soundness(rows)).toEqual(report)
})

test('[VF1] a whole snapshot of a log that never came to be is no damage; one byte of it changed is', async () => {
  const [{ rows }, { rows: other }] = [await ledgerOnDisk(), await ledgerOnDisk(2)]
  // As an import leaves it that was overtaken, or cut off just before its commit.
  const left = {
    ...rows,
    snapshots: other.snapshots.filter(({ projection }) => !String(projection).startsWith('words')),
  }
  expect((await soundness(left)).ok).toBe(true)
  const index = left.snapshots.findIndex(({ projection }) => projection === 'timeline')
  const manifest = left.snapshots[index] as Record<string, unknown>
  for (const path of [['position'], ['rootHash', 5], ['ledgerId', 5], ['value', 'checksum', 1], ['value', 'seal', 1]])
    expect(
      (await soundness(withRow(left, 'snapshots', index, changed(manifest, path) as Record<string, unknown>))).ok,
      path.join('.'),
    ).toBe(false)
})

/** Every offset where this is set; else a sample of the bytes and letters, and everything that is neither. */
const EVERY = import.meta.env.VITE_EVERY_BYTE !== undefined
const SAMPLE = 60

test.each(TABLES)('[VF1] %s: one byte or value changed at any place is found', async (table) => {
  const { rows } = await ledgerOnDisk()
  const all = rows[table].flatMap((row, index) => [...places(row)].map((path) => ({ row, index, path })))
  const isStructure = ({ path }: (typeof all)[number]) => typeof path.at(-1) === 'string'
  // The same places in every run: spread over all of them.
  const stride = EVERY ? 1 : Math.max(1, Math.floor(all.length / SAMPLE))
  const chosen = all.filter((place, at) => at % stride === 0 || isStructure(place))
  const missed: string[] = []
  for (const { row, index, path } of chosen) {
    if (isHarmless(table, row, path)) continue
    const report = await soundness(withRow(rows, table, index, changed(row, path) as Record<string, unknown>))
    if (report.ok || report.damage === undefined) missed.push(`${String(row[KEYS[table]])} ${path.join('.')}`)
  }
  expect(missed).toEqual([])
  expect(chosen.length).toBeGreaterThan(20)
})

test.each(TABLES)('[VF1] %s: a row that is dropped, and values of two rows swapped, are found', async (table) => {
  const { rows } = await ledgerOnDisk()
  const key = KEYS[table]
  const missed: string[] = []
  const judge = async (what: string, changedRows: TableRows) => {
    const report = await soundness(changedRows)
    if (report.ok) missed.push(what)
  }
  for (const [index, row] of rows[table].entries()) {
    const name = String(row[key])
    // Without its manifest a snapshot is taken anew: it is expendable, and what is left of it nobody reads.
    if (table !== 'snapshots' || name.includes('/'))
      await judge(`${name} dropped`, withRow(rows, table, index, undefined))
    const other = rows[table][(index + 1) % rows[table].length] as Record<string, unknown>
    // A manifest under another's name is one of another version, which is not used.
    const isManifest = table === 'snapshots' && (!name.includes('/') || !String(other[key]).includes('/'))
    if (other === row || isManifest || sameBut(key, row, other)) continue
    const swapped = withRow(rows, table, index, { ...other, [key]: row[key] })
    const at = rows[table].indexOf(other)
    await judge(`${name} swapped`, withRow(swapped, table, at, { ...row, [key]: other[key] }))
  }
  expect(missed).toEqual([])
})

const sameBut = (key: string, a: Record<string, unknown>, b: Record<string, unknown>) =>
  JSON.stringify({ ...a, [key]: 0 }) === JSON.stringify({ ...b, [key]: 0 })

test('[VF1] bytes of a batch that are dropped, repeated or swapped are found', async () => {
  const { rows } = await ledgerOnDisk()
  const missed: string[] = []
  for (const [index, row] of rows.batches.entries()) {
    const bytes = row.bytes as Uint8Array
    const stride = EVERY ? 1 : Math.floor(bytes.length / 12)
    for (let at = 0; at < bytes.length; at += stride) {
      const neighbours = bytes
        .with(at, bytes[at + 1] ?? 0)
        .with(Math.min(at + 1, bytes.length - 1), bytes[at] as number)
      const changes = {
        dropped: Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1)),
        repeated: Uint8Array.of(...bytes.subarray(0, at + 1), ...bytes.subarray(at)),
        swapped: bytes[at] === bytes[at + 1] ? undefined : neighbours,
      }
      for (const [what, altered] of Object.entries(changes)) {
        if (!altered) continue
        const report = await soundness(withRow(rows, 'batches', index, { ...row, bytes: altered }))
        if (report.ok) missed.push(`${what} at ${at} of ${index}`)
      }
    }
  }
  expect(missed).toEqual([])
})

test('[VF1] a repeated row: under another key in the index it is found; a batch that no row names has no effect', async () => {
  const { rows } = await ledgerOnDisk()
  const [first, second] = rows.index as [Record<string, unknown>, Record<string, unknown>]
  for (const key of [1000, Number(second.first) + 0.5]) {
    const report = await soundness({ ...rows, index: [...rows.index, { ...first, first: key }] })
    expect(report.ok, String(key)).toBe(false)
  }
  const orphan = { ...rows.batches[0], batchId: 'again' }
  expect((await soundness({ ...rows, batches: [...rows.batches, orphan] })).ok).toBe(true)
  const page = rows.snapshots.find(({ projection }) => String(projection).includes('/'))
  const unnamed = { ...page, projection: 'timeline/nobody/0123' }
  expect((await soundness({ ...rows, snapshots: [...rows.snapshots, unnamed] })).ok).toBe(true)
  const again = { ...rows.commands[0], commandId: 'again' }
  expect((await soundness({ ...rows, commands: [...rows.commands, again] })).ok).toBe(false)
  const state = { ...rows.streams[0], streamId: 'account-0190a000-0000-7000-8000-00000000000c' }
  expect((await soundness({ ...rows, streams: [...rows.streams, state] })).ok).toBe(false)
})

test('[VF1] what is said to have no effect has none: a snapshot of another version is not used', async () => {
  const { rows } = await ledgerOnDisk()
  const index = rows.snapshots.findIndex(({ projection }) => projection === 'timeline')
  const other = withRow(rows, 'snapshots', index, { ...rows.snapshots[index], version: 99 })
  expect((await soundness(other)).ok).toBe(true)
})

test('[VF2] the first bad event is named, with what stands before and behind it', async () => {
  const { rows } = await ledgerOnDisk()
  const at = rows.batches.findIndex(({ bytes }) => new TextDecoder().decode(bytes as Uint8Array).includes('Zoë'))
  const row = rows.batches[at] as { bytes: Uint8Array }
  const letter = new TextDecoder().decode(row.bytes).indexOf('Zo')
  const altered = withRow(rows, 'batches', at, { ...row, bytes: row.bytes.with(letter, 'J'.charCodeAt(0)) })
  expect(await soundness(altered)).toMatchObject({
    ok: false,
    firstBadPosition: 3,
    damage: { event: { code: 'seal', first: 3, last: 3 }, sound: 2, readable: 9, fittingAfter: 6 },
  })
  const broken = withRow(rows, 'batches', at, { ...row, bytes: row.bytes.with(0, 0) })
  const report = await soundness(broken)
  expect(report).toMatchObject({
    firstBadPosition: 3,
    damage: { event: { code: 'unreadable' }, sound: 2, readable: 2 },
  })
  expect(report.damage?.event?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('[VF1] changed in IndexedDB itself it is found too, and [VF3] nothing is changed by looking', async () => {
  const { tables, rows } = await ledgerOnDisk()
  for (const table of TABLES) {
    const index = rows[table].findIndex((row) => table !== 'snapshots' || String(row.projection).includes('/'))
    const row = rows[table][index] as Record<string, unknown>
    const path = [...places(row)].at(-1) as Path
    const altered = withRow(rows, table, index, changed(row, path) as Record<string, unknown>)
    await writeRows(tables.db, altered)
    expect((await verifyTables(tables)).report.ok, table).toBe(false)
    expect(await readRows(tables.db)).toEqual(await readRows(tables.db))
  }
  await writeRows(tables.db, rows)
  expect((await verifyTables(tables)).report.ok).toBe(true)
  expect(await readRows(tables.db)).toEqual(rows)
})

test('[VF2] batches that are joined while they are read leave a sound ledger sound', async () => {
  const { entry, rows: before, tables } = await ledgerOnDisk(60)
  const log = await openDexieLog(entry)
  await log.pack()
  log.close()
  const after = await readRows(tables.db)
  expect(after.batches.length).toBeLessThan(before.batches.length)
  const [unpacked, packed] = [memoryTables(before), memoryTables(after)]
  for (let read = 0; read <= before.batches.length; read++) {
    let isPacked = false
    const { report } = await verifyTables({
      ...packed,
      look: () => (isPacked ? packed : unpacked).look(),
      bytesOf: async (batchIds) => {
        if (isPacked) return packed.bytesOf(batchIds)
        isPacked = true
        return (await unpacked.bytesOf(batchIds)).map((bytes, index) => (index < read ? bytes : undefined))
      },
    })
    expect(report, `${read} batches were read before`).toMatchObject({ ok: true, size: 69 })
  }
})

test('[VF2] a snapshot that takes the place of another while it is read leaves a sound ledger sound', async () => {
  const { rows } = await ledgerOnDisk()
  // Pages go in the transaction that writes the manifest of the next.
  const next = rows.snapshots.flatMap((row) => (String(row.projection).includes('/') ? [] : [{ ...row, position: 0 }]))
  const [before, after] = [memoryTables(rows), memoryTables({ ...rows, snapshots: next })]
  let reads = 0
  for (let exchanged = 0; exchanged <= reads; exchanged++) {
    reads = 0
    const { report } = await verifyTables({
      ...before,
      snapshotRow: async (key) => (reads++ < exchanged ? before : after).snapshotRow?.(key),
    })
    // Before the first reads are done, it is the later one that is judged.
    if (exchanged >= 2) expect(report, `after ${exchanged} reads`).toMatchObject({ ok: true })
  }
  expect(reads).toBeGreaterThan(10)
})
