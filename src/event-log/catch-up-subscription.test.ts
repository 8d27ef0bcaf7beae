import { expect, test, vi } from 'vitest'
import { CatchUpSubscription, type SubscriptionSource, Subscriptions } from './catch-up-subscription'
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

/** A subscription to what `read` gives of a log of two events, with a leap. */
function leaping(more: Partial<SubscriptionSource>, from = 1) {
  const seen: number[] = []
  const errors: unknown[] = []
  const reads: number[] = []
  const source: SubscriptionSource = {
    size: async () => 2,
    async *read(next) {
      reads.push(next)
      for (let position = next; position <= 2; position++) yield [event(position)]
    },
    ...more,
  }
  const subscription = new CatchUpSubscription(
    source,
    from,
    (events) => seen.push(...events.map((one) => one.globalPosition)),
    (error) => errors.push(error),
    () => {},
  )
  return { seen, errors, reads, subscription }
}

test('a leap is asked for where there is more, and what it took is not read', async () => {
  const asked: unknown[] = []
  const leap = async (next: number, size: number) => {
    asked.push([next, size])
    return size
  }
  const { subscription, seen, reads } = leaping({ leap })
  await subscription.caughtUp()
  expect([asked, reads, seen]).toEqual([[[1, 2]], [2], [2]])
  // The last event is more too; behind it nothing is.
  for (const [from, expected] of [
    [2, [[2, 2]]],
    [3, []],
  ] as const) {
    asked.length = 0
    const other = leaping({ leap }, from)
    other.subscription.wake()
    await vi.waitFor(() => expect(other.reads).toHaveLength(1))
    expect(asked).toEqual(expected)
  }
})

test('a leap may stay, and not lead back', async () => {
  const staying = leaping({ leap: async (next) => next })
  await staying.subscription.caughtUp()
  expect(staying.seen).toEqual([1, 2])
  const back = leaping({ leap: async () => 1 }, 2)
  await expect(back.subscription.caughtUp()).rejects.toThrow('A leap from event 2 led back to 1.')
})

test('a log that gives nothing, or another event, is told of', async () => {
  const nothing = leaping({ read: async function* () {} })
  await expect(nothing.subscription.caughtUp()).rejects.toThrow('Event 1 of 2 cannot be read.')
  const gap = leaping({
    read: async function* () {
      yield []
      yield [event(2)]
    },
  })
  await expect(gap.subscription.caughtUp()).rejects.toThrow('Event 1 was expected, not 2.')
  expect(gap.seen).toEqual([])
})

test('whoever has unsubscribed is caught up, and reads no more', async () => {
  const { subscription, reads, seen } = leaping({})
  subscription.unsubscribe()
  subscription.offer([event(1)])
  subscription.wake()
  await subscription.caughtUp()
  expect([reads, seen]).toEqual([[], []])
})

test('the subscriptions of a log are told together, until they end', async () => {
  const all = new Subscriptions()
  const { seen, errors } = { seen: [[], []] as number[][], errors: [] as unknown[] }
  let size = 0
  const source = {
    size: async () => size,
    async *read(next: number) {
      for (let position = next; position <= size; position++) yield [event(position)]
    },
  }
  for (const own of seen)
    all.open(
      source,
      1,
      (events) => own.push(...events.map((one) => one.globalPosition)),
      (error) => errors.push(error),
    )
  await all.caughtUp()
  size = 1
  all.offer([event(1)])
  expect(seen).toEqual([[1], [1]])
  size = 2
  all.wake()
  await vi.waitFor(() =>
    expect(seen).toEqual([
      [1, 2],
      [1, 2],
    ]),
  )
  size = 3
  await all.caughtUp()
  expect(seen).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ])
  all.end()
  size = 4
  all.offer([event(4)])
  all.wake()
  await all.caughtUp()
  expect([seen, errors]).toEqual([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [],
  ])
})
