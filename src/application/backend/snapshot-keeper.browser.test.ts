/** Snapshots in a real IndexedDB: whatever happens to their rows, the ledger shows the same. */
import Dexie from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import { importLog } from '../../exchange/log-import'
import { sampleLog } from '../../exchange/sample-log'
import { refreshSnapshot, restoreTimeline } from '../snapshots/timeline-snapshot-store'
import type { LedgerEntry } from './backend'
import { openDexieLog } from './dexie-backend'
import { openSnapshotKeeper } from './snapshot-keeper'

interface Row {
  projection: string
  value: unknown
}

async function ledger() {
  const localId = crypto.randomUUID()
  const entry: LedgerEntry = { localId, name: 'Test', databaseName: `test-${localId}`, ledgerId: crypto.randomUUID() }
  const log: EventLog<StreamState> = await openDexieLog(entry)
  const { file } = sampleLog({ endDate: '2026-11-01', scale: 0 })
  await importLog({ log, source: file, now: () => Date.UTC(2026, 10, 23) })
  const snapshots = openSnapshotKeeper(entry)
  const raw = await new Dexie(entry.databaseName).open()
  onTestFinished(async () => {
    snapshots.close()
    log.close()
    raw.close()
    await Dexie.delete(entry.databaseName)
  })
  const rows = raw.table<Row, string>('snapshots')
  const written = async () => {
    await refreshSnapshot(log, snapshots)
    return rows.toArray()
  }
  const restored = async () => {
    const found = await restoreTimeline(log, snapshots)
    await found?.whole
    return found?.timeline.toSnapshot()
  }
  return { log, rows, written, restored, snapshots }
}

test('[AP3] a snapshot is a manifest and pages, and is what it was taken of', async () => {
  const { written, restored, log } = await ledger()
  const names = (await written()).map(({ projection }) => projection.replace(/\/[0-9a-f]{16}$/, ''))
  expect(names).toEqual([
    'timeline',
    'timeline/accounts/000000',
    'timeline/ids/000000',
    ...(names.includes('timeline/order/000000') ? ['timeline/order/000000'] : []),
    'timeline/rest',
    'timeline/slots/000000',
    'timeline/transfers/000000',
  ])
  expect((await restored())?.size).toBe((await log.head()).size)
})

test('[AP3] a row that is damaged, missing or of another version is not believed, and the next snapshot heals it', async () => {
  const { written, restored, rows } = await ledger()
  const sound = await written()
  const right = await restored()
  expect(right).toBeDefined()
  const damages: ((row: Row) => Promise<unknown>)[] = [
    (row) => rows.delete(row.projection),
    (row) => rows.put({ ...row, value: damaged(row.value) }),
    (row) =>
      rows.put({
        ...row,
        ...('version' in row && { version: 99 }),
        value: row.value instanceof Uint8Array ? row.value.slice(1) : {},
      }),
    (row) => rows.put({ ...row, ...('rootHash' in row ? { rootHash: '00' } : { value: 'text' }) }),
  ]
  for (const damage of damages) {
    for (const row of sound) {
      await damage(row)
      expect(await restored(), row.projection).toBeUndefined()
      // Whatever is stored under the name of a damaged page, it must not stay.
      expect(await written()).toEqual(sound)
      expect(await restored()).toEqual(right)
    }
  }
})

test('[AP3] a snapshot ahead of the log is not believed', async () => {
  const { written, restored, rows } = await ledger()
  const [manifest] = await written()
  await rows.put({ ...(manifest as Row), position: 1e6 } as Row)
  expect(await restored()).toBeUndefined()
})

/** One bit of the bytes, or of the first number found. */
function damaged(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    const bytes = value.slice()
    const middle = bytes.length >> 1
    bytes[middle] = (bytes[middle] as number) ^ 4
    return bytes
  }
  return JSON.parse(JSON.stringify(value).replace(/\d/, (digit) => String((Number(digit) + 1) % 10)))
}
