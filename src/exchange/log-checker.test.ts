import { expect, test } from 'vitest'
import { decisionState } from '../domain/stream-state'
import { MemoryEventLog } from '../event-log/memory-event-log'
import { rootOf } from '../event-log/merkle-tree'
import { judge } from './fixtures/judge'
import { LogFixture, livelyFixture, withChanged } from './fixtures/log-fixture'
import { LogChecker } from './log-checker'

const build = (tell: (log: LogFixture, everyday: string, savings: string) => void): LogFixture => {
  const log = new LogFixture()
  tell(log, log.open('Everyday'), log.open('Savings'))
  return log
}
const SOUND = build((log, everyday) => {
  log.deposit(everyday, 100)
  log.withdraw(everyday, 40)
})

test('[X7] a sound log passes, and gives the root of its events', () => {
  const { events } = livelyFixture()
  const checker = new LogChecker()
  expect(judge(events, checker)).toBeUndefined()
  expect(checker.size).toBe(events.length)
  expect(() =>
    checker.checkSeal({
      form: 1,
      ledgerId: '',
      name: '',
      exportedAt: '',
      size: events.length,
      rootHash: checker.rootHash,
    }),
  ).not.toThrow()
})

test.each<[code: string, what: string, change: object, path: string]>([
  ['position-gap', 'a position left out', { globalPosition: 4 }, 'globalPosition'],
  ['position-gap', 'a position as text', { globalPosition: '3' }, 'globalPosition'],
  ['revision-gap', 'a revision left out', { streamRevision: 3 }, 'streamRevision'],
  ['revision-gap', 'a revision repeated', { streamRevision: 1 }, 'streamRevision'],
  ['repeated-event-id', 'an id twice', { eventId: SOUND.events[0]?.eventId }, 'eventId'],
  ['time-falls', 'an earlier instant', { recordedAt: '2025-01-01T00:00:00.000Z' }, 'recordedAt'],
  ['bad-date', 'an instant that does not exist', { recordedAt: '2026-02-30T00:00:00.000Z' }, 'recordedAt'],
  ['bad-date', 'a number as instant', { recordedAt: 7 }, 'recordedAt'],
  ['bad-field', 'no stream', { streamId: undefined }, 'streamId'],
  ['bad-field', 'an unknown category', { streamId: `saving-${SOUND.id('x')}` }, 'streamId'],
  ['bad-field', 'an id in upper case', { eventId: SOUND.id('x').toUpperCase() }, 'eventId'],
  ['bad-field', 'a number as type', { type: 7 }, 'type'],
  ['bad-field', 'schemaVersion 0', { schemaVersion: 0 }, 'schemaVersion'],
  ['bad-field', 'metadata that is a list', { metadata: [] }, 'metadata'],
  ['bad-field', 'no data', { data: undefined }, 'data'],
  ['bad-field', 'a number as payee', { data: { amount: 1, effectiveOn: '2026-01-01', payee: 7 } }, 'data.payee'],
  ['bad-amount', 'a fraction', { data: { amount: 0.5, effectiveOn: '2026-01-01' } }, 'data.amount'],
  ['bad-amount', 'nothing', { data: { amount: 0, effectiveOn: '2026-01-01' } }, 'data.amount'],
  ['bad-date', 'a day that does not exist', { data: { amount: 1, effectiveOn: '2026-02-29' } }, 'data.effectiveOn'],
  ['newer-version', 'an unknown type', { type: 'PeriodClosed' }, 'type'],
  [
    'newer-version',
    'an unknown type in an account that nobody opened',
    { streamId: `account-${SOUND.id('other')}`, streamRevision: 1, type: 'Burned' },
    'type',
  ],
  ['newer-version', 'a type named like a method', { type: 'toString' }, 'type'],
  ['newer-version', 'a later schemaVersion', { schemaVersion: 2 }, 'schemaVersion'],
  ['newer-version', 'a redacted event', { type: undefined, data: undefined, redacted: true }, 'redacted'],
  [
    'account-not-opened',
    'an account that nobody opened',
    { streamId: `account-${SOUND.id('other')}`, streamRevision: 1 },
    'streamId',
  ],
])('[X7] %s: %s', (code, _, change, path) => {
  // What is undefined here is missing in a file.
  const events = withChanged(SOUND.events, 3, change).map((event) => JSON.parse(JSON.stringify(event)))
  const error = judge(events)
  expect(error).toMatchObject({ code, path, position: 3 })
  expect(error?.message).toMatch(/^Event 3: .{20,}\.$/)
})

test.each<[what: string, tell: Parameters<typeof build>[0]]>([
  [
    'a second opening',
    (log, everyday) => log.record(`account-${everyday}`, 'AccountOpened', { ...log.events[0]?.data }),
  ],
  ['a reversal of nothing', (log, everyday) => log.reverse(log.deposit(everyday, 5), { entryId: log.id('nothing') })],
  [
    'a reversal of another account’s entry',
    (log, everyday, savings) => log.reverse({ ...log.deposit(everyday, 5), streamId: `account-${savings}` }),
  ],
  ['a reversal of another amount', (log, everyday) => log.reverse(log.deposit(everyday, 5), { amount: 4 })],
  ['a reversal of a reversal', (log, everyday) => log.reverse(log.reverse(log.deposit(everyday, 5)))],
  [
    'a reversal of an opening',
    (log, everyday) => log.reverse({ ...log.deposit(everyday, 5), eventId: log.events[0]?.eventId ?? '' }),
  ],
  [
    'a second reversal',
    (log, everyday) => {
      const entry = log.deposit(everyday, 5)
      log.reverse(entry)
      log.reverse(entry)
    },
  ],
  [
    'a transfer completed before it is initiated',
    (log) => log.record(`transfer-${log.id('t')}`, 'TransferCompleted', {}),
  ],
  [
    'a transfer initiated twice',
    (log, everyday, savings) => {
      const id = log.transfer(everyday, savings, 5, 1)
      log.record(`transfer-${id}`, 'TransferInitiated', { ...log.events.at(-1)?.data })
    },
  ],
  [
    'a transfer ended twice',
    (log, everyday, savings) => {
      const id = log.transfer(everyday, savings, 5)
      log.record(`transfer-${id}`, 'TransferFailed', { reason: '' })
    },
  ],
  [
    'money sent twice',
    (log, everyday, savings) =>
      log.step(log.transfer(everyday, savings, 5, 2), 'TransferSent', everyday, { amount: 5, toAccountId: savings }),
  ],
  [
    'money received before it is sent',
    (log, everyday, savings) =>
      log.step(log.transfer(everyday, savings, 5, 1), 'TransferReceived', savings, {
        amount: 5,
        fromAccountId: everyday,
      }),
  ],
  [
    'money received twice',
    (log, everyday, savings) =>
      log.step(log.transfer(everyday, savings, 5, 3), 'TransferReceived', savings, {
        amount: 5,
        fromAccountId: everyday,
      }),
  ],
  [
    'money returned after it is received',
    (log, everyday, savings) =>
      log.step(log.transfer(everyday, savings, 5, 3), 'TransferReturned', everyday, { amount: 5, reason: '' }),
  ],
  [
    'a step of an unknown transfer',
    (log, everyday, savings) => log.step(log.id('t'), 'TransferSent', everyday, { amount: 5, toAccountId: savings }),
  ],
  [
    'money sent from another account',
    (log, everyday, savings) =>
      log.step(log.transfer(everyday, savings, 5, 1), 'TransferSent', savings, { amount: 5, toAccountId: everyday }),
  ],
  [
    'another amount than the transfer says',
    (log, everyday, savings) =>
      log.step(log.transfer(everyday, savings, 5, 1), 'TransferSent', everyday, { amount: 6, toAccountId: savings }),
  ],
  ['a transfer that makes money', (log, everyday, savings) => log.transfer(everyday, savings, 5, 1, 6)],
  [
    'a step after the end',
    (log, everyday, savings) => {
      const id = log.transfer(everyday, savings, 5, 1)
      log.record(`transfer-${id}`, 'TransferFailed', { reason: '' })
      log.step(id, 'TransferSent', everyday, { amount: 5, toAccountId: savings })
    },
  ],
  [
    'a sum that is no safe integer',
    (log, everyday, savings) => {
      log.deposit(everyday, 2 ** 53 - 2)
      log.withdraw(savings, 2)
    },
  ],
])('[X7] [X9] invariant: %s', (_, tell) => {
  const { events } = build(tell)
  const error = judge(events)
  expect(error).toMatchObject({ code: 'invariant', position: events.length })
})

test('[X9] between two currencies any amount may arrive, within one only what was sent', () => {
  const log = new LogFixture()
  const euros = log.open('Everyday')
  const dollars = log.open('Card', { currency: 'USD' })
  log.transfer(euros, dollars, 100, 4, 108)
  expect(judge(log.events)).toBeUndefined()
  // An account that is opened later is judged when the money arrives.
  const early = new LogFixture()
  const from = early.open('From')
  const to = early.id('account To')
  const id = early.transfer(from, to, 5, 2, 6)
  early.open('To')
  early.step(id, 'TransferReceived', to, { amount: 6, fromAccountId: from })
  expect(judge(early.events)).toMatchObject({ code: 'invariant', position: early.events.length })
})

test('[X7] sums are kept by currency and reach the largest safe integer', () => {
  const log = new LogFixture()
  const euros = log.open('Everyday')
  const yen = log.open('Card', { currency: 'JPY', exponent: 0 })
  log.deposit(euros, 2 ** 53 - 1)
  log.deposit(yen, 2 ** 53 - 1)
  expect(judge(log.events)).toBeUndefined()
})

test('[X8] rows are those of a ledger that recorded the events itself', async () => {
  const log = new MemoryEventLog({ ledgerId: 'x', name: '', decision: decisionState, clock: () => 0 })
  const streams = new Set<string>()
  const checker = new LogChecker()
  const recorded = []
  for (const { streamId, eventId, type, schemaVersion, data } of livelyFixture().events) {
    for (const touched of [streamId, ...(typeof data.transferId === 'string' ? [`transfer-${data.transferId}`] : [])])
      streams.add(touched)
    // The fourth deposit is what the fixture reverses: this program would say so.
    const metadata = type === 'EntryReversed' ? { reverses: 'Withdrawn', reversedPosition: 5 } : {}
    await log.transact({ streamIds: [...streams] }, () => ({
      append: [{ streamId, eventId, type, schemaVersion, data, metadata }],
    }))
  }
  for await (const event of log.readAll()) recorded.push(event)
  expect(judge(recorded, checker)).toBeUndefined()
  const rows = []
  for await (const row of log.readStreamRows()) rows.push(row)
  const byId = (a: { streamId: string }, b: { streamId: string }) => (a.streamId < b.streamId ? -1 : 1)
  expect([...checker.streamRows()].sort(byId)).toEqual(rows.sort(byId))
  expect(rootOf(checker.frontier)).toBe(rootOf((await log.head()).frontier))
})

test('[X8] metadata that lies about a reversal is not believed', () => {
  const log = build((fixture, everyday) => {
    fixture.deposit(everyday, 7)
    const entry = fixture.withdraw(everyday, 5)
    fixture.record(
      entry.streamId,
      'EntryReversed',
      { entryId: entry.eventId, amount: 5, effectiveOn: '2026-01-03' },
      { reverses: 'Deposited', reversedPosition: 1 },
    )
  })
  const checker = new LogChecker()
  expect(judge(log.events, checker)).toBeUndefined()
  expect(checker.state(log.events[2]?.streamId ?? '')).toMatchObject({ balance: 7, reversed: [4] })
})

test('[X8] only the rows that changed after a position', () => {
  const checker = new LogChecker()
  const log = build((fixture, everyday, savings) => {
    fixture.deposit(everyday, 5)
    fixture.transfer(everyday, savings, 5, 2)
  })
  judge(log.events, checker)
  const changed = (after: number) => [...checker.streamRows(after)].map(({ streamId }) => streamId.slice(0, 8))
  expect(changed(0)).toHaveLength(3)
  expect(changed(3)).toEqual(['account-', 'transfer'])
  expect(changed(log.events.length)).toEqual([])
})

test('[X7] size and root are compared with the header', () => {
  const checker = new LogChecker()
  judge(SOUND.events, checker)
  const header = { form: 1, ledgerId: '', name: '', exportedAt: '', size: 4, rootHash: checker.rootHash } as const
  expect(() => checker.checkSeal({ ...header, size: 5 })).toThrow(
    expect.objectContaining({ code: 'size-mismatch', path: 'size' }),
  )
  expect(() => checker.checkSeal({ ...header, rootHash: 'ab' })).toThrow(
    expect.objectContaining({ code: 'root-mismatch', path: 'rootHash' }),
  )
  expect(() => checker.checkSeal({ ...header, rootHash: null })).not.toThrow()
})
