import { expect, test } from 'vitest'
import { A, added, append, appended, LEDGER_ID, tallies } from './contract/contract-log'
import { eventLogContract } from './contract/event-log-contract'
import { MemoryEventLog } from './memory-event-log'

eventLogContract('MemoryEventLog', async (options) => ({ log: new MemoryEventLog(options) }))

const emptyLog = () => new MemoryEventLog({ ledgerId: LEDGER_ID, name: 'Tallies', decision: tallies })

test('what is recorded comes to subscribers at once, and reads what is stored as it was', async () => {
  const log = emptyLog()
  const seen: number[] = []
  const subscription = log.subscribeToAll(1, (events) => seen.push(...events.map((event) => event.globalPosition)))
  await append(log, added(A, 1))
  await subscription.caughtUp()
  await append(log, added(A, 2))
  expect(seen).toEqual([1, 2])
  await log.transact({ streamIds: [A] }, () => ({ append: [] }))
  expect(seen).toEqual([1, 2])
  log.close()
  await append(log, added(A, 3))
  await log.catchUp()
  expect(seen).toEqual([1, 2])
  // What a reader does to its copy of the bytes is its own affair.
  for await (const batch of log.readBatches()) batch.bytes.fill(0)
  expect((await log.readAt([2, 1, 4])).map((event) => event.globalPosition)).toEqual([2, 1])
})

test('a subscriber with a leap is asked for it', async () => {
  const log = emptyLog()
  await append(log, added(A, 1), added(A, 2), added(A, 3))
  const seen: number[] = []
  const subscription = log.subscribeToAll(
    1,
    (events) => seen.push(...events.map((event) => event.globalPosition)),
    undefined,
    async (next, size) => (next === 1 ? size : next),
  )
  await subscription.caughtUp()
  expect(seen).toEqual([3])
})

test('a decision that asks for what it did not name is a mistake', async () => {
  const log = emptyLog()
  appended(await log.transact({ streamIds: [A] }, () => ({ append: [added(A, 1)] })))
  const asking = log.transact({ streamIds: [A], positions: [2] }, (context) => ({ reject: context.event(1) }))
  await expect(asking).rejects.toThrow('The transaction did not ask for event 1.')
  const unnamed = log.transact({ streamIds: [] }, (context) => ({ reject: context.state(A) }))
  await expect(unnamed).rejects.toThrow(`The transaction did not name the stream ${A}.`)
})
