/** Tables in memory, for tests that change what lies in them: rows are copied, so that each change stands alone. */
import type { LedgerDatabase } from '../ledger-database'
import type { StoredTables } from './stored-tables'

export const TABLES = ['head', 'index', 'batches', 'streams', 'commands', 'snapshots'] as const

export type TableRows = Record<(typeof TABLES)[number], Record<string, unknown>[]>

/** By which key each table is read. */
export const KEYS: Readonly<Record<(typeof TABLES)[number], string>> = {
  head: 'key',
  index: 'first',
  batches: 'batchId',
  streams: 'streamId',
  commands: 'commandId',
  snapshots: 'projection',
}

export async function readRows(db: LedgerDatabase<unknown>): Promise<TableRows> {
  const rows = await Promise.all(TABLES.map((table) => db.table(table).toArray()))
  return Object.fromEntries(TABLES.map((table, index) => [table, rows[index]])) as unknown as TableRows
}

export async function writeRows(db: LedgerDatabase<unknown>, rows: TableRows): Promise<void> {
  await db.transaction('rw', [...TABLES], async () => {
    for (const table of TABLES) {
      await db.table(table).clear()
      await db.table(table).bulkPut(rows[table])
    }
  })
}

export function memoryTables(rows: TableRows): StoredTables {
  const find = (table: (typeof TABLES)[number], key: unknown) => rows[table].find((row) => row[KEYS[table]] === key)
  const each = (table: 'streams' | 'commands') =>
    async function* () {
      yield* rows[table]
    }
  return {
    look: async () => ({
      head: find('head', 'head'),
      index: [...rows.index].sort((a, b) => Number(a.first) - Number(b.first)),
    }),
    bytesOf: async (batchIds) =>
      batchIds.map((id) => {
        const bytes = find('batches', id)?.bytes
        return bytes instanceof Uint8Array ? bytes : undefined
      }),
    batchIds: async () => rows.batches.map(({ batchId }) => String(batchId)),
    streamRows: each('streams'),
    commandRows: each('commands'),
    snapshotRow: async (key) => find('snapshots', key),
  }
}
