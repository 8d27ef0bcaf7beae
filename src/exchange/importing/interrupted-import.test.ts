import { expect, test } from 'vitest'
import { forked, ledgerOf, now } from '../fixtures/import-fixture'
import {
  blob,
  canonicalLine,
  emptyLog,
  fileOf,
  LogFixture,
  livelyFixture,
  OWN_LEDGER_ID,
  stateOf,
  storedText,
} from '../fixtures/log-fixture'
import { watchLog } from '../fixtures/watched-log'
import { importLog } from '../log-import'

const LOG = livelyFixture()
const SIZE = LOG.events.length
const stored = (events: readonly object[]) => events.map((event) => `${canonicalLine(event)},\n`).join('')

test('[X17] a head that moves before the commit: judged again, by what is there now', async () => {
  const log = emptyLog()
  const deposit = new LogFixture('meanwhile')
  deposit.open('Meanwhile')
  const watched = watchLog(log, {
    beforeCommit: async (stage) => {
      if (stage === 0) await importLog({ log, source: blob(deposit.file()), now })
    },
  })
  await expect(importLog({ log: watched.log, source: blob(LOG.file()), now })).rejects.toMatchObject({
    code: 'diverged',
    ledgerBeyond: 1,
  })
  expect(watched.stages.map(({ outcome }) => outcome)).toEqual(['discarded'])
  expect(await storedText(log)).toBe(stored(deposit.events))
})

test('[X17] a ledger that moves along the file is fast-forwarded in the end; one that never rests is busy', async () => {
  const log = emptyLog()
  let size = 0
  const grow = async () => {
    size++
    await importLog({ log, source: blob(fileOf(LOG.events.slice(0, size), { ledgerId: LOG.ledgerId })), now })
  }
  const twice = watchLog(log, { beforeCommit: async (stage) => (stage < 2 ? grow() : undefined) })
  expect(await importLog({ log: twice.log, source: blob(LOG.file()), now })).toMatchObject({
    result: 'fast-forwarded',
    added: SIZE - 2,
    size: SIZE,
  })
  expect(await storedText(log)).toBe(stored(LOG.events))
  const restless = emptyLog()
  let name = 0
  const always = watchLog(restless, {
    beforeCommit: async () => {
      const data = { name: `Name ${name++}` }
      const event = {
        streamId: `ledger-${OWN_LEDGER_ID}`,
        eventId: LOG.id(`name ${name}`),
        type: 'LedgerRenamed',
        schemaVersion: 1,
        data,
        metadata: {},
      }
      await restless.transact({ streamIds: [event.streamId] }, () => ({ append: [event] }))
    },
  })
  const file = blob(fileOf([]))
  await expect(importLog({ log: always.log, source: file, now })).resolves.toMatchObject({ result: 'already-present' })
  const first = new LogFixture('restless')
  first.open('Everyday')
  const merge = importLog({ log: always.log, source: blob(first.file()), options: { merge: true }, now })
  await expect(merge).rejects.toMatchObject({ name: 'ImportRefusedError', code: 'busy' })
})

test.each([0, 1, 2, 3])('[X13] a store that fails at write %i leaves nothing', async (failing) => {
  const log = await ledgerOf(fileOf(LOG.events.slice(0, 3), { ledgerId: LOG.ledgerId }))
  const before = await stateOf(log)
  let writes = 0
  const full = Object.assign(new Error('The disk is full.'), { name: 'StorageError', code: 'quota-exceeded' })
  const watched = watchLog(log, {
    beforeWrite: () => {
      if (writes++ === failing) throw full
    },
  })
  await expect(
    importLog({ log: watched.log, source: blob(LOG.file()), options: { newBatchBytes: 1 }, now }),
  ).rejects.toBe(full)
  expect(watched.stages).toMatchObject([{ writes: failing, outcome: 'discarded' }])
  expect(await stateOf(log)).toEqual(before)
})

test('[X13] a crash midway, staged but not committed, shows nothing; the file imports afterwards', async () => {
  const log = emptyLog()
  const before = await stateOf(log)
  const crash = new Error('crash')
  const watched = watchLog(log, {
    beforeCommit: async () => {
      expect(await stateOf(log)).toEqual(before)
      throw crash
    },
  })
  await expect(
    importLog({ log: watched.log, source: blob(LOG.file()), options: { newBatchBytes: 500 }, now }),
  ).rejects.toBe(crash)
  expect(watched.stages[0]?.events).toBe(SIZE)
  expect(await stateOf(log)).toEqual(before)
  expect(await importLog({ log, source: blob(LOG.file()), now })).toMatchObject({ result: 'restored' })
})

test.each(['checking', 'comparing', 'writing'])(
  '[X18] a cancel while %s leaves the ledger as it was',
  async (phase) => {
    const { ours, theirs } = forked()
    const log = await ledgerOf(ours.file())
    const before = await stateOf(log)
    const controller = new AbortController()
    const watched = watchLog(log)
    const onProgress = (progress: { phase: string }) => {
      if (progress.phase === phase) controller.abort('any reason')
    }
    const options = { merge: true, signal: controller.signal, onProgress, newBatchBytes: 1 }
    await expect(importLog({ log: watched.log, source: blob(theirs.file()), options, now })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(watched.stages.filter(({ outcome }) => outcome !== 'discarded')).toEqual([])
    expect(await stateOf(log)).toEqual(before)
  },
)

test('[X18] cancelled before it begins', async () => {
  const options = { signal: AbortSignal.abort() }
  await expect(importLog({ log: emptyLog(), source: blob('[]'), options, now })).rejects.toMatchObject({
    name: 'AbortError',
  })
})
