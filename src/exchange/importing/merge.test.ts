import { expect, test } from 'vitest'
import { forked, importBoth, ledgerOf, now } from '../fixtures/import-fixture'
import { blob, canonicalLine, fileOf, LogFixture, rootOfEvents, stateOf, storedText } from '../fixtures/log-fixture'
import { watchLog } from '../fixtures/watched-log'
import { importLog } from '../log-import'

test('[X15] merged: what is unknown follows at the end, with where it came from, once', async () => {
  const { ours, theirs, everyday } = forked()
  const log = await ledgerOf(ours.file())
  const report = await importBoth(log, blob(theirs.file()), { merge: true })
  expect(report).toMatchObject({ result: 'merged', added: 1, skipped: 2, size: 4 })
  const [event] = await log.readAt([4])
  expect(event).toEqual({
    ...theirs.events[2],
    globalPosition: 4,
    streamRevision: 4,
    recordedAt: '2026-11-23T08:14:00.000Z',
    metadata: {
      importedFrom: {
        ledgerId: theirs.ledgerId,
        rootHash: rootOfEvents(theirs.events),
        globalPosition: 3,
        recordedAt: theirs.events[2]?.recordedAt,
      },
    },
  })
  expect(await log.readStreamRow(`account-${everyday}`)).toMatchObject({ revision: 4, state: { balance: 9900 } })
  const after = await stateOf(log)
  expect(after.head).toMatchObject({ ledgerId: ours.ledgerId, name: 'Household' })
  // Again, with merge and without: every event is known.
  for (const merge of [true, false]) {
    expect(await importBoth(log, blob(theirs.file()), { merge })).toMatchObject({
      result: 'already-present',
      added: 0,
      skipped: 3,
    })
  }
  expect(await stateOf(log)).toEqual(after)
})

test('[X15] a merged log is sound from zero, and its origin nests when it is merged again', async () => {
  const { ours, theirs, everyday } = forked()
  const log = await ledgerOf(ours.file())
  await importLog({ log, source: blob(theirs.file()), options: { merge: true }, now })
  const merged = (await storedText(log))
    .split(',\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
  const mergedFile = fileOf(merged, { ledgerId: ours.ledgerId })
  expect(await stateOf(await ledgerOf(mergedFile))).toMatchObject({ rows: (await stateOf(log)).rows })
  const third = ours.fork('third')
  third.deposit(everyday, 1)
  const other = await ledgerOf(third.file())
  await importLog({ log: other, source: blob(mergedFile), options: { merge: true }, now })
  const [event] = await other.readAt([5])
  expect(event?.metadata.importedFrom).toMatchObject({
    globalPosition: 4,
    rootHash: rootOfEvents(merged),
    from: { globalPosition: 3, rootHash: rootOfEvents(theirs.events) },
  })
})

test('[X15] the true clock of a merge is kept where it stands before the ledger’s last event', async () => {
  const { ours, theirs } = forked()
  const log = await ledgerOf(ours.file())
  await importLog({ log, source: blob(theirs.file()), options: { merge: true }, now: () => 0 })
  const [event] = await log.readAt([4])
  expect(event).toMatchObject({
    recordedAt: ours.events.at(-1)?.recordedAt,
    metadata: { importedFrom: { clock: '1970-01-01T00:00:00.000Z' } },
  })
  expect(await importLog({ log, source: blob(theirs.file()), now })).toMatchObject({ result: 'already-present' })
})

test('[X15] reversals of merged entries name the positions they have here', async () => {
  const { ours, theirs, everyday } = forked()
  const entry = theirs.withdraw(everyday, 70)
  theirs.record(
    entry.streamId,
    'EntryReversed',
    { entryId: entry.eventId, amount: 70, effectiveOn: '2026-01-03' },
    { reverses: 'Withdrawn', reversedPosition: entry.globalPosition },
  )
  const log = await ledgerOf(ours.file())
  await importLog({ log, source: blob(theirs.file()), options: { merge: true }, now })
  // In the file it stands at 4, here at 5.
  expect(await log.readStreamRow(`account-${everyday}`)).toMatchObject({ state: { balance: 9900, reversed: [5] } })
})

test.each<[what: string, reason: string, tell: (fork: ReturnType<typeof forked>) => void]>([
  [
    'the same id with another content',
    'other-content',
    ({ ours, theirs }) => {
      theirs.events.push({
        ...(ours.events[2] ?? theirs.record('', '', {})),
        globalPosition: 4,
        streamRevision: 4,
        data: { amount: 7, effectiveOn: '2026-01-01' },
      })
    },
  ],
  [
    'a second reversal',
    'invariant',
    ({ ours, theirs, entry }) => {
      ours.reverse(entry)
      theirs.reverse(entry)
    },
  ],
  [
    'a second opening',
    'invariant',
    ({ ours, theirs }) => {
      const opened = { name: 'Savings', currency: 'EUR', exponent: 2, overdraftLimit: null, openedOn: '2026-01-01' }
      for (const log of [ours, theirs]) log.record(`account-${ours.id('shared')}`, 'AccountOpened', opened)
    },
  ],
  [
    'an event too large with its origin',
    'too-large',
    ({ theirs, everyday }) => {
      const length = (memo: string) =>
        canonicalLine({ ...theirs.events[2], globalPosition: 4, data: { amount: 1, effectiveOn: '2026-01-02', memo } })
          .length
      theirs.deposit(everyday, 1, { memo: 'x'.repeat(256 * 1024 - length('') - 20) })
    },
  ],
  [
    'a sum that is no safe integer',
    'invariant',
    ({ ours, theirs, everyday }) => {
      ours.deposit(everyday, 2 ** 52)
      theirs.deposit(everyday, 2 ** 52)
    },
  ],
])('[X16] conflicting-event: %s', async (_, reason, tell) => {
  const fork = forked()
  tell(fork)
  const log = await ledgerOf(fork.ours.file())
  const before = await stateOf(log)
  const last = fork.theirs.events.at(-1)
  const conflicts = [{ eventId: last?.eventId, position: last?.globalPosition, reason }]
  for (const dryRun of [true, false]) {
    const watched = watchLog(log)
    const work = importLog({
      log: watched.log,
      source: blob(fork.theirs.file()),
      options: { merge: true, dryRun, newBatchBytes: 1 },
      now,
    })
    await expect(work).rejects.toMatchObject({ name: 'ImportRefusedError', code: 'conflicting-event', conflicts })
    expect(watched.stages.every(({ outcome }) => outcome === 'discarded')).toBe(true)
  }
  expect(await stateOf(log)).toEqual(before)
})

test('[X16] a second step of a transfer conflicts; a step that is still missing is merged', async () => {
  const base = new LogFixture('base')
  const from = base.open('From')
  const to = base.open('To')
  const id = base.transfer(from, to, 5, 2)
  const theirs = base.fork('theirs')
  theirs.step(id, 'TransferReceived', to, { amount: 5, fromAccountId: from })
  theirs.record(`transfer-${id}`, 'TransferCompleted', {})
  const waiting = base.fork('waiting')
  waiting.deposit(to, 1)
  const returned = base.fork('returned')
  returned.step(id, 'TransferReturned', from, { amount: 5, reason: 'closed' })
  returned.record(`transfer-${id}`, 'TransferFailed', { reason: 'closed' })
  const merge = async (ours: LogFixture) =>
    importLog({ log: await ledgerOf(ours.file()), source: blob(theirs.file()), options: { merge: true }, now })
  expect(await merge(waiting)).toMatchObject({ result: 'merged', added: 2 })
  await expect(merge(returned)).rejects.toMatchObject({
    code: 'conflicting-event',
    conflicts: [
      { position: 5, reason: 'invariant' },
      { position: 6, reason: 'invariant' },
    ],
  })
})

test('[X16] of many conflicts a hundred are listed and all are counted', async () => {
  const base = new LogFixture('base')
  const everyday = base.open('Everyday')
  const entries = Array.from({ length: 120 }, () => base.deposit(everyday, 1))
  const [ours, theirs] = [base.fork('ours'), base.fork('theirs')]
  for (const entry of entries) for (const log of [ours, theirs]) log.reverse(entry)
  const log = await ledgerOf(ours.file())
  const error: unknown = await importLog({ log, source: blob(theirs.file()), options: { merge: true }, now }).catch(
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ code: 'conflicting-event', message: expect.stringContaining('(and 119 more)') })
  expect((error as { conflicts: unknown[] }).conflicts).toHaveLength(100)
})
