import { expect, test } from 'vitest'
import { rootOf } from '../event-log/merkle-tree'
import { forked, importBoth, ledgerOf, now } from './fixtures/import-fixture'
import {
  blob,
  canonicalLine,
  emptyLog,
  fileOf,
  gzip,
  LogFixture,
  livelyFixture,
  rootOfEvents,
  stateOf,
  storedText,
} from './fixtures/log-fixture'
import { watchLog } from './fixtures/watched-log'
import type { WorkProgress } from './importing/import-context'
import { importLog } from './log-import'

const LOG = livelyFixture()
const SIZE = LOG.events.length
const stored = (events: readonly object[]) => events.map((event) => `${canonicalLine(event)},\n`).join('')

test('[X12] [X14] restored: an empty ledger takes the events byte for byte, ledgerId and name', async () => {
  const log = emptyLog()
  const report = await importBoth(log, blob(LOG.file()))
  expect(report).toMatchObject({ result: 'restored', added: SIZE, skipped: 0, size: SIZE, sealed: true, warnings: [] })
  expect(report.rootHash).toBe(rootOfEvents(LOG.events))
  expect(report.file).toEqual({ size: SIZE, name: 'Household', exportedAt: '2026-11-23T06:15:01.000Z' })
  const head = await log.head()
  // The log's own last renaming, not the header, says what it is called.
  expect(head).toMatchObject({
    size: SIZE,
    ledgerId: LOG.ledgerId,
    name: 'Haushalt',
    lastRecordedAt: LOG.events.at(-1)?.recordedAt,
  })
  expect(rootOf(head.frontier)).toBe(report.rootHash)
  expect(await storedText(log)).toBe(stored(LOG.events))
})

test('[X12] restored: the header’s name where the log has none; renamings of another ledger do not count', async () => {
  const log = new LogFixture()
  log.record(`ledger-${log.id('another')}`, 'LedgerRenamed', { name: 'Another' })
  expect(await (await ledgerOf(log.file())).head()).toMatchObject({ name: 'Household', ledgerId: log.ledgerId })
})

test('[X12] restored: a log of no events', async () => {
  const log = emptyLog()
  expect(await importBoth(log, blob(fileOf([])))).toMatchObject({ result: 'restored', added: 0, size: 0 })
  expect(await log.head()).toMatchObject({ size: 0, name: 'Household' })
})

test('[X12] already-present: the same file, any prefix of the ledger, packed or re-saved', async () => {
  const log = await ledgerOf(LOG.file())
  const before = await stateOf(log)
  const files = [0, 1, 7, SIZE].map((size) => blob(fileOf(LOG.events.slice(0, size))))
  files.push(blob(await gzip(LOG.file())), blob(JSON.stringify(JSON.parse(LOG.file()), null, 2)))
  for (const file of files) {
    const report = await importBoth(log, file)
    expect(report).toMatchObject({
      result: 'already-present',
      added: 0,
      size: SIZE,
      rootHash: rootOfEvents(LOG.events),
      effects: [],
    })
    expect(report.skipped).toBe(report.file.size)
  }
  expect(await stateOf(log)).toEqual(before)
})

test.each([1, 2, 9, SIZE - 1])(
  '[X12] fast-forwarded: from the first %i events to all of them, in batches of any size',
  async (size) => {
    const log = await ledgerOf(fileOf(LOG.events.slice(0, size), { ledgerId: LOG.ledgerId }))
    const report = await importBoth(log, blob(LOG.file()), { newBatchBytes: 700 })
    expect(report).toMatchObject({ result: 'fast-forwarded', added: SIZE - size, skipped: size, size: SIZE })
    const whole = await stateOf(await ledgerOf(LOG.file()))
    expect(await stateOf(log)).toEqual(whole)
  },
)

test('[X12] fast-forwarded keeps ledgerId and, without a renaming, the name', async () => {
  const log = new LogFixture()
  const everyday = log.open('Everyday')
  const ledger = await ledgerOf(log.file({ name: 'First' }))
  log.deposit(everyday, 5)
  await importLog({ log: ledger, source: blob(log.file({ name: 'Second', ledgerId: log.id('other') })), now })
  expect(await ledger.head()).toMatchObject({ size: 2, ledgerId: log.ledgerId, name: 'First' })
})

test('[X12] [X13] diverged: where, and how far each goes on; nothing is touched', async () => {
  const { ours, theirs } = forked()
  const log = await ledgerOf(ours.file())
  const before = await stateOf(log)
  for (const dryRun of [true, false]) {
    const watched = watchLog(log)
    const error: unknown = await importLog({
      log: watched.log,
      source: blob(theirs.file()),
      options: { dryRun },
      now,
    }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      name: 'ImportRefusedError',
      code: 'diverged',
      commonPosition: 2,
      ledgerBeyond: 1,
      fileBeyond: 1,
    })
    expect((error as Error).message).toMatch(/the same up to event 2;.*Merge it/)
    expect(watched.stages).toEqual([])
  }
  expect(await stateOf(log)).toEqual(before)
  await expect(importLog({ log, source: blob(livelyFixture('else').file()), now })).rejects.toMatchObject({
    code: 'diverged',
    commonPosition: 0,
  })
})

test('[X19] no seal, the future, an overdraft, a closed account: all warn, none refuses', async () => {
  const base = new LogFixture('base')
  const everyday = base.open('Everyday', { overdraftLimit: 1000 })
  const savings = base.open('Savings')
  base.record(`account-${savings}`, 'AccountClosed', { closedOn: '2026-01-02' })
  const log = await ledgerOf(base.file())
  base.withdraw(everyday, 1250)
  base.deposit(savings, 5)
  const future = base.deposit(savings, 5)
  base.events[base.events.length - 1] = { ...future, recordedAt: '2026-11-24T08:14:00.001Z' }
  const { warnings, notices, sealed, result } = await importBoth(log, blob(base.file({ rootHash: undefined })))
  expect({ result, sealed }).toEqual({ result: 'fast-forwarded', sealed: false })
  expect(warnings).toEqual([
    expect.stringContaining('no seal'),
    expect.stringMatching(/^1 event is recorded more than a day ahead .* 2026-11-24T08:14:00\.001Z\.$/),
    'Everyday goes below its limit (-12.50 EUR, limit 10.00).',
    'Savings is closed, but 2 entries were recorded in it.',
  ])
  // The same as facts, for screens in another language.
  expect(notices).toMatchObject([
    { code: 'no-seal' },
    { code: 'ahead-of-clock', events: 1, latest: '2026-11-24T08:14:00.001Z' },
    { code: 'below-limit', name: 'Everyday', balance: -1250, overdraftLimit: 1000, currency: 'EUR', exponent: 2 },
    { code: 'entries-while-closed', name: 'Savings', entries: 2 },
  ])
})

test('[X19] a day ahead of the clock is no reason to warn', async () => {
  const log = new LogFixture()
  log.open('Everyday')
  const events = log.events.map((event) => ({ ...event, recordedAt: '2026-11-24T08:14:00.000Z' }))
  expect((await importBoth(emptyLog(), blob(fileOf(events)))).warnings).toEqual([])
})

test('[X20] the effect on each account, in opening order; others are left out', async () => {
  const base = new LogFixture('base')
  const [first, second, third] = [
    base.open('First'),
    base.open('Second'),
    base.open('Third', { currency: 'JPY', exponent: 0 }),
  ]
  base.deposit(second, 700)
  const log = await ledgerOf(base.file())
  base.transfer(second, first, 300)
  const opened = base.open('Fourth')
  base.deposit(opened, 5)
  base.record(`account-${second}`, 'AccountRenamed', { name: '2nd' })
  const { effects } = await importBoth(log, blob(base.file()))
  const euro = { currency: 'EUR', exponent: 2 }
  expect(effects).toEqual([
    { accountId: first, name: 'First', ...euro, newEntries: 1, change: 300, before: 0 },
    { accountId: second, name: '2nd', ...euro, newEntries: 1, change: -300, before: 700 },
    { accountId: opened, name: 'Fourth', ...euro, newEntries: 1, change: 5, before: 0 },
  ])
  expect(effects.map(({ accountId }) => accountId)).not.toContain(third)
})

test('[X5] version 0: imported once, known afterwards, merged beside other accounts', async () => {
  const text =
    '[{"id":"6F2D1C50-8F0E-4A54-9D5B-0D8A4E4D7A01","timestamp":1700000000,"event_type":{"Deposited":{"amount":100.0}}},{"id":"6f2d1c50-8f0e-4a54-9d5b-0d8a4e4d7a02","timestamp":1700000001,"event_type":{"Withdrawn":{"amount":50.0}}}]'
  const account = { name: 'Current', currency: 'EUR' }
  const log = emptyLog('')
  const report = await importBoth(log, blob(text), { account })
  expect(report).toMatchObject({
    result: 'restored',
    added: 3,
    sealed: false,
    file: { name: 'Current', exportedAt: null },
    effects: [{ name: 'Current', change: 5000 }],
  })
  expect(await log.head()).toMatchObject({ name: 'Current' })
  expect(await importBoth(log, blob(text), { account })).toMatchObject({ result: 'already-present' })
  const other = await ledgerOf(LOG.file())
  await expect(importLog({ log: other, source: blob(text), options: { account }, now })).rejects.toMatchObject({
    code: 'diverged',
  })
  expect(await importBoth(other, blob(text), { account, merge: true })).toMatchObject({ result: 'merged', added: 3 })
  expect(await importBoth(other, blob(text), { account })).toMatchObject({ result: 'already-present' })
})

test('progress counts the file’s events', async () => {
  const seen: WorkProgress[] = []
  await importLog({
    log: emptyLog(),
    source: blob(LOG.file()),
    options: { onProgress: (progress) => seen.push(progress) },
    now,
  })
  const counts = seen.map(({ done }) => done)
  expect(counts).toEqual(counts.toSorted((left, right) => left - right))
  expect(seen.slice(-2)).toEqual([
    { phase: 'checking', done: SIZE, total: SIZE, unit: 'events' },
    { phase: 'writing', done: SIZE, total: SIZE, unit: 'events' },
  ])
})
