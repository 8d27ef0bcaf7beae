import { expect, test, vi } from 'vitest'
import { CatchUpSubscription } from './catch-up-subscription'
import type { RecordedEvent } from './recorded-event'

function event(globalPosition: number): RecordedEvent {
  const recordedAt = '2026-03-01T12:00:00.000Z'
  const common = { type: 'Added', schemaVersion: 1, recordedAt, data: {}, metadata: {} }
  return { ...common, globalPosition, streamId: 's', streamRevision: globalPosition, eventId: `e${globalPosition}` }
}

/** A log whose reads wait at a gate before they give anything. */
function given(from: number) {
  const log: RecordedEvent[] = []
  const seen: number[] = []
  const errors: unknown[] = []
  let gate: Promise<void> = Promise.resolve()
  const source = {
    size: async () => log.length,
    async *read(next: number) {
      const size = log.length
      await gate
      for (let position = next; position <= size; position++) yield [event(position)]
    },
  }
  const subscription = new CatchUpSubscription(
    source,
    from,
    (events) => seen.push(...events.map((one) => one.globalPosition)),
    (error) => errors.push(error),
    () => {},
  )
  return {
    seen,
    errors,
    subscription,
    record: () => log.push(event(log.length + 1)),
    setGate: (next: Promise<void>) => {
      gate = next
    },
  }
}

test('what is offered next is given at once, without reading', () => {
  const { subscription, seen } = given(1)
  subscription.offer([event(1)])
  expect(seen).toEqual([1])
})

test('what is offered too early is read together with what is before it', async () => {
  const { subscription, seen, errors, record } = given(1)
  record()
  record()
  subscription.offer([event(2)])
  await vi.waitFor(() => expect(seen).toEqual([1, 2]))
  expect(errors).toEqual([])
})

test('what is offered before its position is not given', async () => {
  const { subscription, seen, errors, record } = given(3)
  for (const position of [1, 2, 3]) {
    record()
    subscription.offer([event(position)])
  }
  await subscription.caughtUp()
  expect(seen).toEqual([3])
  expect(errors).toEqual([])
})

test('what is offered while a read is under way comes once, after what is read', async () => {
  const { subscription, seen, errors, record, setGate } = given(1)
  let open = () => {}
  setGate(
    new Promise((resolve) => {
      open = resolve
    }),
  )
  record()
  subscription.wake()
  record()
  subscription.offer([event(1)])
  subscription.offer([event(2)])
  open()
  await subscription.caughtUp()
  expect(seen).toEqual([1, 2])
  expect(errors).toEqual([])
})

test('a read that fails is reported, and tried again at the next call', async () => {
  const { subscription, seen, errors, record, setGate } = given(1)
  record()
  setGate(Promise.reject(new Error('unreadable')))
  subscription.wake()
  await vi.waitFor(() => expect(errors).toMatchObject([{ message: 'unreadable' }]))
  expect(seen).toEqual([])
  setGate(Promise.resolve())
  await subscription.caughtUp()
  expect(seen).toEqual([1])
})
