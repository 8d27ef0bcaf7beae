import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../application/backend/backend'
import { tablesOfLog } from '../../application/integrity/log-tables'
import { memoryLog } from '../../application/testing/memory-ledger'
import { sampleLog } from '../../exchange/sample-log'
import { runTask } from './run-task'
import type { TaskContext } from './task-context'

const ENTRY: LedgerEntry = { localId: 'local', name: 'Test', databaseName: 'test', ledgerId: 'unused' }

test('a cancel that comes when the worker asks for the last step is still in time, and leaves nothing', async () => {
  const log = memoryLog()
  const before = await log.head()
  const cancel = new AbortController()
  const context: TaskContext = {
    openLog: async () => log,
    openTables: async () => ({ ...tablesOfLog(memoryLog()), close: () => undefined }),
    openStanding: async () => undefined,
    pack: async () => undefined,
    openSnapshots: () => ({
      read: async () => undefined,
      write: async () => undefined,
      discard: async () => undefined,
      close() {},
    }),
    exclusively: (_, work) => work(),
    beforeCommit: async () => cancel.abort(),
    onProgress: () => undefined,
    signal: cancel.signal,
    now: () => Date.UTC(2026, 10, 23),
  }
  const { file } = sampleLog({ endDate: '2026-11-01', scale: 0 })
  const run = runTask({ kind: 'import', entry: ENTRY, file, options: {} }, context)
  await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  expect(await log.head()).toEqual(before)
})

test('a dry run is not asked for a last step', async () => {
  const context: TaskContext = {
    openLog: async () => memoryLog(),
    openTables: async () => ({ ...tablesOfLog(memoryLog()), close: () => undefined }),
    openStanding: async () => undefined,
    pack: async () => undefined,
    openSnapshots: () => ({
      read: async () => undefined,
      write: async () => undefined,
      discard: async () => undefined,
      close() {},
    }),
    exclusively: () => Promise.reject(new Error('a dry run needs no lock')),
    beforeCommit: () => Promise.reject(new Error('a dry run has no last step')),
    onProgress: () => undefined,
    signal: new AbortController().signal,
    now: () => Date.UTC(2026, 10, 23),
  }
  const { file } = sampleLog({ endDate: '2026-11-01', scale: 0 })
  const report = await runTask({ kind: 'import', entry: null, file, options: { dryRun: true } }, context)
  expect(report).toMatchObject({ result: 'restored' })
})
