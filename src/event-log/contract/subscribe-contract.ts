/** Subscriptions: every event once, in order, through history into the live tail. */
import { expect, test } from 'vitest'
import type { RecordedEvent } from '../recorded-event'
import { given } from './contract-fixture'
import { A, added, append, appendTogether, B, type MakeLog } from './contract-log'

function collector(): { seen: number[]; onEvents: (events: readonly RecordedEvent[]) => void } {
  const seen: number[] = []
  return { seen, onEvents: (events) => seen.push(...events.map((event) => event.globalPosition)) }
}

export function subscribeContract(makeLog: MakeLog): void {
  test('a subscription goes from its position through history into the live tail', async () => {
    const { log } = await given(makeLog)
    await append(log, added(A, 1), added(B, 2), added(A, 3))
    const { seen, onEvents } = collector()
    const subscription = log.subscribeToAll(2, onEvents)
    await subscription.caughtUp()
    expect(seen).toEqual([2, 3])
    await append(log, added(A, 4))
    await appendTogether(log, [added(A, 5), added(B, 6)])
    await subscription.caughtUp()
    expect(seen).toEqual([2, 3, 4, 5, 6])
  })

  test('a subscription from beyond the head waits for its position', async () => {
    const { log } = await given(makeLog)
    const { seen, onEvents } = collector()
    const subscription = log.subscribeToAll(3, onEvents)
    await subscription.caughtUp()
    await append(log, added(A, 1), added(A, 2), added(A, 3))
    await subscription.caughtUp()
    expect(seen).toEqual([3])
  })

  test('it misses and repeats nothing while events are recorded all the time', async () => {
    const { log, second } = await given(makeLog)
    const { seen, onEvents } = collector()
    const subscription = log.subscribeToAll(1, onEvents)
    await Promise.all(Array.from({ length: 60 }, (_, index) => append(index % 3 === 0 ? second : log, added(A, index))))
    await subscription.caughtUp()
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  })

  test('catchUp feeds it with what was recorded elsewhere', async () => {
    const { log, second } = await given(makeLog)
    const { seen, onEvents } = collector()
    log.subscribeToAll(1, onEvents)
    await append(second, added(A, 1), added(A, 2))
    await log.catchUp()
    expect(seen).toEqual([1, 2])
  })

  test('after unsubscribe nothing comes any more', async () => {
    const { log } = await given(makeLog)
    const { seen, onEvents } = collector()
    const subscription = log.subscribeToAll(1, onEvents)
    await append(log, added(A, 1))
    await subscription.caughtUp()
    subscription.unsubscribe()
    const other = collector()
    const still = log.subscribeToAll(2, other.onEvents)
    await append(log, added(A, 2))
    await still.caughtUp()
    expect(seen).toEqual([1])
    expect(other.seen).toEqual([2])
  })

  test('a subscriber that throws is told so, gets nothing more, and harms no other', async () => {
    const { log } = await given(makeLog)
    const errors: unknown[] = []
    const calls: number[] = []
    const broken = log.subscribeToAll(
      1,
      (events) => {
        calls.push(events.length)
        throw new Error('broken')
      },
      (error) => errors.push(error),
    )
    const { seen, onEvents } = collector()
    const sound = log.subscribeToAll(1, onEvents)
    await append(log, added(A, 1))
    await expect(broken.caughtUp()).rejects.toThrow('broken')
    await append(log, added(A, 2))
    await sound.caughtUp()
    expect(seen).toEqual([1, 2])
    expect(calls).toEqual([1])
    expect(errors).toHaveLength(1)
  })
}
